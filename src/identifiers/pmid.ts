import { gap, identifier } from './identifier.ts'
import type { Identifier, Mistake } from './identifier.ts'

const name = String.raw`(?:\bPMID${gap}|\bpubmed\.ncbi\.nlm\.nih\.gov/|\bncbi\.nlm\.nih\.gov/pubmed/)`
const pattern = new RegExp(String.raw`(?<=${name})\d+(?![\p{L}\p{N}])`, 'giu')

/** Numbers of PubMed: one to eight digits without a zero in front (National Library of Medicine, field PMID). */
export function* findPmids(text: string): Generator<Identifier> {
  for (const { index, 0: written } of text.matchAll(pattern)) {
    yield identifier('PMID', { start: index, text: written }, written, pmidMistake(written))
  }
}

export function pmidMistake(digits: string): Mistake | undefined {
  if (digits.length > 8) return { kind: 'digits', found: String(digits.length), expected: '8 or fewer' }
  return digits.startsWith('0') ? { kind: 'prefix', found: '0', expected: '1 to 9' } : undefined
}
