import type { Range } from '../../../source.ts'
import { isLineEnd } from '../line-ends.ts'
import { isLetterCode } from '../../codes.ts'

/** Whether a line begins with a mark of a fence. */
export function mayCloseFence(text: string, start: number): boolean {
  const code = text.charCodeAt(skipSpaces(text, start))
  return code === 96 || code === 126 || code === 36
}

/**
 * Whether a line that begins with this character, not indented, can only be words: a letter, or anything beyond ASCII.
 * No mark of Markdown begins so.
 */
export const beginsWords = (code: number): boolean => isLetterCode(code) || (code > 127 && code !== 0xa0)

export const isBlankCode = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13

/** Only spaces and tabs make a blank line (CommonMark 0.31 §2.1); a no-break space is a word. */
export function isBlankLine(text: string, start: number, end: number): boolean {
  let index = start
  while (index < end && isBlankCode(text.charCodeAt(index))) index++
  return index === end
}

export const isBlank = (line: string): boolean => isBlankLine(line, 0, line.length)

/** The offset of the first character that is no space. */
export function skipSpaces(text: string, from: number): number {
  let index = from
  while (text.charCodeAt(index) === 32) index++
  return index
}

/** Without the line ends behind it: raw HTML that nothing closes has those at the end of the text. */
export function withoutLineEnds(text: string, { start, end }: Range): Range {
  let to = end
  while (to > start && isLineEnd(text.charCodeAt(to - 1))) to--
  return { start, end: to }
}

/** Without the spaces, tabs and line ends around it. */
export function trimmed(text: string, { start, end }: Range): Range {
  let [from, to] = [start, end]
  while (to > from && isBlankCode(text.charCodeAt(to - 1))) to--
  while (from < to && isBlankCode(text.charCodeAt(from))) from++
  return { start: from, end: to }
}

const isSpace = (code: number): boolean =>
  code <= 32 ? isBlankCode(code) || code === 11 || code === 12 : code > 127 && /\s/.test(String.fromCharCode(code))

/** Where a block ends: behind its last word, no-break spaces left out, too. */
export function lastWord(text: string, { start, end }: Range): number {
  let last = end
  while (last > start && isSpace(text.charCodeAt(last - 1))) last--
  return last
}
