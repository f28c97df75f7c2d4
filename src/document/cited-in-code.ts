import type { Reading, Series } from './document.ts'
import { normalizeLabel } from './label.ts'
import { insideOf } from './nearby.ts'

/**
 * Leaves out the notes that a listing cites: `Type[^old-syntax]` in a grammar, which a program of the document's own prints
 * with its notes. Nobody can say that such a note is cited nowhere.
 */
export function withoutCitedInCode(series: Series, files: readonly Reading[], text: string): Series {
  if (series.notation !== 'footnote' || series.unused.length === 0) return series
  const idle = new Set(series.unused.map((entry) => normalizeLabel(entry.label)))
  // Most notes that nobody cites are named nowhere else at all.
  const named = namedIn(text, idle)
  if (named.length === 0) return series
  const inProse = files.flatMap(({ blocks, notes, comments }) => [blocks, notes, comments].map(insideOf))
  const ownBlocks = files.flatMap(({ blocks }) => blocks)
  const isOwn = (at: number) => at >= (ownBlocks[0]?.start ?? 0) && at < (ownBlocks.at(-1)?.end ?? 0)
  const cited = new Set(
    named.flatMap(({ at, label }) => (isOwn(at) && !inProse.some((isInside) => isInside(at)) ? [label] : [])),
  )
  return { ...series, unused: series.unused.filter((entry) => !cited.has(normalizeLabel(entry.label))) }
}

/** No label in a listing is longer. */
const longest = 100

/** Those of some labels that stand in brackets, without white space in them and a colon behind them. */
function namedIn(text: string, labels: ReadonlySet<string>): { readonly at: number; readonly label: string }[] {
  const named: { readonly at: number; readonly label: string }[] = []
  let close = 0
  for (let at = text.indexOf('[^'); at >= 0; at = text.indexOf('[^', at + 2)) {
    if (close < at + 2) close = text.indexOf(']', at + 2)
    if (close < 0) return named
    const length = close - at - 2
    if (length === 0 || length > longest || text[close + 1] === ':') continue
    const written = text.slice(at + 2, close)
    const label = normalizeLabel(written)
    if (labels.has(label) && !/\s/.test(written)) named.push({ at, label })
  }
  return named
}
