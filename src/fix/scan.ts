import { countBefore } from '../document/nearby.ts'
import type { Range } from '../source.ts'

/** A stretch of a source and the text that it stands for. */
export interface Piece extends Range {
  readonly text: string
  /** The text is the slice of the source. */
  readonly verbatim: boolean
}

/** A stretch that is left out. */
export interface Cut extends Range {
  /** What is cited there. */
  readonly cites: readonly Cite[]
  /** Has words and citations of its own. */
  readonly closed: boolean
}

/** One thing cited: what it says, or that it says nothing. */
export interface Cite extends Range {
  readonly key: string
  /** The marker as it is written, and what it leads to, for messages. */
  readonly marker: string
  readonly words: string | undefined
}

/** All that is cited between two letters; what stands there in which order is a matter of style. */
export interface Place {
  /** How many letters stand before it. */
  readonly at: number
  readonly cites: readonly Cite[]
}

/** Words without white space, and the citations among them. */
export interface Passage {
  readonly text: string
  readonly places: readonly Place[]
}

/** What is left of a text when stretches are cut out. `cuts` are sorted by their beginnings. */
export function scan(pieces: readonly Piece[], cuts: readonly Cut[]): Passage {
  const parts: string[] = []
  const places: { at: number; cites: Cite[] }[] = []
  let letters = 0
  let index = countBefore(cuts, pieces[0]?.start ?? 0)
  let until = -1
  let closedUntil = -1
  const take = (text: string) => {
    const words = withoutSpace(text)
    parts.push(words)
    letters += words.replace(punctuation, '').length
  }
  const pass = (cut: Cut) => {
    index++
    until = Math.max(until, cut.end)
    if (cut.start >= closedUntil && cut.cites.length > 0) {
      const last = places.at(-1)
      if (last?.at === letters) last.cites.push(...cut.cites)
      else places.push({ at: letters, cites: [...cut.cites] })
    }
    if (cut.closed) closedUntil = Math.max(closedUntil, cut.end)
  }
  for (const piece of pieces) {
    const limit = piece.verbatim ? piece.end : piece.start + 1
    let from = Math.max(piece.start, until)
    for (let cut = cuts[index]; cut && cut.start < limit; cut = cuts[index]) {
      if (piece.verbatim && cut.start > from) take(slice(piece, from, cut.start))
      pass(cut)
      from = Math.max(from, until)
    }
    if (piece.end > from) take(piece.verbatim ? slice(piece, from, piece.end) : piece.text)
  }
  return { text: parts.join(''), places }
}

const slice = ({ start, text }: Piece, from: number, to: number) => text.slice(from - start, to - start)

const punctuation = /\p{P}+/gu

/** Without white space, characters that nobody sees, and the `>` of quotations. */
export function withoutSpace(text: string): string {
  return text.replace(/([\r\n])[ \t>]+/g, '$1').replace(/[\s\u00AD\u180E\u200B-\u200D\u2060\uFEFF]+/g, '')
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
