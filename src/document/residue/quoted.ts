import type { Range } from '../../source.ts'

const quotes = /["'“”„‚‘’«»‹›「」『』`]/

/** In quotation marks of its own: a text about leftovers. */
export function isQuoted(text: string, { start, end }: Range): boolean {
  return quotes.test(text[start - 1] ?? '') && quotes.test(text[end] ?? '')
}
