import { modelWords, numberedWords } from '../bracket-hint.ts'
import { tagBeginnings } from '../residue/mediawiki.ts'
import { behindBlanks, bytesOf, isDigit, isLetter, mayBeBlank } from './bytes.ts'

/** What the words of a bracket may begin with, in small letters; behind some, there has to be a number. */
interface Beginning {
  readonly word: Uint8Array
  readonly isNumbered: boolean
}

/** How words of markers and leftovers are told, whichever their case and the marks between them. */
interface WordCheck {
  /** Whether words may have two bytes at their beginning: 0 if not, 2 if the third has to be neither letter nor digit. */
  readonly mayBegin: Uint8Array
  /** Whether there may be words of a marker or of a leftover at an offset. */
  readonly mayBeWords: (bytes: Uint8Array, at: number) => boolean
}

/** Knows all words that brackets of markers and leftovers begin with. */
export function createWordCheck(): WordCheck {
  const beginnings = new Map<number, Beginning[]>()
  const wide = new Set<number>()
  const add = (words: readonly string[], isNumbered: boolean) => {
    for (const lettered of words) {
      const initial = bytesOf(lettered[0]!.toLowerCase())
      const beginning = { word: bytesOf(lettered.toLowerCase()), isNumbered }
      const key = keyOf(beginning.word, 0)
      const others = beginnings.get(key)
      if (others) others.push(beginning)
      else beginnings.set(key, [beginning])
      if (initial[0]! >= 128) for (const one of [initial, bytesOf(lettered[0]!.toUpperCase())]) wide.add(pairOf(one, 0))
    }
  }
  add(numberedWords, true)
  add(modelWords, false)
  add(tagBeginnings, false)
  return {
    mayBegin: beginningTable(beginnings.keys()),
    mayBeWords(bytes, at) {
      if (bytes[at]! >= 128) return wide.has(pairOf(bytes, at))
      const found = beginnings.get(keyOf(bytes, at))
      return found !== undefined && found.some((beginning) => mayBegin(bytes, at, beginning))
    },
  }
}

/**
 * Of what begins with a large letter, only listed words count; with a small one, `[a]` and `[bc]` as well; with anything else,
 * somebody else has to look.
 */
function beginningTable(keys: Iterable<number>): Uint8Array {
  const table = new Uint8Array(1 << 16).fill(1)
  for (let letter = 97; letter < 123; letter++) {
    const [large, small] = [(letter - 32) << 8, letter << 8]
    table.fill(0, large, large + 256)
    // `[a]`, `[bc]`
    table
      .fill(2, small + 48, small + 58)
      .fill(2, small + 65, small + 91)
      .fill(2, small + 97, small + 123)
  }
  for (const key of keys) {
    const second = key & 255
    for (const row of [key - second, (key - second) & ~0x2000]) {
      if (second === 0)
        table
          .fill(1, row, row + 65)
          .fill(1, row + 91, row + 97)
          .fill(1, row + 123, row + 256)
      else table.fill(1, row + second, row + second + 1).fill(1, row + second - 32, row + second - 31)
    }
  }
  return table
}

const pairOf = (bytes: Uint8Array, at: number): number => (bytes[at]! << 8) | bytes[at + 1]!

/** The first two letters of ASCII as one number; where the second is something else, the first alone. */
function keyOf(bytes: Uint8Array, at: number): number {
  const second = bytes[at + 1] ?? 0
  return ((bytes[at]! | 32) << 8) | (isLetter(second) ? second | 32 : 0)
}

function mayBegin(bytes: Uint8Array, from: number, { word, isNumbered }: Beginning): boolean {
  let at = from
  for (const sought of word) {
    const byte = bytes[at]!
    if (byte >= 128) return true
    if (sought === 32) {
      const end = behindBlanks(bytes, at)
      if (end === at) return byte === 60 || byte === 38
      at = end
    } else if (byte === sought || (isLetter(byte) && (byte | 32) === sought)) at++
    else return false
  }
  return !isNumbered || isNumberAt(bytes, bytes[at] === 46 ? at + 1 : at)
}

function isNumberAt(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[behindBlanks(bytes, at)]!
  return isDigit(byte) || byte === 60 || mayBeBlank(byte)
}
