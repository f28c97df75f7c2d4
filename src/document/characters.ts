import { invisible } from './invisible.ts'
import { isDigitCode, isLetterCode } from './codes.ts'

/** White space that can stand before a marker, the invisible kinds included. */
const white = new RegExp(String.raw`[\s${invisible}]`, 'u')
const letter = /\p{L}/u
const letterOrDigit = /[\p{L}\p{N}]/u
/** Scripts written without spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}ー]/u

/** Bits of what a code unit is, as far as somebody has asked for it. */
const kinds = new Uint8Array(1 << 16)
const whiteBit = 1
const letterBit = 2
const wordBit = 4
const unspacedBit = 8
const askedBit = 16

/** To compile the expressions takes longer than to read a short text, and most are in ASCII. */
function findPlainKind(code: number): number {
  if (isLetterCode(code)) return askedBit | letterBit | wordBit
  if (isDigitCode(code)) return askedBit | wordBit
  return code === 32 || (code >= 9 && code <= 13) ? askedBit | whiteBit : askedBit
}

function findKind(character: string): number {
  const code = character.charCodeAt(0)
  if (code < 128) return findPlainKind(code)
  return (
    askedBit |
    (white.test(character) ? whiteBit : 0) |
    (letter.test(character) ? letterBit : 0) |
    (letterOrDigit.test(character) ? wordBit : 0) |
    (unspaced.test(character) ? unspacedBit : 0)
  )
}

/** Regular expressions are slow for one letter at a time, and the same letters are asked for again and again. */
function is(character: string | undefined, bit: number): boolean {
  if (character === undefined) return false
  if (character.length !== 1) return (findKind(character) & bit) !== 0
  const code = character.charCodeAt(0)
  const known = kinds[code]!
  return ((known === 0 ? (kinds[code] = findKind(character)) : known) & bit) !== 0
}

export const isWhite = (character: string | undefined): boolean => is(character, whiteBit)
export const isLetter = (character: string | undefined): boolean => is(character, letterBit)
export const isWordCharacter = (character: string | undefined): boolean => is(character, wordBit)
export const isUnspacedScript = (character: string | undefined): boolean => is(character, unspacedBit)
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
  return isLetterCode(code) || isDigitCode(code)
}

/** Whether an odd number of backslashes stands before an offset. */
export function isEscaped(text: string, at: number): boolean {
  let count = 0
  while (text[at - 1 - count] === '\\') count++
  return count % 2 === 1
}
