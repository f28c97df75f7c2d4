/** A stretch of text: UTF-16 offsets, the end exclusive. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** A place as people and editors count it: line and column from 1, the column and the offset in UTF-16 code units. */
export interface Position {
  readonly line: number
  readonly column: number
  readonly offset: number
}

/** What a column counts. Each output format has its own idea of it. */
export type ColumnUnit = 'utf16' | 'code-point' | 'utf8'

/** The formats, and the extensions that promise them. */
const formatExtensions = {
  markdown: ['md', 'markdown', 'mdown', 'mkd', 'mkdn'],
  text: ['txt', 'text'],
  html: ['html', 'htm', 'xhtml'],
  mdx: ['mdx'],
  quarto: ['qmd', 'rmd'],
  notebook: ['ipynb'],
  org: ['org'],
  latex: ['tex', 'latex', 'ltx'],
  bibliography: ['bib', 'bibtex', 'biblatex', 'csljson'],
} as const

export type FormatName = keyof typeof formatExtensions

export const formatNames = Object.keys(formatExtensions) as [FormatName, ...FormatName[]]

/** One text with its path and format. A byte order mark is not part of `text`, and no offset counts it. */
export interface Source {
  /** Relative to the working directory, with `/`. */
  readonly path: string
  readonly text: string
  readonly format: FormatName
  /** A BCP 47 tag, where somebody said which. */
  readonly language: string | undefined
  readonly hasByteOrderMark: boolean
  /** Offsets at which the lines begin; a line ends with LF, CRLF or CR (CommonMark 0.31 §2.1). */
  readonly lineStarts: readonly number[]
}

const byteOrderMark = '\uFEFF'

const found = new WeakMap<Source, readonly number[]>()

/** Most texts are never asked for a line. All sources share the getter, which many thousands of them would each pay for. */
const lines: PropertyDescriptor = {
  enumerable: true,
  get(this: Source) {
    const known = found.get(this)
    if (known) return known
    const starts = findLineStarts(this.text)
    found.set(this, starts)
    return starts
  },
}

/**
 * Takes the whole text of a document, with or without a byte order mark.
 * Never fails: lone surrogates, NUL and mixed line ends are text like any other.
 */
export function createSource(
  path: string,
  content: string,
  options: { readonly format?: FormatName; readonly language?: string } = {},
): Source {
  const hasByteOrderMark = content.startsWith(byteOrderMark)
  const text = hasByteOrderMark ? content.slice(1) : content
  const source = { path, text, format: options.format ?? formatOf(path), language: options.language, hasByteOrderMark }
  return Object.defineProperty(source, 'lineStarts', lines) as unknown as Source
}

const formatByExtension = new Map<string, FormatName>(
  formatNames.flatMap((format) => formatExtensions[format].map((extension) => [extension, format] as const)),
)

/** The format that a file's name promises, if it promises one. */
export function promisedFormat(path: string): FormatName | undefined {
  const dot = path.lastIndexOf('.')
  return dot < 0 ? undefined : formatByExtension.get(path.slice(dot + 1).toLowerCase())
}

/** The format that a file is read in. A name that promises nothing is Markdown: prose in it reads the same. */
export function formatOf(path: string): FormatName {
  return promisedFormat(path) ?? 'markdown'
}

function findLineStarts(text: string): number[] {
  const starts = [0]
  // Not `includes`: V8 takes that out of loops in which lines are asked for, and would look through the text for each.
  if (text.split('\r', 2).length < 2) {
    for (let feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', feed + 1)) starts.push(feed + 1)
    return starts
  }
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code !== 10 && code !== 13) continue
    if (code === 13 && text.charCodeAt(index + 1) === 10) index++
    starts.push(index + 1)
  }
  return starts
}

/** The line (from 1) that holds an offset; offsets outside the text are moved to its nearest end. */
export function lineAt({ lineStarts }: Pick<Source, 'lineStarts'>, offset: number): number {
  let low = 0
  let high = lineStarts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (lineStarts[middle]! <= offset) low = middle
    else high = middle - 1
  }
  return low + 1
}

/** Line and column of an offset, in UTF-16 code units. */
export function positionAt(source: Source, offset: number): Position {
  const inside = Math.max(0, Math.min(offset, source.text.length))
  const line = lineAt(source, inside)
  return { line, column: inside - source.lineStarts[line - 1]! + 1, offset: inside }
}

/** The column (from 1) of an offset in the unit that a format wants. A lone surrogate counts as the U+FFFD it is written as: three bytes. */
export function columnAt(source: Source, offset: number, unit: ColumnUnit): number {
  const { line, column } = positionAt(source, offset)
  if (unit === 'utf16') return column
  const start = source.lineStarts[line - 1]!
  let count = 1
  for (const character of source.text.slice(start, start + column - 1)) {
    count += unit === 'code-point' ? 1 : utf8Length(character.codePointAt(0)!)
  }
  return count
}

function utf8Length(codePoint: number): number {
  if (codePoint < 0x80) return 1
  if (codePoint < 0x800) return 2
  return codePoint < 0x10000 ? 3 : 4
}

/** The offset of a line and column (both from 1, UTF-16); `undefined` outside the text. */
export function offsetAt(source: Source, line: number, column: number): number | undefined {
  const start = source.lineStarts[line - 1]
  if (start === undefined || column < 1) return undefined
  const offset = start + column - 1
  const next = source.lineStarts[line] ?? source.text.length + 1
  return offset < next ? offset : undefined
}

/** A line's text (from 1) without its line end. */
export function lineText(source: Source, line: number): string {
  const start = source.lineStarts[line - 1] ?? source.text.length
  const end = source.lineStarts[line] ?? source.text.length
  return source.text.slice(start, end).replace(/[\r\n]+$/, '')
}
