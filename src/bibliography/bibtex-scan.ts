import type { Range } from '../source.ts'
import type { Placed, Problem, ProblemKind } from './problem.ts'

/** What the reading of one entry needs: a place in the text, and how far it may go. */
export interface Cursor {
  readonly text: string
  at: number
  /** Where the next entry begins at the start of a line: nothing goes on beyond it. */
  readonly limit: number
  /** What closes the entry. */
  readonly close: '}' | ')'
  /**
   * Whether `\{`, `\}` and `\"` are text. To BibTeX they are not: it counts every brace (`bibtex.web` §§ 253–257), and so
   * does biber; Pandoc, JabRef and Zotero take them for text.
   */
  readonly escapes: boolean
  /** How many values may end before the line of the next field although their delimiter is left open. */
  repairs: number
  /** The entry stands behind `%`, and so do all its lines. */
  readonly commented: boolean
  /** Values of `@string`, by names in lower case. */
  readonly strings: ReadonlyMap<string, Placed>
  readonly problems: Problem[]
}

export function complain(cursor: Cursor, kind: ProblemKind, range: Range, expected = ''): void {
  cursor.problems.push({ kind, range, expected })
}

/** What a pattern (sticky) finds at the cursor, which moves behind it; `undefined` where it finds nothing before the limit. */
export function take(cursor: Cursor, pattern: RegExp): string | undefined {
  pattern.lastIndex = cursor.at
  const found = pattern.exec(cursor.text)?.[0]
  if (found === undefined || cursor.at + found.length > cursor.limit) return undefined
  cursor.at += found.length
  return found
}

/** Skips white space, and comments from `%` to the end of the line, which biber knows between fields and BibTeX does not. */
export function skipBlank(cursor: Cursor): void {
  const { text, limit } = cursor
  while (cursor.at < limit) {
    const character = text[cursor.at]!
    if (character === '%' && !cursor.commented) skipLine(cursor)
    else if (character !== '%' && character.trim() !== '') return
    else cursor.at++
  }
}

function skipLine(cursor: Cursor): void {
  const { text, limit } = cursor
  while (cursor.at < limit && text[cursor.at] !== '\n' && text[cursor.at] !== '\r') cursor.at++
}

const [quote, backslash, openBrace, closeBrace] = [34, 92, 123, 125]

/**
 * The offset of the delimiter that ends what opens at `from` (`{` or `"`): braces nest in both, and inside braces a
 * quote is text. The limit where nothing ends it.
 */
export function closingOf({ text, limit, escapes }: Cursor, from: number): number {
  const quoted = text.charCodeAt(from) === quote
  let depth = quoted ? 0 : 1
  for (let at = from + 1; at < limit; at++) {
    const code = text.charCodeAt(at)
    if (code === backslash) at += Number(escapes)
    else if (code === openBrace) depth++
    else if (code === closeBrace && depth > 0) depth--
    if (depth > 0) continue
    if (quoted ? code === quote : code === closeBrace) return at
  }
  return limit
}

/** A value that several pieces make is cut here: `@string{a = a # a}` repeated would double it each time. */
const longestJoined = 10_000

/**
 * A field's value from the cursor on, which moves behind it: pieces in braces, in quotes or bare, joined with `#`. Of a
 * single piece the range is what stands between its delimiters, and the value its slice, white space and TeX left as
 * they are; of several, the range is the whole expression.
 */
export function readValue(cursor: Cursor): Placed {
  const pieces: Placed[] = []
  skipBlank(cursor)
  const start = cursor.at
  let end = start
  for (let more = true; more;) {
    pieces.push(readPiece(cursor))
    end = cursor.at
    skipBlank(cursor)
    more = cursor.text[cursor.at] === '#' && cursor.at < cursor.limit
    if (more) cursor.at++
    else cursor.at = end
    if (more) skipBlank(cursor)
  }
  if (pieces.length === 1) return pieces[0]!
  let value = ''
  for (const piece of pieces) {
    value = (value + piece.value).slice(0, longestJoined)
    if (value.length === longestJoined) break
  }
  return { value, range: { start, end } }
}

function readPiece(cursor: Cursor): Placed {
  const { text, at: start, limit } = cursor
  const opening = start < limit ? text[start] : undefined
  if (opening !== '{' && opening !== '"') return readBare(cursor)
  const end = closingOf(cursor, start)
  if (end === limit) {
    const kind = opening === '{' ? 'brace' : 'quote'
    complain(cursor, kind, { start, end: start + 1 }, opening === '{' ? '}' : '"')
  }
  cursor.at = Math.min(limit, end + 1)
  return { value: text.slice(start + 1, end), range: { start: start + 1, end } }
}

const bareWord = /[^\s,{}"#=]+/y
/** `title = Foo bar,`: everything up to the comma or the end of the line. */
const bareWords = /[^\s,{}"#=]+(?:[ \t]+[^\s,{}"#=]+)*(?=[ \t]*(?:[,\r\n}]|$))/y
/** `https://…?a=1#b`: neither `#` nor `=` ends it. */
const bareUrl = /[a-z]+:\/\/[^\s,{}"]+/iy
/** The characters of a name: all but those that BibTeX reserves (`bibtex.web` § 32, `illegal_id_char`). */
const macroName = /^[^\d\s"#%'(),={}/][^\s"#%'(),={}/]*$/
/** `month = jan~1` and such are no names, yet harmless. */
const plainNumber = /^\d+$/

/** A number, or the name of a string; anything else lacks its braces. A name that nothing defines is its own value. */
function readBare(cursor: Cursor): Placed {
  const start = cursor.at
  const words = take(cursor, bareUrl) ?? take(cursor, bareWords) ?? take(cursor, bareWord) ?? ''
  const word = cursor.close === ')' ? words.replace(/\)$/, '') : words
  const range = { start, end: start + word.length }
  cursor.at = range.end
  if (plainNumber.test(word)) return { value: word, range }
  const value = cursor.strings.get(word.toLowerCase())?.value ?? word
  if (!macroName.test(word)) complain(cursor, 'value', range, `{${word}}`)
  return { value, range }
}
