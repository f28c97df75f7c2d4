import { behindBlanks, everything, isBlank, isDigit, isLetter, isPlain, isSmall, mayBeBlank } from './bytes.ts'
import type { IsSign } from './bytes.ts'
import { createWordCheck } from './words.ts'

/** Bytes that may stand behind the bracket of a marker. */
export const mayOpen = everything.filter(
  (byte) => isPlain(byte) || isBlank(byte) || byte >= 128 || byte === 94 || byte === 38 || byte === 60,
)

/** Tells of a bracket whether it may be that of a marker, an entry or a leftover. */
export function createBracketCheck(): IsSign {
  const { mayBegin, mayBeWords } = createWordCheck()
  return (bytes, at) => {
    const isPossible = mayBegin[(bytes[at + 1]! << 8) | bytes[at + 2]!]
    if (isPossible === 0 || (isPossible === 2 && isPlain(bytes[at + 3]!))) return false
    const from = isPlain(bytes[at + 1]!) ? at + 1 : behindBlanks(bytes, at + 1)
    const byte = bytes[from]!
    if (isLetter(byte)) return mayBeLetters(bytes, from, at) || mayBeWords(bytes, from)
    if (byte >= 128) return mayBeBlank(byte) || mayBeWords(bytes, from)
    return isDigit(byte) || byte === 94 || byte === 38 || byte === 60
  }
}

/** `[a]`, `[bc]`, but for boxes to tick and the words of links. */
function mayBeLetters(bytes: Uint8Array, from: number, at: number): boolean {
  if (!isSmall(bytes[from]!) || (isPlain(bytes[from + 1]!) && isPlain(bytes[from + 2]!))) return false
  let end = behindBlanks(bytes, from + 1)
  if (isSmall(bytes[end]!)) end = behindBlanks(bytes, end + 1)
  const byte = bytes[end]!
  if (byte !== 93) return byte === 60 || mayBeBlank(byte)
  return !isAddressAt(bytes, end + 1) && !isBox(bytes, at)
}

/** `(https://example.org)` */
function isAddressAt(bytes: Uint8Array, at: number): boolean {
  if (bytes[at] !== 40) return false
  let end = at + 1
  while (isOfAddress(bytes[end]!)) end++
  return bytes[end] === 41
}

/** None of `(`, `)`, `<`, `\`, white space; of what is not ASCII, some is white space. */
const isOfAddress = (byte: number) =>
  byte > 32 && byte < 128 && byte !== 40 && byte !== 41 && byte !== 60 && byte !== 92

/** `- [x] `: a box to tick, at the start of an item. */
function isBox(bytes: Uint8Array, at: number): boolean {
  if (bytes[at + 1] !== 120 || bytes[at + 2] !== 93 || bytes[at + 3] !== 32) return false
  let start = at
  while (isSpace(bytes[start - 1]!)) start--
  const mark = bytes[start - 1]
  if (start === at || at - start > 12 || (mark !== 45 && mark !== 42 && mark !== 43)) return false
  const before = bytes[start - 2]!
  return before === 0 || before === 10 || before === 13 || before === 62 || isSpace(before)
}

const isSpace = (byte: number): boolean => byte === 32 || byte === 9
