import { isUnspacedScript, isWordCharacter } from '../document/characters.ts'
import type { Block } from '../document/document.ts'
import type { Marked } from './telling.ts'

/** A word of a block, markers left out. */
export interface Word {
  readonly id: number
  /** Offsets in the text of the block. */
  readonly from: number
  readonly to: number
  readonly opens: boolean
}

/** Words as numbers, the same for all texts that are compared. */
export type Vocabulary = Map<string, number>

/**
 * A block that both texts have is taken in whole pieces, from bracket to bracket: nobody asks what has become of its words, and most of
 * a text is like that.
 */
export function piecesOf(block: Block, slice: string, marked: readonly Marked[], vocabulary: Vocabulary): Word[] {
  const { text } = marked.length > 0 ? block : { text: slice }
  const ends = [...marked.map(({ candidate }) => candidate.at), text.length]
  let from = 0
  return ends.flatMap((to, index) => {
    const piece = text.slice(from, to)
    const word = { id: idOf(piece, vocabulary), from, to: marked.length > 0 ? to : Infinity, opens: true }
    from = marked[index]?.candidate.to ?? to
    return piece.trim() === '' ? [] : [word]
  })
}

/** Where the last word of a piece stands in the text of its block. */
export function lastWordIn(text: string, from: number, to: number): readonly [number, number] {
  let end = Math.min(to, text.length)
  while (end > from + 1 && kindAt(text, end - 1) === 'other') end--
  let start = end - 1
  while (start > from && kindAt(text, start - 1) === 'letter' && kindAt(text, start) === 'letter') start--
  return [Math.max(start, from), end]
}

/** The words of a block between its brackets; scripts without spaces are taken character by character. */
export function wordsOf({ text }: Block, marked: readonly Marked[], vocabulary: Vocabulary): Word[] {
  const words: Word[] = []
  let index = 0
  let opens = true
  for (let from = 0; from < text.length;) {
    const kind = kindAt(text, from)
    const to = kind === 'letter' ? endOfWord(text, from) : from + widthAt(text, from)
    while (index < marked.length && marked[index]!.candidate.to <= from) index++
    const isMarked = index < marked.length && marked[index]!.candidate.at < to
    if (kind === 'other') opens ||= sentenceEnds.has(text[from]!)
    else if (!isMarked) {
      words.push({ id: idOf(text.slice(from, to).toLowerCase(), vocabulary), from, to, opens })
      opens = false
    }
    from = to
  }
  return words
}

const sentenceEnds = new Set('.!?…。！？؟।')

function endOfWord(text: string, from: number): number {
  let to = from
  while (to < text.length && kindAt(text, to) === 'letter') to += widthAt(text, to)
  return to
}

type Kind = 'letter' | 'unspaced' | 'other'

const kinds = new Map<number, Kind>()

/** The same few hundred characters come again and again. */
function kindAt(text: string, at: number): Kind {
  const code = text.codePointAt(at)!
  const known = kinds.get(code)
  if (known !== undefined) return known
  const kind = code < firstUnspaced ? kindOfAlphabetic(String.fromCodePoint(code)) : kindOf(String.fromCodePoint(code))
  if (kinds.size < most) kinds.set(code, kind)
  return kind
}

const most = 10_000

/** Thai is the first script without spaces in Unicode. */
const firstUnspaced = 0x0e00

function kindOf(character: string): Kind {
  // Hangul has spaces between its words, though notes touch them as in other scripts of the region.
  if (isUnspacedScript(character) && !/\p{Script=Hangul}/u.test(character)) return 'unspaced'
  return kindOfAlphabetic(character)
}

function kindOfAlphabetic(character: string): Kind {
  if (character < '\u0080') return /[\dA-Za-z]/.test(character) ? 'letter' : 'other'
  return isWordCharacter(character) || /\p{M}/u.test(character) ? 'letter' : 'other'
}

const widthAt = (text: string, at: number) => (text.codePointAt(at)! > 0xffff ? 2 : 1)

function idOf(text: string, vocabulary: Vocabulary): number {
  const known = vocabulary.get(text)
  if (known !== undefined) return known
  vocabulary.set(text, vocabulary.size)
  return vocabulary.size - 1
}
