import { decodeString } from 'micromark-util-decode-string'
import { isBlankCode } from '../flow/lines.ts'
import { isLineEnd } from '../line-ends.ts'

/** Where a link leads, and the offset behind it. */
export interface Resource {
  readonly url: string
  readonly end: number
}

/**
 * `(url)`, `(<url> "title")` at an offset (CommonMark 0.31 §6.3). `undefined`: it is none. `doubt`: its title goes over
 * several lines.
 */
export function resourceAt(text: string, at: number, limit: number): Resource | 'doubt' | undefined {
  if (text[at] !== '(') return undefined
  const from = skipWhite(text, at + 1, limit)
  const destination = destinationAt(text, from, limit)
  if (typeof destination !== 'object') return destination
  const space = skipWhite(text, destination.end, limit)
  const title = space > destination.end ? titleEnd(text, space, limit) : space
  if (title === 'doubt' || title === undefined) return title
  const close = skipWhite(text, title, limit)
  return text[close] === ')' && close < limit ? { url: destination.url, end: close + 1 } : undefined
}

function skipWhite(text: string, from: number, limit: number): number {
  let index = from
  while (index < limit && isBlankCode(text.charCodeAt(index))) index++
  return index
}

function destinationAt(text: string, at: number, limit: number): Resource | 'doubt' | undefined {
  if (at >= limit) return undefined
  const found = text[at] === '<' ? inAngles(text, at, limit) : bare(text, at, limit)
  return typeof found === 'object' && /[\\&]/.test(found.url) ? { ...found, url: decodeString(found.url) } : found
}

function inAngles(text: string, at: number, limit: number): Resource | 'doubt' | undefined {
  for (let index = at + 1; index < limit; index++) {
    const character = text[index]
    if (character === '>') return { url: text.slice(at + 1, index), end: index + 1 }
    if (character === '\\') index++
    if (character === '<' || isLineEnd(text.charCodeAt(index))) return undefined
  }
  return undefined
}

/** The parser stops at 32 parentheses. */
const deepest = 30

const isSign = (character: string | undefined): boolean => character !== undefined && /[!-/:-@[-`{-~]/.test(character)

/** An address that is written without a sign that could mean something. */
const plainAddress = /[^\s()\\\0- \x7F]*\)/y

function bare(text: string, at: number, limit: number): Resource | 'doubt' | undefined {
  plainAddress.lastIndex = at
  if (plainAddress.test(text) && plainAddress.lastIndex <= limit) {
    const end = plainAddress.lastIndex - 1
    return { url: text.slice(at, end), end }
  }
  let depth = 0
  let index = at
  for (; index < limit; index++) {
    const code = text.charCodeAt(index)
    if (code === 92 && isSign(text[index + 1])) index++
    if (code === 40 && ++depth > deepest) return 'doubt'
    if (code === 41 && depth-- === 0) break
    if (code <= 32 || code === 127) break
  }
  return depth > 0 ? undefined : { url: text.slice(at, index), end: index }
}

/** Behind the title that begins at an offset, or the offset itself where none does. */
function titleEnd(text: string, at: number, limit: number): number | 'doubt' | undefined {
  const open = text[at]
  if (open === '(') return 'doubt'
  if (open !== '"' && open !== "'") return at
  for (let index = at + 1; index < limit; index++) {
    const character = text[index]
    if (character === open) return index + 1
    if (character === '\\' || isLineEnd(text.charCodeAt(index))) return 'doubt'
  }
  return undefined
}
