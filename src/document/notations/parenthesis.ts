import type { Block, Candidate } from '../document.ts'
import { membersIn, scanMembers } from './bracket.ts'
import { createCandidate } from './create.ts'

/** Candidates `(12)`, `(1,3-5)`: looked for only where the configuration asks for them. Years are none, nor is white space inside. */
export function findParentheses(block: Block, source: string): Candidate[] {
  const { text } = block
  const found: Candidate[] = []
  for (let at = text.indexOf('('); at >= 0; at = text.indexOf('(', at + 1)) {
    if (!/\d/.test(text[at + 1] ?? '')) continue
    const inner = scanMembers(text, at + 1)
    if (!inner || text[inner.end] !== ')' || !/\d/.test(text[inner.end - 1]!)) continue
    if (inner.members.some((member) => /\d{4}|^0/.test(member.text))) continue
    const to = inner.end + 1
    const members = membersIn(block, inner.members)
    found.push(createCandidate(source, { block, at, to }, { notation: 'parenthesis', family: 'parenthesis', members }))
  }
  return found
}
