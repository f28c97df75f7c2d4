import type { Edit } from '../../finding.ts'
import { lineAt } from '../../source.ts'
import type { Range, Source } from '../../source.ts'
import { insideOf } from '../nearby.ts'
import type { Entry } from '../document.ts'

/** What has to be known of an entry to say where its lines are. */
type Listed = Pick<Entry, 'kind' | 'start' | 'end' | 'labelText'>

/** Formats in which a line can be taken out or put elsewhere as it is. */
const lineFormats: ReadonlySet<string> = new Set(['markdown', 'text', 'quarto', 'mdx'])

/**
 * Says of an entry which lines it has for itself and how it is taken out with them, where it may be. `others` are all entries that stand
 * on lines; `isDoubted` says of one that it is not to be taken out.
 */
export function createLiner<One extends Listed>(
  others: readonly Range[],
  source: Source,
  isDoubted: (entry: One) => boolean,
): (entry: One) => Pick<Entry, 'lines' | 'removal'> {
  const isEntry = insideOf(others)
  const { text, format, lineStarts } = source
  const page: Page = { text, format, lineStarts }
  const end = lastWord(text, text.length)
  return (entry) => {
    const own = ownLines(entry, page)
    if (!own) return none
    const removal = isDoubted(entry) ? undefined : removalOf(own, page, isEntry, own.end >= end)
    return { lines: { start: own.start, end: own.end }, removal }
  }
}

/** A source whose lines were looked up once for all who ask for them. */
type Page = Pick<Source, 'text' | 'format' | 'lineStarts'>

const none = { lines: undefined, removal: undefined }

/** Lines as a stretch of the source, the first and the last of them by their numbers. */
interface Lines extends Range {
  readonly first: number
  readonly last: number
}

/**
 * The lines that an entry has for itself, from its beginning to the end of its last line; `undefined` where something else
 * stands on them, or below them and indented: code or a table that may be a part of it.
 */
function ownLines({ kind, start, end, labelText }: Listed, source: Page): Lines | undefined {
  if (kind === 'inline' || kind === 'record' || !lineFormats.has(source.format)) return undefined
  // Markdown counts the items of a list itself: the others would have other numbers.
  if (source.format !== 'text' && kind === 'list' && /^(?:\d+[.)]|[-+*])$/.test(labelText)) return undefined
  const { text } = source
  const first = lineAt(source, start)
  const word = Math.max(start, lastWord(text, end) - 1)
  const last = word < lineStart(source, first + 1) ? first : lineAt(source, word)
  const stop = trimmedEnd(source, last)
  const prefix = text.slice(lineStart(source, first), start)
  if (!isPrefix(prefix) || (end < stop && text.slice(end, stop).trim() !== '')) return undefined
  if (isIndentedBelow(source, last, prefix)) return undefined
  return { start, end: stop, first, last }
}

/** Takes an entry out with its lines, and with the blank lines that would be too many. */
function removalOf(lines: Lines, source: Page, isEntry: (offset: number) => boolean, isLast: boolean): Edit {
  const { first, last } = lines
  if (isLast && first > 1) return { text: '', ...lastLines(source, first, lines.end) }
  const start = source.lineStarts[first - 1]!
  const blankBefore = first === 1 || isBlank(source, first - 1)
  const blankBehind = isBlank(source, last + 1)
  if (blankBefore && blankBehind) return { start, end: lineStart(source, last + 2), text: '' }
  // Lines of text that the entry keeps apart must not join.
  const areEntries = () => isEntry(trimmedEnd(source, first - 1) - 1) && isEntry(wordStart(source, last + 1))
  if (blankBefore || blankBehind || areEntries()) return { start, end: lineStart(source, last + 1), text: '' }
  return { text: '', start: lines.start, end: lines.end }
}

/** At the end of the text, the blank lines before go along, and what ends the last line stays. */
function lastLines(source: Page, first: number, end: number): Range {
  let line = first - 1
  while (line > 1 && isBlank(source, line)) line--
  return { start: trimmedEnd(source, line), end }
}

const isPrefix = (text: string) => text === '' || /^[ \t>]*$/.test(text)

const lineStart = (source: Page, line: number) => source.lineStarts[line - 1] ?? source.text.length

function lineOf(source: Page, line: number): string {
  return source.text.slice(lineStart(source, line), lineStart(source, line + 1))
}

function isBlank(source: Page, line: number): boolean {
  const code = source.text.charCodeAt(lineStart(source, line))
  // A letter or a bracket, most of the time.
  return !(code > 62 && code < 127) && isPrefix(lineOf(source, line).trimEnd())
}

/** The end of a line without white space. */
function trimmedEnd(source: Page, line: number): number {
  const start = lineStart(source, line)
  let end = lineStart(source, line + 1)
  while (end > start && isSpace(source.text, end - 1)) end--
  return end
}

/** Letters and most signs of ASCII are told by their codes. */
function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return !(code > 32 && code < 127) && /\s/.test(text[at]!)
}

function wordStart(source: Page, line: number): number {
  return lineStart(source, line) + /^[ \t>]*/.exec(lineOf(source, line))![0].length
}

function lastWord(text: string, end: number): number {
  let at = end
  while (at > 0 && (text[at - 1] === '>' || isSpace(text, at - 1))) at--
  return at
}

function isIndentedBelow(source: Page, last: number, prefix: string): boolean {
  let line = last + 1
  while (line <= source.lineStarts.length && isBlank(source, line)) line++
  const start = lineStart(source, line)
  const below = source.text[start + prefix.length]
  return (below === ' ' || below === '\t') && source.text.startsWith(prefix, start)
}
