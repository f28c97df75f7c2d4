/** Why something cannot be the identifier that it is called. */
export interface Mistake {
  readonly kind: 'check' | 'digits' | 'prefix' | 'month' | 'suffix'
  readonly found: string
  readonly expected: string
}

/** An identifier behind its name, at its offsets in the text that was read. */
export interface Identifier {
  readonly kind: 'DOI' | 'ISBN' | 'ISSN' | 'ORCID' | 'arXiv' | 'PMID'
  /** As it is written, line breaks included. */
  readonly text: string
  readonly start: number
  readonly end: number
  /** Equal for all ways of writing one identifier; `undefined` where it is malformed, or where its rest may stand elsewhere. */
  readonly value: string | undefined
  readonly mistake: Mistake | undefined
}

/** A stretch of digits behind a name: what was written, where, and its digits alone. */
export interface Digits {
  readonly start: number
  readonly text: string
  readonly digits: string
}

/** What may stand between a name and its number: `ISBN: `, `PMID: [`, `*ISSN* `; short, so that no text takes long. */
export const gap = String.raw`[\s:.=*_\[\]\u00A0]{0,12}`

export function identifier(
  kind: Identifier['kind'],
  { start, text }: Pick<Digits, 'start' | 'text'>,
  value: string | undefined,
  mistake?: Mistake,
): Identifier {
  return { kind, text, start, end: start + text.length, value: mistake ? undefined : value, mistake }
}

const run = /[\dXx](?:(?:\\?[-\u2010-\u2015]|[ \t\u00A0])?(?:[ \t]*(?:\r\n?|\n)[ \t>]*)?[\dXx])*(?![\p{L}\p{N}])/uy
const limit = 80

/** Digits and X at an offset, joined by hyphens, dashes, single spaces or one line break. */
export function digitsAt(text: string, start: number): Digits | undefined {
  run.lastIndex = 0
  const found = run.exec(text.slice(start, start + limit))?.[0]
  return found === undefined ? undefined : { start, text: found, digits: onlyDigits(found) }
}

export const onlyDigits = (text: string) => text.replaceAll(/[^\dXx]/g, '').toUpperCase()

/** The digits up to a white space behind which exactly so many have been read. */
export function leading({ start, text }: Digits, count: number): Digits | undefined {
  for (const { index } of [...text.matchAll(/\s/g), { index: text.length }]) {
    const part = text.slice(0, index).replace(/\s+$/, '')
    const digits = onlyDigits(part)
    if (digits.length === count && !/[^\dXx]$/.test(part)) return { start, text: part, digits }
  }
  return undefined
}

/** The digits before the first white space that does not wrap a line behind a hyphen. */
export function firstWord({ start, text }: Digits): Digits {
  const part = /^(?:[^\s]|(?<=[-\u2010-\u2015])\s+)*/.exec(text)![0].replace(/[^\dXx]+$/, '')
  return { start, text: part, digits: onlyDigits(part) }
}

/** `X` stands for ten, and at the end only; `978-0-XXX` is a gap to be filled in. */
export const isFilledIn = (digits: string) => /^\d+X?$/.test(digits)

export function checkMistake(found: string, expected: string): Mistake | undefined {
  return found === expected ? undefined : { kind: 'check', found, expected }
}
