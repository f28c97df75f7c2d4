import { anchorWords, entityNames, plainSigns } from '../hints.ts'
import { createBracketCheck } from './bracket.ts'
import { behindBlanks, bytesOf, isDigit, smallStandAt, standAt } from './bytes.ts'
import type { IsSign } from './bytes.ts'
import { endsWithCite } from './names.ts'

/** A byte that may be part of a sign, the bytes that may stand behind it there (any where none are said), and a closer look. */
export interface Watch {
  readonly byte: number
  readonly next?: readonly number[]
  readonly isSign: IsSign
  /** Something else than what nobody looks for in code. */
  readonly kind?: 'key' | 'comment'
}

/** Bytes that are rare in prose, in one of which most signs can be seen; the least rare last. */
const rareBytes = bytesOf('^@{&<#J[I_')

/** Signs that need no more than what stands around them. */
export function createWatches(): readonly Watch[] {
  return [
    // What is binary, and keys: of either, others have something to say.
    { byte: 0, isSign: () => true, kind: 'key' },
    { byte: 64, isSign: () => true, kind: 'key' },
    { byte: 123, isSign: isBehindCite, kind: 'key' },
    { ...watchOf('{cite'), kind: 'key' },
    { byte: 91, isSign: createBracketCheck() },
    { byte: 94, isSign: isCaretSign },
    { ...watchOf('<!--'), kind: 'comment' },
    { byte: 60, next: [...bytesOf('sS')], isSign: (bytes, at) => smallStandAt(bytes, at + 1, sup) },
    ...plainSigns.map(watchOf),
    ...entityNames.map((name) => watchOf(`&${name}`)),
    watchOf('&#'),
    anchorWatch(),
    // `turn0search1`
    ...[...bytesOf('0123456789')].map((byte) => ({ byte, isSign: isBehindTurn })),
  ]
}

const sup = bytesOf('sup')
const turn = bytesOf('turn')
const isBehindTurn: IsSign = (bytes, at) => standAt(bytes, at - turn.length, turn)

/** A sign that is the same everywhere. What is not ASCII begins with a byte that is rare enough. */
function watchOf(sign: string): Watch {
  const all = bytesOf(sign)
  const byte = all[0]! >= 128 ? all[0]! : rareBytes.find((rare) => all.includes(rare))!
  const offset = all.indexOf(byte)
  return {
    byte,
    next: [...all.subarray(offset + 1, offset + 2)],
    isSign: (bytes, at) => standAt(bytes, at - offset, all),
  }
}

/** `^[a note in place]`, `^3^`, and the caret in front of an entry. */
function isCaretSign(bytes: Uint8Array, at: number): boolean {
  if (bytes[at + 1] === 91) return true
  const from = behindBlanks(bytes, at + 1)
  const byte = bytes[from]!
  if (byte >= 128 || byte === 60 || (isDigit(byte) && isClosed(bytes, from))) return true
  let start = at
  while (at - start < 20 && opensWith.includes(bytes[start - 1]!)) start--
  return at - start === 20 || isBehind.includes(bytes[start - 1]!)
}

const opensWith = bytesOf(' \t*_\\')
/** At the start of a text is a zero. */
const isBehind = bytesOf('\0\r\n>.)]')

/** Whether another caret follows; no raised number has more than a hundred characters behind its first digit. */
function isClosed(bytes: Uint8Array, at: number): boolean {
  for (let end = at + 1; end < at + 404; end++) {
    const byte = bytes[end]
    if (byte === 94 || byte === 10 || byte === 13) return byte === 94
  }
  return false
}

/** `\cite{key}`, `\citep[see][]{key}`: keys that bibliographies are asked for. */
function isBehindCite(bytes: Uint8Array, at: number): boolean {
  const end = bytes[at - 1] === 42 ? at - 1 : at
  return bytes[end - 1] === 93 || endsWithCite(bytes, end)
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
  return { byte: 35, next: [...initials], isSign }
}

function isNumberBehind(bytes: Uint8Array, at: number): boolean {
  let end = at
  while (between.includes(bytes[end]!)) end++
  return isDigit(bytes[end]!)
}

const between = bytesOf('-_:.')
