/** White space that can stand before a marker, the invisible kinds included. */
const white = /[\s\u00AD\u180E\u200B-\u200D\u2060\uFEFF]/u
const letter = /\p{L}/u
const letterOrDigit = /[\p{L}\p{N}]/u
/** Scripts written without spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}ー]/u

export const isWhite = (character: string | undefined): boolean => character !== undefined && white.test(character)
export const isLetter = (character: string | undefined): boolean => character !== undefined && letter.test(character)
export const isWordCharacter = (character: string | undefined): boolean =>
  character !== undefined && letterOrDigit.test(character)
export const isUnspacedScript = (character: string | undefined): boolean =>
  character !== undefined && unspaced.test(character)
export const isDigit = (character: string | undefined): boolean =>
  character !== undefined && character >= '0' && character <= '9'

/** The whole character before an offset, astral ones included. */
export function characterBefore(text: string, at: number): string | undefined {
  if (at <= 0) return undefined
  const low = text.charCodeAt(at - 1)
  const isPair = low >= 0xdc00 && low <= 0xdfff && at > 1
  return isPair ? text.slice(at - 2, at) : text[at - 1]
}

/** The whole character at an offset. */
export function characterAt(text: string, at: number): string | undefined {
  const code = text.codePointAt(at)
  return code === undefined ? undefined : String.fromCodePoint(code)
}

/** Whether a place in a text is behind a letter or digit of ASCII, as most are. Then nothing that looks for signs has to look. */
export function isBehindPlain(text: string, at: number): boolean {
  const code = text.charCodeAt(at - 1)
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)
}

/** Whether an odd number of backslashes stands before an offset. */
export function isEscaped(text: string, at: number): boolean {
  let count = 0
  while (text[at - 1 - count] === '\\') count++
  return count % 2 === 1
}
