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
  const cited = new Set<string>()
  for (const { index, 1: label } of text.matchAll(/\[\^([^\]\s]{1,100})\](?!:)/g))
    if (!inProse.some((isInside) => isInside(index))) cited.add(normalizeLabel(label!))
  return { ...series, unused: series.unused.filter((entry) => !cited.has(normalizeLabel(entry.label))) }
}
