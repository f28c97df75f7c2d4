import type { Range } from '../source.ts'
import { closingOf, complain, readValue, skipBlank, take } from './bibtex-scan.ts'
import type { Cursor } from './bibtex-scan.ts'
import type { Placed, Problem } from './problem.ts'

/** What stands between the delimiters of an entry. */
export interface Body {
  readonly key: Placed
  readonly fields: ReadonlyMap<string, Placed>
  /** Behind the delimiter that closes the entry. */
  readonly end: number
  readonly closed: boolean
  readonly problems: readonly Problem[]
  /** It was read more than once. */
  readonly again: boolean
}

/** Where the body of an entry opens, and what it may use; a cursor is made for each attempt at reading it. */
export interface Opening extends Pick<Cursor, 'text' | 'limit' | 'strings' | 'commented'> {
  /** Of the delimiter that opens it. */
  readonly offset: number
}

/**
 * Reads the body of an entry as BibTeX does. `again` tells whether other readings may be tried where that one stumbles:
 * backslashes that protect delimiters, and a brace that was left open in a field whose neighbour begins on the next line.
 * The one that finds the end of the entry, and then the one with the fewest problems, is taken.
 */
export function readBody(opening: Opening, again: boolean): Body {
  const first = attempt(opening, { escapes: false })
  if (first.problems.length === 0 || !again) return first
  const escaped = attempt(opening, { escapes: true })
  const best = isBetter(escaped, first) ? escaped : first
  if (best.closed) return { ...best, again: true }
  const repaired = attempt(opening, { escapes: false, repairs: 1 })
  return { ...(isBetter(repaired, best) ? repaired : best), again: true }
}

const isBetter = (one: Body, other: Body): boolean =>
  one.closed === other.closed ? one.problems.length < other.problems.length : one.closed

type Way = Pick<Cursor, 'escapes'> & Partial<Pick<Cursor, 'repairs'>>

function attempt({ text, offset, limit, strings, commented }: Opening, { escapes, repairs = 0 }: Way): Body {
  const close = text[offset] === '(' ? ')' : '}'
  const cursor: Cursor = { text, at: offset + 1, limit, close, escapes, commented, strings, repairs, problems: [] }
  const key = readKey(cursor)
  const fields = readFields(cursor)
  const closed = cursor.at < limit
  if (closed) cursor.at++
  else if (cursor.problems.every(({ expected }) => expected !== '}' && expected !== '"')) {
    complain(cursor, close === '}' ? 'brace' : 'parenthesis', { start: offset, end: offset + 1 }, close)
  }
  return { key, fields, end: cursor.at, closed, problems: cursor.problems, again: false }
}

const keyPattern = /[^\s,{}"=]*/y
/** `@article{Smith 2001,`: words up to a comma on the same line. */
const spacedKey = /[^\s,{}"=]+(?:[ \t]+[^\s,{}"=]+)+(?=[ \t]*,)/y

function readKey(cursor: Cursor): Placed {
  skipBlank(cursor)
  const start = cursor.at
  const spaced = take(cursor, spacedKey)
  const value = unclosed(cursor, spaced ?? take(cursor, keyPattern) ?? '')
  const range = { start, end: start + value.length }
  cursor.at = range.end
  if (spaced !== undefined) complain(cursor, 'key', range, value.replace(/[ \t]+/g, ''))
  skipBlank(cursor)
  const next = cursor.at < cursor.limit ? cursor.text[cursor.at] : undefined
  if (next === '=') {
    // `@article{title = …`: it was a field.
    cursor.at = start
    complain(cursor, 'key', { start, end: start })
    return { value: '', range: { start, end: start } }
  }
  if (value === '') complain(cursor, 'key', range)
  else if (next !== ',' && next !== cursor.close && next !== undefined) complain(cursor, 'comma', after(range), ',')
  return { value, range }
}

/** In an entry in parentheses, the one that ends the entry is not part of the key: `@book(doe)`, but `@book(doe(1999), …)`. */
function unclosed({ text, at, close }: Cursor, key: string): string {
  if (close !== ')' || !key.endsWith(')') || /^\s*,/.test(text.slice(at, at + 100))) return key
  return key.slice(0, -1)
}

const after = ({ end }: Range): Range => ({ start: end, end })

/** A name may have any character that BibTeX does not reserve (`bibtex.web` § 32). */
const fieldName = /[^\s"#%'(),={}\d][^\s"#%'(),={}]*/y

/** One for all entries without fields. */
const noFields: ReadonlyMap<string, Placed> = new Map()

/** Reads fields up to the delimiter that closes the entry, where the cursor then stands, or to the limit. */
function readFields(cursor: Cursor): ReadonlyMap<string, Placed> {
  const { text, limit, close } = cursor
  const fields = new Map<string, Placed>()
  for (skipBlank(cursor); cursor.at < limit; skipBlank(cursor)) {
    const character = text[cursor.at]!
    if (character === close) {
      if (!isStrayBrace(cursor)) break
      complain(cursor, 'brace', { start: cursor.at, end: ++cursor.at })
    } else if (character === ',') cursor.at++
    else if (!readField(cursor, fields)) skipJunk(cursor)
  }
  return fields.size === 0 ? noFields : fields
}

/** `title = {Foo}}, year = {2001}`: a brace too many, since fields go on behind it. */
const furtherField = /\}\s*,\s*[a-z][\w-]*\s*=\s*["{\d]/iy

function isStrayBrace({ text, at, limit }: Cursor): boolean {
  furtherField.lastIndex = at
  return furtherField.test(text) && furtherField.lastIndex <= limit
}

/** Reads `name = value`; `false` where no name stands at the cursor. */
function readField(cursor: Cursor, fields: Map<string, Placed>): boolean {
  const start = cursor.at
  const name = take(cursor, fieldName)?.toLowerCase()
  if (name === undefined) return false
  const nameRange = { start, end: cursor.at }
  skipBlank(cursor)
  const next = cursor.at < cursor.limit ? cursor.text[cursor.at]! : ''
  if (next === '=') cursor.at++
  else if (next === '{' || next === '"') complain(cursor, 'equals', after(nameRange), '=')
  else {
    complainOfJunk(cursor, nameRange)
    return true
  }
  const value = readCutValue(cursor) ?? readValue(cursor)
  if (fields.has(name)) complain(cursor, 'duplicate-field', nameRange)
  else fields.set(name, value)
  expectComma(cursor)
  return true
}

const nextField = /[\r\n][ \t]*[a-z][\w-]*[ \t]*=[ \t]*["{\d]/i

/** The value of a field whose delimiter is left open, up to the end of the line before the next field. */
function readCutValue(cursor: Cursor): Placed | undefined {
  if (cursor.repairs === 0) return undefined
  skipBlank(cursor)
  const start = cursor.at
  const opening = cursor.text[start]
  if (opening !== '{' && opening !== '"') return undefined
  const inside = cursor.text.slice(start + 1, closingOf(cursor, start))
  const length = inside.search(nextField)
  if (length < 0) return undefined
  cursor.repairs--
  complain(cursor, opening === '{' ? 'brace' : 'quote', { start, end: start + 1 }, opening === '{' ? '}' : '"')
  const value = withoutComma(inside.slice(0, length))
  cursor.at = start + 1 + value.length
  return { value, range: { start: start + 1, end: cursor.at } }
}

function withoutComma(value: string): string {
  const trimmed = value.trimEnd()
  return trimmed.endsWith(',') ? trimmed.slice(0, -1) : trimmed
}

function expectComma(cursor: Cursor): void {
  const end = cursor.at
  skipBlank(cursor)
  if (cursor.at >= cursor.limit || cursor.text[cursor.at] === ',' || cursor.text[cursor.at] === cursor.close) return
  complain(cursor, 'comma', { start: end, end }, ',')
}

const junk = /[^\s,{}"()=#%]+|[^]/y

function skipJunk(cursor: Cursor): void {
  const start = cursor.at
  const character = cursor.text[start]
  if (character === '{' || character === '"') cursor.at = Math.min(cursor.limit, closingOf(cursor, start) + 1)
  else take(cursor, junk)
  complainOfJunk(cursor, { start, end: cursor.at })
}

/** One problem for all the words of it. */
function complainOfJunk(cursor: Cursor, { start, end }: Range): void {
  const last = cursor.problems.at(-1)
  const isMore = last?.kind === 'junk' && cursor.text.slice(last.range.end, start).trim() === ''
  if (isMore) cursor.problems.pop()
  complain(cursor, 'junk', { start: isMore ? last.range.start : start, end })
}
