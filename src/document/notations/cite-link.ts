import type { Block, Candidate, Member } from '../document.ts'
import { createCandidate } from './create.ts'

/** Citations in the way of a format of their own: `\cite{a,b}`, `[cite:@a;@b]`. A parameter of a macro (`#1`) is no key. */
export function findCiteLinks(block: Block, source: string): Candidate[] {
  const found: Candidate[] = []
  for (const { kind, at, to, range, keys = [] } of block.links) {
    if (kind !== 'cite' || keys.length === 0 || keys.some(({ label }) => /[\s#\\{}]/.test(label))) continue
    const members = keys.map(({ label, start, end }): Member => {
      return { start, end, text: source.slice(start, end), label, number: undefined, through: undefined }
    })
    found.push(createCandidate(source, { block, at, to, range }, { notation: 'citekey', family: 'citekey', members }))
  }
  return found
}
