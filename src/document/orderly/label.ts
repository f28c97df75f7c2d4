import { isDigitCode, isLetterCode } from '../codes.ts'

/** No label that somebody writes is longer. */
const longest = 60

/** The offset of the bracket that closes the label of a footnote; -1 where it is no plain one: letters, digits, `-`, `_`, `.` between them. */
export function labelClose(text: string, from: number): number {
  let end = from
  while (end - from <= longest && isInLabel(text.charCodeAt(end))) end++
  const isPlain = end > from && end - from <= longest && text.charCodeAt(end) === 93
  return isPlain && !isJoin(text.charCodeAt(from)) && !isJoin(text.charCodeAt(end - 1)) ? end : -1
}

const isInLabel = (code: number): boolean => isLetterOrDigit(code) || isJoin(code)
const isJoin = (code: number): boolean => code === 45 || code === 95 || code === 46

/** Letters of Latin, Greek and Cyrillic script, of Han and Kana, and digits of ASCII. */
export const isLetterOrDigit = (code: number): boolean => isDigitCode(code) || isLetter(code)

export const isLetter = (code: number): boolean =>
  isLetterCode(code) ||
  (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7) ||
  (code >= 0x391 && code <= 0x3c9) ||
  (code >= 0x400 && code <= 0x481) ||
  isUnspaced(code)

/** A letter of a script without spaces between words. */
export const isUnspaced = (code: number): boolean =>
  (code >= 0x3041 && code <= 0x3096) || (code >= 0x30a1 && code <= 0x30fa) || (code >= 0x4e00 && code <= 0x9fa5)
