import type { Block, Candidate, Member } from '../document.ts'
import { numberOf } from './footnote.ts'
import { createCandidate } from './create.ts'

/** References to notes in the way of a format of their own: `[fn:1]`, `\footnotemark[1]`. */
export function findReferences(block: Block, source: string): Candidate[] {
  const found: Candidate[] = []
  for (const { kind, at, to, keys = [] } of block.links) {
    if (kind !== 'note' || keys.length === 0) continue
    const members = keys.map(({ label, start, end }): Member => {
      return { start, end, text: label, label, number: numberOf(label), through: undefined }
    })
    found.push(createCandidate(source, { block, at, to }, { notation: 'footnote', family: 'footnote', members }))
  }
  return found
}
