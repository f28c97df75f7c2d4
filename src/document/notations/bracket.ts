import type { Block, Candidate, Member } from '../document.ts'
import { isDigit, isWhite } from '../characters.ts'
import { sourceRange } from '../formats/prose.ts'
import { createCandidate } from './create.ts'
import { isDigitCode } from '../codes.ts'
import { dashes, delimiters } from '../joining.ts'

/** A bracket longer than this is prose, not a cluster of numbers. */
const longest = 400
const separators = `${delimiters}&`

/** Candidates `[12]`, `[ 12 ]`, `[1, 3-5]`, with a page suffix `[9]:568` where one follows. */
export function findBrackets(block: Block, source: string): Candidate[] {
  const { text } = block
  const found: Candidate[] = []
  for (let at = text.indexOf('['); at >= 0; at = text.indexOf('[', at + 1)) {
    if (!mayOpenNumber(text.charCodeAt(at + 1))) continue
    const inner = scanMembers(text, at + 1)
    if (!inner || text[inner.end] !== ']') continue
    found.push(createBracket(block, source, { at, to: inner.end + 1, members: inner.members }))
  }
  return found
}

/** Whether a number in brackets may begin with a code unit: with a digit, or with what may be white space before one. */
export const mayOpenNumber = (code: number): boolean => isDigitCode(code) || code <= 32 || code > 126

/** Members as they stand in a block's text. */
export type TextMember = Omit<Member, 'start' | 'end'> & { readonly at: number; readonly to: number }

/** Makes a candidate of a stretch of a block and the members that were read in it. */
export function createBracket(
  block: Block,
  source: string,
  { at, to, members }: { readonly at: number; readonly to: number; readonly members: readonly TextMember[] },
): Candidate {
  const suffixTo = pageSuffix(block.text, to)
  const suffix = suffixTo > to ? sourceRange(block, to, suffixTo) : undefined
  const written = { notation: 'bracket', family: 'number', members: membersIn(block, members), suffix } as const
  return createCandidate(source, { block, at, to }, written)
}

/** Members with their places in the source. */
export function membersIn(block: Block, members: readonly TextMember[]): Member[] {
  return members.map(({ at, to, text, label, number, through }) => {
    const { start, end } = sourceRange(block, at, to)
    return { start, end, text, label, number, through }
  })
}

/** Numbers and ranges of numbers between delimiters, as far as they go; `undefined` where there is no number. */
export function scanMembers(text: string, from: number): { members: TextMember[]; end: number } | undefined {
  const members: TextMember[] = []
  const limit = Math.min(text.length, from + longest)
  let index = skipWhite(text, from, limit)
  while (index < limit) {
    const member = scanMember(text, index, limit)
    if (!member) return undefined
    members.push(member)
    const next = skipDelimiter(text, member.to, limit)
    if (next === undefined) return { members, end: skipWhite(text, member.to, limit) }
    index = next
  }
  return undefined
}

function scanMember(text: string, at: number, limit: number): TextMember | undefined {
  const firstEnd = skipDigits(text, at, limit)
  if (firstEnd === at || firstEnd - at > 4) return undefined
  const label = text.slice(at, firstEnd)
  const number = Number(label)
  const dash = skipWhite(text, firstEnd, limit)
  if (dashes.includes(text[dash] ?? ' ')) {
    const second = skipWhite(text, dash + 1, limit)
    const end = skipDigits(text, second, limit)
    if (end > second && end - second <= 4) {
      return { at, to: end, text: text.slice(at, end), label, number, through: Number(text.slice(second, end)) }
    }
  }
  return { at, to: firstEnd, text: label, label, number, through: undefined }
}

function skipDelimiter(text: string, at: number, limit: number): number | undefined {
  const index = skipWhite(text, at, limit)
  if (separators.includes(text[index] ?? ' ')) return skipWhite(text, index + 1, limit)
  const word = /and\s|und\s|et\s|y\s|e\s|и\s|dan\s/y
  word.lastIndex = index
  return index > at && word.test(text) ? skipWhite(text, word.lastIndex, limit) : undefined
}

export function skipWhite(text: string, from: number, limit: number): number {
  let index = from
  while (index < limit && isWhite(text[index])) index++
  return index
}

function skipDigits(text: string, from: number, limit: number): number {
  let index = from
  while (index < limit && isDigit(text[index])) index++
  return index
}

/** Behind `:568`, `: 12–15` with a no-break or thin space: a page belongs to the citation (MediaWiki's template `rp`). */
function pageSuffix(text: string, at: number): number {
  if (text[at] !== ':') return at
  const pattern = /:[\u00A0\u2009\u202F]?\d{1,5}(?:[-–,][\u00A0\u2009\u202F]?\d{1,5})*(?![\p{L}\d])/uy
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}
