import { gap, identifier } from './identifier.ts'
import type { Identifier, Mistake } from './identifier.ts'

const name = String.raw`(?:\barxiv\.org/(?:abs|pdf|html)/|\barXiv${gap}(?:preprint )?)`
const current = String.raw`(\d{4})\.(\d{3,})(v\d+)?`
const old = String.raw`[a-z]+(?:-[a-z]+)?(?:\.[A-Z]{2})?/(\d{4})(\d{3})(?:v\d+)?`
const pattern = new RegExp(String.raw`(?<=${name})(?:${current}|${old})(?![\p{L}\p{N}])`, 'giu')

/**
 * Identifiers of arXiv. Since April 2007 `YYMM.NNNN`, with five digits behind the point since January 2015; before,
 * `archive/YYMMNNN`, the archive with or without its class. A version (`v2`) is the same paper.
 */
export function* findArxivIds(text: string): Generator<Identifier> {
  for (const match of text.matchAll(pattern)) {
    const { index, 0: written, 1: month, 2: number, 4: oldMonth } = match
    const isCut = /^\s*\n[ \t>]*\d/.test(text.slice(index + written.length, index + written.length + limit))
    if (isCut) continue
    const mistake = month === undefined ? monthMistake(oldMonth!) : arxivMistake(month, number!)
    yield identifier('arXiv', { start: index, text: written }, normalizeArxiv(written), mistake)
  }
}

const limit = 80

function arxivMistake(month: string, number: string): Mistake | undefined {
  const length = Number(month) >= 1501 ? 5 : 4
  if (number.length !== length)
    return { kind: 'digits', found: String(number.length), expected: `${length} behind the point` }
  return monthMistake(month)
}

function monthMistake(written: string): Mistake | undefined {
  const month = written.slice(2)
  return /^(?:0[1-9]|1[0-2])$/.test(month) ? undefined : { kind: 'month', found: month, expected: '01 to 12' }
}

function normalizeArxiv(written: string): string {
  return written
    .toLowerCase()
    .replace(/v\d+$/, '')
    .replace(/\.[a-z]{2}\//, '/')
}
