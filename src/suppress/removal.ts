import type { Fix } from '../finding.ts'
import { lineAt } from '../source.ts'
import type { Range, Source } from '../source.ts'
import { endsLine, isBlank, startsLine } from './lines.ts'

/** Takes a comment out of a text so that what stands around it stays what it is. */
export function removalOf(comment: Range, source: Source): Pick<Fix, 'safe' | 'edits'> {
  const starts = startsLine(source, comment.start)
  const ends = endsLine(source, comment.end)
  const range = starts && ends ? wholeLines(comment, source) : withSpaceBefore(comment, source, ends)
  // Text behind a comment that starts its line belongs to the comment's HTML block; without it, it would become prose.
  return { safe: ends || !starts, edits: [{ start: range.start, end: range.end, text: '' }] }
}

/** Inside a line, one of the white spaces around goes too. */
function withSpaceBefore({ start, end }: Range, { text }: Source, ends: boolean): Range {
  const spaceBehind = ends || text[end] === ' ' || text[end] === '\t'
  let first = start
  if (spaceBehind) while (text[first - 1] === ' ' || text[first - 1] === '\t') first--
  return { start: first, end }
}

/**
 * A comment that has its lines for itself takes them along, and a blank line if there is one on either side. Between two
 * lines of text it leaves its own line blank: a comment ends a paragraph (CommonMark 0.31 §4.6), so nothing may join.
 */
function wholeLines(comment: Range, source: Source): Range {
  const first = lineAt(source, comment.start)
  const last = lineAt(source, comment.end - 1)
  const start = source.lineStarts[first - 1]!
  if (/>/.test(source.text.slice(start, comment.start))) return comment
  const behind = source.lineStarts[last] ?? source.text.length
  const blankBefore = first === 1 || isBlank(source, first - 1)
  const blankBehind = last >= source.lineStarts.length || isBlank(source, last + 1)
  if (!blankBefore && !blankBehind) return { start, end: comment.end }
  if (!blankBefore || !blankBehind) return { start, end: behind }
  const further = source.lineStarts[last + 1]
  if (further !== undefined) return { start, end: further }
  return { start: source.lineStarts[Math.max(first - 2, 0)]!, end: source.text.length }
}
