import { checkMistake, digitsAt, firstWord, gap, identifier, isFilledIn } from './identifier.ts'
import type { Identifier, Mistake } from './identifier.ts'

const name = new RegExp(String.raw`\b(?:[ep][-\u2010-\u2015 ]?)?ISSN(?:-L)?${gap}(?=\d)`, 'gi')

/** International Standard Serial Numbers (ISO 3297): eight digits, weighted from eight down to one and divisible by 11; the last may be X for ten. */
export function* findIssns(text: string): Generator<Identifier> {
  for (const { index, 0: found } of text.matchAll(name)) {
    const written = digitsAt(text, index + found.length)
    const issn = written && firstWord(written)
    if (!issn || issn.digits.length < 6 || !isFilledIn(issn.digits)) continue
    yield identifier('ISSN', issn, issn.digits, issnMistake(issn.digits))
  }
}

export function issnMistake(digits: string): Mistake | undefined {
  if (digits.length !== 8) return { kind: 'digits', found: String(digits.length), expected: '8' }
  const sum = Array.from(digits.slice(0, 7)).reduce((total, digit, index) => total + (8 - index) * Number(digit), 0)
  const check = (11 - (sum % 11)) % 11
  return checkMistake(digits.at(-1)!, check === 10 ? 'X' : String(check))
}
