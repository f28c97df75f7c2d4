import { invisible } from '../document/invisible.ts'
/** Words of one text as they are gathered: without white space, and how many letters they have. */
export interface Words {
  letters: number
  /** Code units that are no text yet: to join thousands of short texts takes longer than all else. */
  readonly units: Uint16Array
  count: number
  parts: string[]
}

export function createWords(): Words {
  return { letters: 0, units: new Uint16Array(1 << 12), count: 0, parts: [] }
}

/** All that was gathered. What is gathered next is another text. */
export function takeText(words: Words): string {
  const last = textOf(words)
  const text = words.parts.length === 0 ? last : [...words.parts, last].join('')
  words.parts = []
  words.letters = 0
  return text
}

/** The units that are no text yet as one. */
function textOf(words: Words): string {
  const { units, count } = words
  words.count = 0
  return String.fromCharCode.apply(null, units.subarray(0, count) as unknown as number[])
}

/** A UTF-16 code unit is one of them; `half` of a pair is looked at with the other half. */
const unknown = 0
const letter = 1
const punctuation = 2
const half = 3
/** And all above it is left out. */
const white = 4
const lineEnd = 5

/** What each code unit is, as far as somebody has asked: regular expressions are slow where every letter is asked for. */
const kinds = new Uint8Array(1 << 16)

/** White space and characters that nobody sees. */
const isWhite = new RegExp(String.raw`[\s${invisible}]`)
const isPunctuation = /^\p{P}$/u

function findKind(code: number): number {
  const character = String.fromCharCode(code)
  if (character === '\n' || character === '\r') return lineEnd
  if (isWhite.test(character)) return white
  if (code >= 0xd800 && code <= 0xdfff) return half
  return isPunctuation.test(character) ? punctuation : letter
}

function kindOf(code: number): number {
  const known = kinds[code]!
  return known === unknown ? (kinds[code] = findKind(code)) : known
}

/** Adds a stretch of a text, without white space, characters that nobody sees, and the `>` of quotations. */
export function gather(words: Words, text: string, from: number, to: number): void {
  const { units } = words
  let { count, letters } = words
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    const kind = kindOf(code)
    if (kind >= white) {
      if (kind === lineEnd) at = skipQuotes(text, at + 1, to) - 1
      continue
    }
    if (kind === letter || (kind === half && !isPaired(text, at))) letters++
    units[count++] = code
    if (count < units.length) continue
    words.count = count
    words.parts.push(textOf(words))
    count = 0
  }
  words.count = count
  words.letters = letters
}

/** Whether half of a pair is punctuation of a script beyond the first plane: `𐄀`. */
function isPaired(text: string, at: number): boolean {
  const isSecond = (text.charCodeAt(at) & 0xfc00) === 0xdc00
  const first = isSecond ? at - 1 : at
  return isPunctuation.test(text.slice(Math.max(0, first), first + 2))
}

/** Behind the indentation and the `>` at the start of a line. */
function skipQuotes(text: string, from: number, to: number): number {
  let at = from
  while (at < to && (text[at] === ' ' || text[at] === '\t' || text[at] === '>')) at++
  return at
}
