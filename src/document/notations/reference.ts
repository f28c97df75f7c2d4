import type { Block, Candidate } from '../document.ts'
import { sourceRange } from '../formats/prose.ts'
import { numberOf } from './footnote.ts'

/** References to notes in the way of a format of their own: `[fn:1]`, `\footnotemark[1]`. */
export function* findReferences(block: Block, source: string): Generator<Candidate> {
  for (const { kind, at, to, keys = [] } of block.links) {
    if (kind !== 'note' || keys.length === 0) continue
    const range = sourceRange(block, at, to)
    yield {
      ...range,
      text: source.slice(range.start, range.end),
      notation: 'footnote',
      family: 'footnote',
      block,
      at,
      to,
      members: keys.map(({ label, start, end }) => {
        return { start, end, text: label, label, number: numberOf(label), through: undefined }
      }),
      malformed: undefined,
      suffix: undefined,
    }
  }
}
