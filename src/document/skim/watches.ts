import { anchorWords, entityNames, plainSigns } from '../hints.ts'
import { createBracketCheck, mayOpen } from './bracket.ts'
import { behindBlanks, bytesOf, everything, isDigit, isLetter, mayBeBlank, smallStandAt, standAt } from './bytes.ts'
import type { IsSign } from './bytes.ts'
import type { Pairs } from './finder.ts'

/** A byte that may be part of a sign, the bytes that may stand behind it there (any where none are said), and a closer look. */
export interface Watch {
  readonly byte: number
  readonly next?: readonly number[]
  readonly isSign: IsSign
  /** In code, nobody looks for the signs of markers. A caret that is no sign may be a slip where there are footnotes. */
  readonly kind: 'sign' | 'note' | 'caret' | 'key' | 'comment'
}

/**
 * Bytes by which signs are seen, rare ones before others. Those of one list are looked for at once, so that each is found with
 * what stands behind any of them.
 */
const narrow = ['^[', '@\0', ']', '<&#', '_JI', 'n', 'c'].map(bytesOf)
const wide = new Set(plainSigns.map((sign) => bytesOf(sign)[0]!).filter((byte) => byte >= 128))
const lists = [...narrow, [...wide]]

/** Signs that need no more than what stands around them. */
export function createWatches(): readonly Watch[] {
  return [
    // What is binary, and keys: of either, others have something to say.
    { byte: 0, isSign: () => true, kind: 'key' },
    { byte: 64, isSign: () => true, kind: 'key' },
    { ...watchOf('cite', 'c'), isSign: citesAt, kind: 'key' },
    { ...watchOf('[^', '['), kind: 'note' },
    { byte: 91, next: mayOpen, isSign: createBracketCheck(), kind: 'sign' },
    { byte: 94, isSign: isCaretSign, kind: 'sign' },
    { byte: 94, isSign: isBehindWord, kind: 'caret' },
    { ...watchOf('<!--'), kind: 'comment' },
    { ...watchOf('<s'), isSign: isRaisedAt },
    { ...watchOf('<S'), isSign: isRaisedAt },
    ...plainSigns.map((sign) => watchOf(sign)),
    ...entityNames.map((name) => watchOf(`&${name}`)),
    { ...watchOf('&#'), isSign: isEntityAt },
    anchorWatch(),
    // `turn0search1`
    { byte: 110, next: [...bytesOf('0123456789')], isSign: (bytes, at) => standAt(bytes, at - 3, turn), kind: 'sign' },
  ]
}

/** What to look for, so that nothing is missed that is watched. */
export function pairsOf(watches: readonly Watch[]): readonly Pairs[] {
  return lists.map((bytes) => ({
    bytes,
    next: watches.flatMap(({ byte, next = everything }) => (bytes.includes(byte) ? next : [])),
  }))
}

const turn = bytesOf('turn')

/** A sign that is the same everywhere, seen by the rarest of its bytes. What is not ASCII begins with one that is rare. */
function watchOf(sign: string, by?: string): Watch {
  const all = bytesOf(sign)
  const byte = by?.charCodeAt(0) ?? narrow.flatMap((bytes) => [...bytes]).find((one) => all.includes(one)) ?? all[0]!
  const offset = all.indexOf(byte)
  return {
    byte,
    next: [...all.subarray(offset + 1, offset + 2)],
    isSign: (bytes, at) => standAt(bytes, at - offset, all),
    kind: 'sign',
  }
}

const cite = bytesOf('cite')

/** `\cite{key}`, `\citep[see][]{key}`, `{cite}`, `citep:key`: keys that bibliographies are asked for. */
function citesAt(bytes: Uint8Array, at: number): boolean {
  if (!standAt(bytes, at, cite)) return false
  let end = at + cite.length
  while (isLetter(bytes[end]!)) end++
  return bytes[at - 1] === 123 || opensKeys.includes(bytes[end]!)
}

const opensKeys = bytesOf('*[{:')

/** `<sup>3</sup>`, whatever its attributes. */
function isRaisedAt(bytes: Uint8Array, at: number): boolean {
  if (!smallStandAt(bytes, at + 1, sup)) return false
  const end = at + 1 + sup.length
  if (bytes[end] !== 62) return bytes[end] === 47 || bytes[end]! <= 32 || mayBeBlank(bytes[end]!)
  return mayBeNumber(bytes[behindBlanks(bytes, end + 1)]!)
}

const sup = bytesOf('sup')

/** A character by its number, if it may be one of those that are signs: `[`, `]`, `^`, raised digits, arrows. */
function isEntityAt(bytes: Uint8Array, at: number): boolean {
  const isHex = (bytes[at + 2]! | 32) === 120
  let code = 0
  for (let end = isHex ? at + 3 : at + 2; code < 0x10000; end++) {
    const byte = bytes[end]!
    if (isDigit(byte)) code = code * (isHex ? 16 : 10) + byte - 48
    else if (isHex && isLetter(byte)) code = code * 16 + (byte | 32) - 87
    else break
  }
  return (code > 90 && code < 95) || (code > 177 && code < 186) || (code > 8303 && code < 8658)
}

/** A digit, or other markup in front of one. */
const mayBeNumber = (byte: number): boolean => isDigit(byte) || byte === 60 || mayBeBlank(byte)

/** `^[a note in place]`, `^3^`, and the caret in front of an entry. */
function isCaretSign(bytes: Uint8Array, at: number): boolean {
  if (!isBehindWord(bytes, at)) return false
  const from = behindBlanks(bytes, at + 1)
  if (bytes[from] === 91) return true
  if (mayBeNumber(bytes[from]!) && (!isDigit(bytes[from]!) || isClosed(bytes, from))) return true
  let start = at
  while (at - start < 20 && opensWith.includes(bytes[start - 1]!)) start--
  // What is none of ASCII may be white space.
  return at - start === 20 || bytes[start - 1]! >= 128 || isBehind.includes(bytes[start - 1]!)
}

/** That of a footnote is behind its bracket. */
const isBehindWord: IsSign = (bytes, at) => bytes[at - 1] !== 91

const opensWith = bytesOf(' \t*_\\')
/** At the start of a text is a zero. */
const isBehind = bytesOf('\0\r\n>.)]')

/** Whether another caret follows; no raised number has more than a hundred characters behind its first digit. */
function isClosed(bytes: Uint8Array, at: number): boolean {
  for (let end = at + 1; end < at + 404; end++) {
    const byte = bytes[end]
    if (byte === 94 || byte === 10 || byte === 13 || byte === 0) return byte === 94
  }
  return false
}

/** `#fn1`, `#user-content-cite_note-2` */
function anchorWatch(): Watch {
  const words = anchorWords.map(bytesOf)
  const prefix = bytesOf('user-content-')
  const initials = new Set([prefix, ...words].flatMap(([byte]) => [byte!, byte! - 32]))
  const isSign: IsSign = (bytes, at) => {
    const from = smallStandAt(bytes, at + 1, prefix) ? at + 1 + prefix.length : at + 1
    return words.some((word) => smallStandAt(bytes, from, word) && isNumberBehind(bytes, from + word.length))
  }
  return { byte: 35, next: [...initials], isSign, kind: 'sign' }
}

function isNumberBehind(bytes: Uint8Array, at: number): boolean {
  let end = at
  while (between.includes(bytes[end]!)) end++
  return isDigit(bytes[end]!)
}

const between = bytesOf('-_:.')
