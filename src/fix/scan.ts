import type { Cluster } from '../document/document.ts'
import { countBefore } from '../document/nearby.ts'
import type { Range } from '../source.ts'
import { gather, takeText } from './words.ts'
import type { Words } from './words.ts'

/** A stretch of a source and the text that it stands for. */
export interface Piece extends Range {
  /** What holds its text, from `at` to `to`. */
  readonly text: string
  readonly at: number
  readonly to: number
  /** The text is the slice of the source. */
  readonly verbatim: boolean
}

/** A stretch that is left out. */
export interface Cut extends Range {
  /** What cites there. */
  readonly cluster: Cluster | undefined
  /** Has words and citations of its own. */
  readonly closed: boolean
}

/** All that cites between two letters; what stands there in which order is a matter of style. */
export interface Spot {
  /** How many letters stand before it. */
  readonly at: number
  readonly clusters: readonly Cluster[]
}

/** Words without white space, and where something is cited among them. */
export interface Passage {
  readonly text: string
  readonly spots: readonly Spot[]
}

/** What is left of a text when stretches are cut out. `cuts` are sorted by their beginnings. */
export function scan(pieces: readonly Piece[], cuts: readonly Cut[], words: Words): Passage {
  const spots: SpotDraft[] = []
  let index = countBefore(cuts, pieces[0]?.start ?? 0)
  let until = -1
  let closedUntil = -1
  for (const { start, end, text, at, to, verbatim } of pieces) {
    const limit = verbatim ? end : start + 1
    let from = Math.max(start, until)
    for (let cut = cuts[index]; cut && cut.start < limit; cut = cuts[++index]) {
      if (verbatim && cut.start > from) gather(words, text, at + from - start, at + cut.start - start)
      until = Math.max(until, cut.end)
      from = Math.max(from, until)
      if (cut.cluster && cut.start >= closedUntil) take(spots, words.letters, cut.cluster)
      if (cut.closed) closedUntil = Math.max(closedUntil, cut.end)
    }
    if (end > from) gather(words, text, verbatim ? at + from - start : at, to)
  }
  return { text: takeText(words), spots }
}

interface SpotDraft extends Spot {
  readonly clusters: Cluster[]
}

function take(spots: SpotDraft[], at: number, cluster: Cluster): void {
  const last = spots.at(-1)
  if (last?.at === at) last.clusters.push(cluster)
  else spots.push({ at, clusters: [cluster] })
}

/** The words of a whole text that no cut holds. */
export function remains(text: string, cuts: readonly Cut[], words: Words): string {
  let from = 0
  for (const { start, end } of cuts) {
    if (start > from) gather(words, text, from, start)
    from = Math.max(from, end)
  }
  gather(words, text, from, text.length)
  return takeText(words)
}

/** Tells of an offset whether one of some ranges holds it; they may lie in each other. */
export function coverOf(ranges: readonly Range[]): (offset: number) => boolean {
  const merged: { start: number; end: number }[] = []
  for (const { start, end } of ranges.toSorted((one, other) => one.start - other.start)) {
    const last = merged.at(-1)
    if (last && start < last.end) last.end = Math.max(last.end, end)
    else merged.push({ start, end })
  }
  return (offset) => {
    const range = merged[countBefore(merged, offset + 1) - 1]
    return range !== undefined && offset < range.end
  }
}
