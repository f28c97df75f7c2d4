import type { Range } from '../source.ts'
import { readBody } from './bibtex-entry.ts'
import type { Body } from './bibtex-entry.ts'
import { readValue, skipBlank, take } from './bibtex-scan.ts'
import type { Cursor } from './bibtex-scan.ts'
import type { Placed, Problem } from './problem.ts'

/** One record of a BibTeX or BibLaTeX file. */
export interface BibtexEntry {
  /** In lower case: `article`. */
  readonly type: string
  /** As it is written; empty where there is none. */
  readonly key: string
  readonly keyRange: Range
  /** From `@` to what closes it. */
  readonly range: Range
  /** By names in lower case; of a field given twice the first, as in BibTeX. The range of a value: see `readValue`. */
  readonly fields: ReadonlyMap<string, Placed>
  /** Behind a `%` in its line: an entry to BibTeX and Pandoc, a comment to biber. */
  readonly commented: boolean
}

/** What a file holds, in its order. */
export interface BibtexFile {
  readonly entries: readonly BibtexEntry[]
  /** `@string`, by names in lower case. */
  readonly strings: ReadonlyMap<string, Placed>
  readonly preambles: readonly Placed[]
  /** `@comment{…}` as a whole. */
  readonly comments: readonly Range[]
  /** In the order of their places. */
  readonly problems: readonly Problem[]
}

/** A file while it is read. */
interface Reading {
  readonly text: string
  readonly entries: BibtexEntry[]
  readonly strings: Map<string, Placed>
  readonly preambles: Placed[]
  readonly comments: Range[]
  readonly problems: Problem[]
  /** Where the next entry begins at the start of a line, looked up once for all entries before it. */
  limit: number
  /** Up to here, entries have been read a second time; each stretch is, at most, once, so that time grows with the text. */
  triedAgain: number
  /** The braces that close others; made when a comment needs it. */
  closers: Int32Array | undefined
}

/**
 * Reads BibTeX (`btxdoc`, `bibtex.web`) and what BibLaTeX adds to it. Takes the text of a file; offsets are UTF-16.
 * Nothing in it is refused: what is wrong is listed in `problems`. An entry that does not end ends where `@type{` begins a
 * line. Time and memory grow linearly with the text.
 */
export function readBibtex(text: string): BibtexFile {
  const reading: Reading = {
    text,
    entries: [],
    strings: new Map(),
    preambles: [],
    comments: [],
    problems: [],
    limit: 0,
    triedAgain: 0,
    closers: undefined,
  }
  let behind = 0
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', Math.max(behind, at + 1))) {
    const opening = openingAt(text, at)
    if (!opening) continue
    complainOfJunk(reading, behind, at)
    behind = readCommand(reading, at, opening)
  }
  complainOfJunk(reading, behind, text.length)
  checkKeys(reading)
  reading.problems.sort((one, other) => one.range.start - other.range.start)
  return reading
}

interface Opening {
  readonly type: string
  /** Of the brace or parenthesis. */
  readonly offset: number
}

const command = /@\s*([a-z][^\s{}(),"#%'=@\\]*)\s*[{(]/iy

/** What `@` opens; nothing in `me@example.org` and the like. */
function openingAt(text: string, at: number): Opening | undefined {
  if (at > 0 && /[\p{L}\p{N}]/u.test(text[at - 1]!)) return undefined
  command.lastIndex = at
  const match = command.exec(text)
  return match ? { type: match[1]!.toLowerCase(), offset: command.lastIndex - 1 } : undefined
}

/** Reads what `@` at an offset opens, and gives the offset behind it. */
function readCommand(reading: Reading, at: number, { type, offset }: Opening): number {
  if (type === 'comment') return readComment(reading, at, offset)
  const limit = limitBehind(reading, offset)
  if (type === 'preamble' || type === 'string') return readDefinition(reading, type, cursorAt(reading, offset, limit))
  const again = at >= reading.triedAgain
  const { text, strings } = reading
  const commented = isCommented(text, at)
  const body = readBody({ text, offset, limit, strings, commented }, again)
  if (body.again) reading.triedAgain = limit
  addEntry(reading, { type, start: at, commented }, body)
  return body.end
}

function addEntry(
  { text, entries, problems }: Reading,
  { type, start, commented }: Pick<BibtexEntry, 'type' | 'commented'> & { readonly start: number },
  { key, fields, closed, end, problems: found }: Body,
): void {
  const range = { start, end: closed ? end : text.slice(0, end).trimEnd().length }
  entries.push({ type, key: key.value, keyRange: key.range, range, fields, commented })
  if (!commented) for (const problem of found) problems.push(problem)
}

/** Whether `%` begins the line. Looks back over the line's white space only. */
function isCommented(text: string, offset: number): boolean {
  let at = offset - 1
  while (text[at] === ' ' || text[at] === '\t' || text[at] === '%') {
    if (text[at] === '%') return true
    at--
  }
  return false
}

/** `@type{` in the first column; further right, or behind `%`, only with a key and a comma: text has such things too. */
const entryStart = /^(?:@[a-z]+[ \t]*[{(]|[ \t%]+@[a-z]+[ \t]*[{(][ \t]*[^\s,{}()"=%#]+,)/gim

function limitBehind(reading: Reading, offset: number): number {
  if (reading.limit <= offset) {
    entryStart.lastIndex = offset
    reading.limit = entryStart.exec(reading.text)?.index ?? reading.text.length
  }
  return reading.limit
}

const cursorAt = ({ text, strings, problems }: Reading, offset: number, limit: number): Cursor => ({
  text,
  at: offset + 1,
  limit,
  close: text[offset] === '(' ? ')' : '}',
  escapes: false,
  repairs: 0,
  commented: false,
  strings,
  problems,
})

const stringName = /[^\s"#%'(),={}]+/y

/** `@string{name = value}` or `@preamble{value}`. */
function readDefinition({ strings, preambles }: Reading, type: string, cursor: Cursor): number {
  const { text, at: start, limit, close } = cursor
  skipBlank(cursor)
  const name = type === 'string' ? (take(cursor, stringName) ?? '').toLowerCase() : undefined
  skipBlank(cursor)
  if (name !== undefined && take(cursor, /=/y) === undefined) {
    cursor.problems.push({ kind: 'equals', range: { start: cursor.at, end: cursor.at }, expected: '=' })
  }
  const value = readValue(cursor)
  if (name === undefined) preambles.push(value)
  else strings.set(name, value)
  for (skipBlank(cursor); cursor.at < limit && text[cursor.at] === ','; skipBlank(cursor)) cursor.at++
  if (cursor.at < limit && text[cursor.at] === close) return cursor.at + 1
  const kind = close === '}' ? 'brace' : 'parenthesis'
  cursor.problems.push({ kind, range: { start: start - 1, end: start }, expected: close })
  return Math.min(limit, cursor.at)
}

/** `@comment{…}` goes as far as its braces, as in biber; to BibTeX, and where they do not end, only the word is a comment. */
function readComment(reading: Reading, at: number, offset: number): number {
  const { text, comments } = reading
  reading.closers ??= closersOf(text)
  const close = text[offset] === '{' ? reading.closers[offset]! : 0
  const end = close === 0 ? offset + 1 : close + 1
  comments.push({ start: at, end })
  return end
}

/** For each brace that opens, the offset of the one that closes it; 0 where none does. */
function closersOf(text: string): Int32Array {
  const closers = new Int32Array(text.length)
  const open: number[] = []
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 123) open.push(at)
    else if (code === 125 && open.length > 0) closers[open.pop()!] = at
  }
  return closers
}

/** Text between entries is a comment to BibTeX; mostly it is what a lost brace left over. Lines that `%` begins are meant. */
function complainOfJunk({ text, problems }: Reading, from: number, to: number): void {
  if (from === to) return
  const between = text.slice(from, to)
  const masked = between.replace(/^[ \t]*%.*/gm, (line) => ' '.repeat(line.length))
  const start = masked.search(/\S/)
  if (start < 0) return
  problems.push({ kind: 'junk', range: { start: from + start, end: from + masked.trimEnd().length }, expected: '' })
}

/** BibTeX tells keys apart without regard to case, biber and Pandoc with it. */
function checkKeys({ entries, problems }: Reading): void {
  const exact = new Set<string>()
  const folded = new Map<string, string>()
  for (const { key, keyRange: range, commented } of entries) {
    if (key === '' || commented) continue
    const first = folded.get(key.toLowerCase())
    if (exact.has(key)) problems.push({ kind: 'duplicate-key', range, expected: '' })
    else if (first !== undefined) problems.push({ kind: 'key-case', range, expected: first })
    exact.add(key)
    if (first === undefined) folded.set(key.toLowerCase(), key)
  }
}
