import type { Document } from '../../src/document/document.ts'
import type { Identifier } from '../../src/identifiers/index.ts'
import { around, replaced } from './mutant.ts'
import type { Mutant } from './mutant.ts'

/**
 * A digit of an identifier with a check digit is changed. A DOI, and the numbers of arXiv, have none: their shape is
 * broken instead. A number of PubMed has neither, so nobody can see a wrong one.
 */
export function* identifierChanged({ entries, source }: Document): Generator<Mutant> {
  for (const { identifiers } of entries) {
    for (const one of identifiers) {
      const written = one.mistake ? undefined : wrongIdentifier(one)
      if (written === undefined) continue
      const text = replaced(source.text, [{ start: one.start, end: one.end, text: written }])
      const place = around(one.start, written.length)
      yield { fault: `digit of ${one.kind} changed`, text, spots: [{ rule: 'entry-identifier', place }] }
    }
  }
}

function wrongIdentifier({ kind, text, end }: Identifier): string | undefined {
  if (kind === 'DOI') return text.replace(/^10\./, '19.')
  if (kind === 'arXiv') return /^\d{4}\./.test(text) ? text.replace(/^(\d\d)\d\d/, '$113') : undefined
  if (kind === 'PMID') return undefined
  const digits = [...text.matchAll(/\d/g)]
  // Another one for each place, but never one of the prefix, which has a rule of its own.
  const { index, 0: digit } = digits[Math.min(digits.length - 1, 3 + (end % Math.max(1, digits.length - 3)))]!
  return `${text.slice(0, index)}${(Number(digit) + 1) % 10}${text.slice(index + 1)}`
}
