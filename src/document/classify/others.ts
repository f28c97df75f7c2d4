import type { Block, Document } from '../document.ts'
import type { Range } from '../../source.ts'
import { isEscaped } from '../characters.ts'
import { sourceRange } from '../formats/prose.ts'
import { insideOf } from '../nearby.ts'

/** A bracket that no notation writes its markers with, and what it holds instead. */
export interface OtherBracket extends Range {
  readonly text: string
  readonly reason: string
}

const bracket = /[[【]([^[\]【】\r\n]{1,60})[\]】]/gu

/** Brackets of the prose that are not even candidates: said only when somebody asks. */
export function* otherBrackets(document: Document): Generator<OtherBracket> {
  const { source, blocks } = document
  const isTaken = insideOf([...document.verdicts.map(({ candidate }) => candidate), ...document.residues])
  const isLabel = insideOf(document.entries.map(({ labelRange }) => labelRange))
  for (const block of blocks) {
    for (const { index, 0: written, 1: words } of block.text.matchAll(bracket)) {
      const range = sourceRange(block, index, index + written.length)
      if (isTaken(range.start) || isTaken(range.start + 1) || isLabel(range.start)) continue
      const text = source.text.slice(range.start, range.end)
      yield { ...range, text, reason: reasonOf(block, index, words!) }
    }
  }
}

function reasonOf(block: Block, at: number, words: string): string {
  if (isEscaped(block.text, at)) return 'the bracket is escaped'
  // Chinese and Japanese texts use them for numbers of their own.
  if (block.text[at] === '【' && /^\p{N}+$/u.test(words)) return 'it stands in lenticular brackets'
  const link = block.links.find((one) => one.at <= at && at < one.to)
  if (link) return 'it is a link'
  return contents.find(([pattern]) => pattern.test(words))?.[1] ?? 'it holds more than a number'
}

/** What a bracket holds that is no label of any notation; the first that fits. */
const contents: readonly (readonly [RegExp, string])[] = [
  [/^\s*x?\s*$/i, 'it is a box to tick'],
  [/^!/, 'it is the label of an alert'],
  [/@/, 'it names a person or a key'],
  [/^[\p{N}\s]*\d:\d[\p{N}:.\s]*$|^(?:hh|mm):/u, 'it holds a time, a score or bits'],
  [/^[<>≤≥=~±+−-]|\d\s?(?:%|mg|ml|kg|km|cm|mm|nm|°)/u, 'it holds a value'],
  [/^[\p{N}\s.,;:–-]*\d[.]\d[\p{N}\s.,;:–-]*$/u, 'it holds a decimal, a version or an address'],
  [/^[^\p{L}\p{N}]+$/u, 'it marks an omission'],
  [/\p{L}.*\p{N}|\p{N}.*\p{L}/u, 'it holds letters and digits: a name, a tag or a formula'],
  [/^[\p{L}\p{M}]/u, 'it holds words'],
]
