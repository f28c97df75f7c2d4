import { checkMistake, digitsAt, firstWord, gap, identifier, isFilledIn, leading } from './identifier.ts'
import type { Digits, Identifier, Mistake } from './identifier.ts'

const name = new RegExp(String.raw`\bISBN(?:[-\u2010-\u2015 ]?1[03](?=[\s:.)]))?[)]?${gap}(?=\d)`, 'gi')

/**
 * International Standard Book Numbers (ISO 2108): ten digits up to 2006, the last of which may be X for ten, weighted from
 * ten down to one and divisible by 11; thirteen since, behind 978 or 979, weighted one and three by turns and divisible by 10.
 */
export function* findIsbns(text: string): Generator<Identifier> {
  for (const { index, 0: found } of text.matchAll(name)) {
    const written = digitsAt(text, index + found.length)
    const isbn = written && isbnOf(written)
    if (!isbn || !isFilledIn(isbn.digits)) continue
    yield identifier('ISBN', isbn, normalizeIsbn(isbn.digits), isbnMistake(isbn.digits))
  }
}

/** What else is written behind it, as a year is, does not belong to it. */
function isbnOf(written: Digits): Digits | undefined {
  const lengths = /^97[89]/.test(written.digits) ? [13, 10] : [10, 13]
  for (const length of lengths) {
    const isbn = leading(written, length)
    if (isbn && isbnMistake(isbn.digits) === undefined) return isbn
  }
  const word = firstWord(written)
  if (word.digits.length >= 8) return word
  return leading(written, lengths[0]!) ?? leading(written, lengths[1]!)
}

export function isbnMistake(digits: string): Mistake | undefined {
  if (digits.length === 10) return checkMistake(digits.at(-1)!, checkDigit10(digits))
  if (digits.length !== 13) return { kind: 'digits', found: String(digits.length), expected: '10 or 13' }
  if (!/^97[89]/.test(digits)) return { kind: 'prefix', found: digits.slice(0, 3), expected: '978 or 979' }
  return checkMistake(digits.at(-1)!, checkDigit13(digits))
}

function checkDigit10(digits: string): string {
  const sum = Array.from(digits.slice(0, 9)).reduce((total, digit, index) => total + (10 - index) * Number(digit), 0)
  const check = (11 - (sum % 11)) % 11
  return check === 10 ? 'X' : String(check)
}

function checkDigit13(digits: string): string {
  const sum = Array.from(digits.slice(0, 12)).reduce(
    (total, digit, index) => total + (index % 2 ? 3 : 1) * Number(digit),
    0,
  )
  return String((10 - (sum % 10)) % 10)
}

/** The same book has a number of either length. */
function normalizeIsbn(digits: string): string {
  if (digits.length !== 10) return digits
  const core = `978${digits.slice(0, 9)}`
  return core + checkDigit13(core)
}
