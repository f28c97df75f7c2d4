import type { Bibliography } from '../../bibliography/bibliography.ts'
import type { Problem as RecordProblem } from '../../bibliography/problem.ts'
import type { Comment, Problem, Reading } from '../document.ts'
import { insideOf } from '../nearby.ts'

/** A bibliography → records, and what keeps them from being read. There is no prose in it. */
export function readingOf({ source: { text }, format, entries, problems }: Bibliography): Reading {
  return {
    blocks: [],
    notes: [],
    definitions: [],
    comments:
      format === 'csl-json' ? [] : commentsIn(text, format === 'bibtex' ? '%' : '#', insideOf(entries.map(rangeOf))),
    problems: problems.flatMap((one) => refusal(one, text)),
    records: entries,
    slips: problems,
  }
}

const rangeOf = ({ range }: Bibliography['entries'][number]) => range

/** Lines that begin with `%` or `#`, outside of records: inside, it may be part of a value. */
function commentsIn(text: string, sign: '%' | '#', isInRecord: (offset: number) => boolean): Comment[] {
  if (!text.includes(sign)) return []
  return [...text.matchAll(/^[ \t]*([%#])([^\r\n]*)/gm)].flatMap(({ index, 0: line, 1: found, 2: words }) => {
    const start = index + line.length - words!.length - 1
    const isComment = found === sign && (sign === '#' || !isInRecord(start))
    return isComment ? [{ start, end: index + line.length, text: words! }] : []
  })
}

/** What ends the reading, in words; a slip in one record does not. */
function refusal({ kind, range, expected }: RecordProblem, text: string): Problem[] {
  const start = Math.max(0, Math.min(range.start, text.length - 1))
  const place = { start, end: Math.max(start + 1, Math.min(range.end, text.length)) }
  if (kind === 'syntax') {
    const message = expected === '' ? 'its syntax ends here' : `expected \`${expected}\` here`
    return text === '' ? [] : [{ ...place, message }]
  }
  if (kind === 'depth') return [{ ...place, message: 'it is nested too deeply' }]
  return kind === 'format' && text.trim() !== '' ? [{ ...place, message: 'expected a list of items, found none' }] : []
}
