import type { ProblemKind } from '../bibliography/problem.ts'
import type { Reading, Slip } from './document.ts'
import { insideOf } from './nearby.ts'

/** Slips of the problems that a bibliography has; keys given twice and the end of all reading are said elsewhere. */
const kinds: Partial<Record<ProblemKind, Slip['kind']>> = {
  brace: 'open',
  parenthesis: 'open',
  quote: 'open',
  comma: 'comma',
  equals: 'equals',
  value: 'braces',
  key: 'key',
  'duplicate-field': 'field',
  junk: 'junk',
}

/** Where a bibliography is not written as its format wants it. Words between records are comments to BibTeX. */
export function slipsOf({ records = [], slips = [] }: Reading, text: string): Slip[] {
  const isInRecord = insideOf(records.map(({ range }) => range))
  return slips.flatMap(({ kind, range, expected }): Slip[] => {
    const found = kinds[kind]
    if (found === undefined || (found === 'junk' && !isInRecord(range.start))) return []
    const isStray = found === 'open' && expected === ''
    return [{ ...visible(range, text), kind: isStray ? 'stray' : found, expected }]
  })
}

/** Something that is missing shows at the word before it, or else at what follows. */
function visible({ start, end }: { readonly start: number; readonly end: number }, text: string) {
  if (end > start) return { start, end }
  const word = /\S+$/.exec(text.slice(Math.max(0, start - 100), start))?.[0]
  if (word !== undefined) return { start: start - word.length, end: start }
  return { start: Math.min(start, text.length - 1), end: Math.min(start, text.length - 1) + 1 }
}
