import { modelWords, numberedWords } from '../bracket-hint.ts'
import { tagBeginnings } from '../residue/mediawiki.ts'
import { behindBlanks, bytesOf, isDigit, isLetter, mayBeBlank } from './bytes.ts'

/** What the words of a bracket may begin with, in small letters; behind some, there has to be a number. */
interface Beginning {
  readonly word: Uint8Array
  readonly isNumbered: boolean
}

/** Tells whether the words at an offset may be those of a marker or of a leftover, whichever their case and the marks between them. */
export function createWordCheck(): (bytes: Uint8Array, at: number) => boolean {
  const beginnings = new Map<number, Beginning[]>()
  const wide = new Set<number>()
  const add = (words: readonly string[], isNumbered: boolean) => {
    for (const word of new Set(words.map((one) => one.toLowerCase()))) {
      const beginning = { word: bytesOf(word), isNumbered }
      const key = keyOf(beginning.word, 0)
      beginnings.set(key, [...(beginnings.get(key) ?? []), beginning])
      if (beginning.word[0]! < 128) continue
      for (const initial of [word[0]!, word[0]!.toUpperCase()]) wide.add(pairOf(bytesOf(initial), 0))
    }
  }
  add(numberedWords, true)
  add([...modelWords, ...tagBeginnings], false)
  return (bytes, at) => {
    if (bytes[at]! >= 128) return wide.has(pairOf(bytes, at))
    const found = beginnings.get(keyOf(bytes, at))
    return found !== undefined && found.some((beginning) => mayBegin(bytes, at, beginning))
  }
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
