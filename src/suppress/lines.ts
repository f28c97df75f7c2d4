import type { Comment } from '../document/document.ts'
import { lineAt } from '../source.ts'
import type { Source } from '../source.ts'

/**
 * For each line (from 1), the next one that holds text: not blank, and more than comments. A comment is a block of its
 * own in Markdown, and formatters set a blank line behind it; and directives stand one below the other. "Next line" means
 * the next one that somebody reads. The prefix of a block quote is not text.
 */
export function nextTextLines(source: Source, comments: readonly Comment[]): (line: number) => number {
  const empty = new Set<number>()
  for (const comment of comments) {
    if (!startsLine(source, comment.start) || !endsLine(source, comment.end)) continue
    for (let line = lineAt(source, comment.start); line <= lineAt(source, comment.end - 1); line++) empty.add(line)
  }
  const next: number[] = []
  const count = source.lineStarts.length
  for (let line = count; line > 0; line--) {
    const below = line + 1
    next[line] = below > count || !(empty.has(below) || isBlank(source, below)) ? below : next[below]!
  }
  return (line) => next[line] ?? line + 1
}

/** Whether nothing but white space and the prefix of a block quote stands before an offset in its line. */
export function startsLine(source: Source, offset: number): boolean {
  let before = offset
  while (before > 0 && isFiller(source.text[before - 1]!)) before--
  return before === 0 || isLineEnd(source.text[before - 1]!)
}

/** Whether nothing but white space stands behind an offset in its line. */
export function endsLine(source: Source, offset: number): boolean {
  let after = offset
  while (after < source.text.length && isSpace(source.text[after]!)) after++
  return after === source.text.length || isLineEnd(source.text[after]!)
}

export function isBlank(source: Source, line: number): boolean {
  let offset = source.lineStarts[line - 1]!
  while (offset < source.text.length && isFiller(source.text[offset]!)) offset++
  return offset === source.text.length || isLineEnd(source.text[offset]!)
}

const isSpace = (character: string) => character === ' ' || character === '\t'
const isFiller = (character: string) => isSpace(character) || character === '>'
const isLineEnd = (character: string) => character === '\n' || character === '\r'
