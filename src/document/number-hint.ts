import { invisible } from './invisible.ts'
import { dashes, delimiters } from './joining.ts'
import { isDigitCode } from './codes.ts'

/**
 * Whether a digit in a bracket may begin the numbers of a marker, with nothing else up to the end of it: `12`, `1, 3–5 and 7`. What
 * stands for itself in any text settles it; behind markup, white space that is none of ASCII, and at the end of a line, anything may follow.
 */
export function mayBeNumbers(text: string, from: number): boolean {
  for (let at = from; ;) {
    const last = behindNumber(text, at)
    if (last < 0) return false
    const next = behindSpaces(text, last)
    const code = text.charCodeAt(next)
    if (code === close || isDoubtful(text, next)) return true
    const behind = isDelimiter(text, next) ? next + 1 : next > last ? behindWord(text, next) : next
    if (behind === next) return false
    at = behindSpaces(text, behind)
    if (!isDigitCode(text.charCodeAt(at))) return isDoubtful(text, at)
  }
}

const close = 93
const longest = 4

/** The offset behind `12`, `3-5`; of what follows the dash, where that is doubtful. -1 where there is no number of a marker. */
function behindNumber(text: string, at: number): number {
  const end = behindDigits(text, at)
  if (end - at > longest) return -1
  const dash = behindSpaces(text, end)
  if (!dashes.includes(text.charAt(dash))) return end
  const second = behindSpaces(text, dash + 1)
  const last = behindDigits(text, second)
  if (last === second) return isDoubtful(text, second) ? second : -1
  return last - second > longest ? -1 : last
}

/** An ampersand may begin an entity. */
const isDelimiter = (text: string, at: number): boolean =>
  delimiters.includes(text.charAt(at)) || (text.charCodeAt(at) === 38 && text.charCodeAt(at + 1) === 32)

const word = /(?:and|und|et|y|e|и|dan)(?=[^\p{L}\p{N}])/uy

function behindWord(text: string, at: number): number {
  word.lastIndex = at
  return word.test(text) ? word.lastIndex : at
}

function behindDigits(text: string, from: number): number {
  let at = from
  while (isDigitCode(text.charCodeAt(at))) at++
  return at
}

function behindSpaces(text: string, from: number): number {
  let at = from
  while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9) at++
  return at
}

/** Markup, which may be no part of the words, and what follows a line: it may begin with marks of a quotation. */
const unseen = new RegExp(String.raw`[\s${invisible}]`)
const mayVanish = '\r\n\\*_~`<&!$['

/** Whether what stands here may be something else among the words. */
function isDoubtful(text: string, at: number): boolean {
  const character = text.charAt(at)
  if (character > '\x7F') return unseen.test(character)
  return character !== '' && mayVanish.includes(character) && !isDelimiter(text, at)
}
