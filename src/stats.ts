import type { Appearance, Document, Series } from './document/document.ts'
import type { OrderlyNotes } from './document/orderly/orderly.ts'
import type { SeriesStats, Stats } from './finding.ts'
import type { Range } from './source.ts'

/** What of a series stands in one file. */
interface Share {
  markers: number
  entries: number
  readonly appearances: Appearance[]
}

/** Counts what stands in each file of some documents; `fileOf` says in which one a place is. */
export function statsOf<File>(documents: readonly Document[], fileOf: (range: Range) => File): Map<File, Stats> {
  const found = new Map<File, SeriesStats[]>()
  for (const series of documents.flatMap((document) => document.series)) {
    for (const [file, { markers, entries, appearances }] of sharesOf(series, fileOf)) {
      const stats = { notation: series.notation, ...limits(appearances, series.numbered), markers, entries }
      const earlier = found.get(file)
      if (earlier) earlier.push(stats)
      else found.set(file, [stats])
    }
  }
  return new Map([...found].map(([file, series]) => [file, { ...totals(series), series }]))
}

/** Counts what stands in a document that is one file. */
export function statsOfFile({ series }: Document): Stats {
  const all: SeriesStats[] = []
  for (const { notation, firstAppearances, lowest, highest, markers, entries } of series) {
    if (markers.length === 0 && entries.length === 0) continue
    const first = lowest ?? firstAppearances[0]?.label ?? null
    const last = highest ?? firstAppearances.at(-1)?.label ?? null
    all.push({ notation, first, last, markers: markers.length, entries: entries.length })
  }
  if (all.length === 0) return noStats
  const { markers, entries } = totals(all)
  return { markers, entries, series: all }
}

/** Of a file that holds nothing but footnotes in order. */
export function statsOfNotes({ markers, entries, first, last }: OrderlyNotes): Stats {
  return { markers, entries, series: [{ notation: 'footnote', first, last, markers, entries }] }
}

/** Of a file without markers and entries. */
export const noStats: Stats = { markers: 0, entries: 0, series: [] }

function sharesOf<File>(series: Series, fileOf: (range: Range) => File): Map<File, Share> {
  const shares = new Map<File, Share>()
  const shareOf = (range: Range): Share => {
    const file = fileOf(range)
    const share = shares.get(file) ?? { markers: 0, entries: 0, appearances: [] }
    shares.set(file, share)
    return share
  }
  for (const marker of series.markers) shareOf(marker).markers++
  for (const entry of series.entries) shareOf(entry).entries++
  for (const appearance of series.appearances) shareOf(appearance.marker).appearances.push(appearance)
  return shares
}

function totals(series: readonly SeriesStats[]): Pick<Stats, 'markers' | 'entries'> {
  const total = { markers: 0, entries: 0 }
  for (const { markers, entries } of series) {
    total.markers += markers
    total.entries += entries
  }
  return total
}

/** The lowest and the highest number, or the labels that are cited first and last. */
function limits(appearances: readonly Appearance[], numbered: boolean): Pick<SeriesStats, 'first' | 'last'> {
  let [lowest, highest] = [Infinity, -Infinity]
  for (const { number } of numbered ? appearances : []) {
    if (number === undefined) continue
    lowest = Math.min(lowest, number)
    highest = Math.max(highest, number)
  }
  if (lowest <= highest) return { first: lowest, last: highest }
  const firsts = new Map<string | number, string>()
  for (const { label, number } of appearances) if (!firsts.has(number ?? label)) firsts.set(number ?? label, label)
  const labels = [...firsts.values()]
  return { first: labels[0] ?? null, last: labels.at(-1) ?? null }
}
