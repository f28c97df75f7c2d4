import { checkMistake, digitsAt, firstWord, gap, identifier, isFilledIn } from './identifier.ts'
import type { Identifier, Mistake } from './identifier.ts'

const name = new RegExp(String.raw`\borcid\.org/(?=\d)|\bORCID(?: iD)?${gap}(?=\d)`, 'gi')

/** ORCID iDs: sixteen digits, the last of which is worked out by ISO 7064 MOD 11-2 and may be X for ten. */
export function* findOrcids(text: string): Generator<Identifier> {
  for (const { index, 0: found } of text.matchAll(name)) {
    const written = digitsAt(text, index + found.length)
    const orcid = written && firstWord(written)
    if (!orcid || orcid.digits.length < 12 || !isFilledIn(orcid.digits)) continue
    yield identifier('ORCID', orcid, orcid.digits, orcidMistake(orcid.digits))
  }
}

export function orcidMistake(digits: string): Mistake | undefined {
  if (digits.length !== 16) return { kind: 'digits', found: String(digits.length), expected: '16' }
  const total = Array.from(digits.slice(0, 15)).reduce((sum, digit) => (sum + Number(digit)) * 2, 0)
  const check = (12 - (total % 11)) % 11
  return checkMistake(digits.at(-1)!, check === 10 ? 'X' : String(check))
}
