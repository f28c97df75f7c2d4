/** Words that are gathered piece by piece: without white space, and how many letters they have. */
export interface Words {
  text: string
  letters: number
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
const isWhite = /[\s\u00AD\u180E\u200B-\u200D\u2060\uFEFF]/
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
  let start = from
  let at = from
  while (at < to) {
    const kind = kindOf(text.charCodeAt(at))
    if (kind < white) {
      if (kind !== punctuation && (kind === letter || !isPaired(text, at))) words.letters++
      at++
      continue
    }
    if (start < at) words.text += text.slice(start, at)
    at++
    if (kind === lineEnd) at = skipQuotes(text, at, to)
    start = at
  }
  if (start < to) words.text += text.slice(start, to)
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

export function withoutSpace(text: string): string {
  const words: Words = { text: '', letters: 0 }
  gather(words, text, 0, text.length)
  return words.text
}
