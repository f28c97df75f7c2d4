import type { Candidate } from './document.ts'
import { dashes, delimiters } from './joining.ts'
import { opensEntryLine } from './label-lines.ts'

/** What stands between two marks of one cluster. */
export type Joint = 'none' | 'white' | 'delimiter' | 'range'

const isDash = new Set(dashes)
const isDelimiterSign = new Set(delimiters)

/** Whether nothing but a comma or a semicolon stands there, of whichever script. */
export const isDelimiter = (between: string): boolean => isDelimiterSign.has(between.trim())

// CR LF is one line end, not two.
const blankLine = /(?:\r\n|\r(?!\n)|\n)\s*(?:\r\n|\r(?!\n)|\n)/

/** How a candidate is joined to the one before it, or `undefined` where a new cluster begins. */
export function jointOf(previous: Candidate, candidate: Candidate): Joint | undefined {
  if (previous.block !== candidate.block || previous.family !== candidate.family) return undefined
  const suffix = previous.suffix ? previous.suffix.end - previous.suffix.start : 0
  const from = previous.to + suffix
  if (candidate.at - from > 12 || candidate.at < from) return undefined
  const between = candidate.block.text.slice(from, candidate.at)
  if (between === '') return 'none'
  const sign = between.trim()
  if (sign === '') return blankLine.test(between) || opensEntryLine(candidate) ? undefined : 'white'
  if (isDelimiter(sign)) return 'delimiter'
  if (isDash.has(sign) && isRange(previous, candidate, between)) return 'range'
  return undefined
}

/** One that runs backwards is a slip only where the dash touches both: `[5]–[3]`. */
function isRange(previous: Candidate, candidate: Candidate, between: string): boolean {
  const from = previous.members.at(-1)?.number
  const to = candidate.members[0]?.number
  if (previous.members.length > 1 || candidate.members.length > 1 || from === undefined || to === undefined)
    return false
  return from < to ? to - from < 100 : from > to && from - to < 100 && between.length === 1
}
