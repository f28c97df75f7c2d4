import type { Reading, Series } from './document.ts'
import { normalizeLabel } from './label.ts'
import { insideOf } from './nearby.ts'

/**
 * Leaves out the notes that a listing cites: `Type[^old-syntax]` in a grammar, which a program of the document's own prints
 * with its notes. Nobody can say that such a note is cited nowhere.
 */
export function withoutCitedInCode(series: Series, files: readonly Reading[], text: string): Series {
  if (series.notation !== 'footnote' || series.unused.length === 0) return series
  const inProse = files.flatMap(({ blocks, notes, comments }) => [blocks, notes, comments].map(insideOf))
  const ownBlocks = files.flatMap(({ blocks }) => blocks)
  const isOwn = (index: number) => index >= (ownBlocks[0]?.start ?? 0) && index < (ownBlocks.at(-1)?.end ?? 0)
  const cited = new Set<string>()
  for (const { index, 1: label } of text.matchAll(/\[\^([^\]\s]{1,100})\](?!:)/g))
    if (isOwn(index) && !inProse.some((isInside) => isInside(index))) cited.add(normalizeLabel(label!))
  return { ...series, unused: series.unused.filter((entry) => !cited.has(normalizeLabel(entry.label))) }
}
