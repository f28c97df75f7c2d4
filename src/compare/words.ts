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

/** Scripts without spaces are compared character by character. */
const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}])[\p{L}\p{M}\p{N}])+/gu

/** The words of a block between its brackets. */
export function wordsOf({ text }: Block, marked: readonly Marked[], vocabulary: Vocabulary): Word[] {
  const words: Word[] = []
  let index = 0
  let last = 0
  for (const match of text.matchAll(word)) {
    const from = match.index
    const to = from + match[0].length
    while (index < marked.length && marked[index]!.candidate.to <= from) index++
    if (index < marked.length && marked[index]!.candidate.at < to) continue
    words.push({ id: idOf(match[0].toLowerCase(), vocabulary), from, to, opens: endsSentence(text, last, from) })
    last = to
  }
  return words
}

function idOf(text: string, vocabulary: Vocabulary): number {
  const known = vocabulary.get(text)
  if (known !== undefined) return known
  vocabulary.set(text, vocabulary.size)
  return vocabulary.size - 1
}

function endsSentence(text: string, from: number, to: number): boolean {
  return from === 0 || /[.!?…。！？؟।]/.test(text.slice(from, Math.min(to, from + 80)))
}
