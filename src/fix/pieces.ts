import type { Block, Entry } from '../document/document.ts'
import type { Source } from '../source.ts'
import type { Piece } from './scan.ts'

/** A block's text, piece by piece as it stands in the source, with what stands for code and images in between. */
export function piecesOf({ text, runs, start }: Block): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  let from = start
  for (const run of runs) {
    if (run.at > at) pieces.push({ start: from, end: run.start, text, at, to: run.at, verbatim: false })
    at = run.at + run.length
    from = run.start + (run.width ?? run.length)
    pieces.push({ start: run.start, end: from, text, at: run.at, to: at, verbatim: run.width === undefined })
  }
  if (at < text.length) pieces.push({ start: from, end: from + 1, text, at, to: text.length, verbatim: false })
  return pieces
}

/** An entry as it is written, without its label. */
export function entryPiece({ labelRange, malformed, end }: Entry, { text }: Source): Piece {
  const start = Math.min(Math.max(labelRange.end, malformed?.range.end ?? 0), end)
  return { start, end, text, at: start, to: end, verbatim: true }
}
