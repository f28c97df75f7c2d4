import { lineAt } from '../source.ts'
import type { Range, Source } from '../source.ts'
import { printable } from './terminal.ts'

/** A line of the source, cut to what fits, and where in it the range is, in terminal columns. */
export interface Excerpt {
  readonly line: number
  readonly text: string
  /** Columns before the range. */
  readonly indent: number
  /** Columns of the range, at least one. */
  readonly width: number
}

/** A piece of printable text that is never cut. */
interface Cell {
  text: string
  width: number
}

const budget = { before: 44, after: 44 }
/** No more of the line than this is looked at on either side: a document may be one line. */
const reach = 200
const tab = '    '
const ellipsis = '…'

const combining = /^[\p{Mn}\p{Me}\u1160-\u11ff]$/u
/** East Asian Width W and F (UAX #11), in ranges, and what terminals draw as emoji; two regional indicators make one flag. */
const wide =
  /^(?:[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]|(?!\p{RI})\p{Emoji_Presentation})$/u

/** The part of a line around a range, made safe for a terminal, with as many columns as a terminal shows. */
export function excerptOf(source: Source, range: Range): Excerpt {
  const line = lineAt(source, range.start)
  const lineStart = source.lineStarts[line - 1]!
  const lineEnd = endOfLine(source, line)
  const start = Math.min(range.start, lineEnd)
  const end = Math.max(start, Math.min(range.end, lineEnd))
  const from = Math.max(lineStart, start - reach)
  const to = Math.min(lineEnd, end + reach)

  const marked = head(source.text.slice(start, Math.min(end, start + reach)), budget.after)
  const before = tail(source.text.slice(from, start), budget.before, from > lineStart)
  const after = head(source.text.slice(end, to), Math.max(0, budget.after - marked.width), to < lineEnd)
  const text = before.text + marked.text + after.text
  return { line, text: text.trimEnd(), indent: before.width, width: Math.max(1, marked.width) }
}

/** The columns that a text takes on a terminal. */
export function displayWidth(text: string): number {
  return widthOf(cellsOf(text))
}

function endOfLine(source: Source, line: number): number {
  let end = source.lineStarts[line] ?? source.text.length
  while (end > source.lineStarts[line - 1]! && '\r\n'.includes(source.text[end - 1]!)) end--
  return end
}

function cellsOf(text: string): Cell[] {
  const cells: Cell[] = []
  for (const character of text) {
    if (character >= ' ' && character <= '~') {
      cells.push({ text: character, width: 1 })
      continue
    }
    const last = cells.at(-1)
    if (last && combining.test(character)) last.text += character
    else if (character === '\t') cells.push({ text: tab, width: tab.length })
    else cells.push(cellOf(character))
  }
  return cells
}

function cellOf(character: string): Cell {
  const text = printable(character)
  if (text !== character) return { text, width: text.length }
  return { text, width: combining.test(character) ? 0 : wide.test(character) ? 2 : 1 }
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.width, 0)
}

/** Printable text, and the columns that it takes. */
interface Piece {
  readonly text: string
  readonly width: number
}

/** Each character takes one column and stands for itself. */
const plain = /^[ -~]*$/

/** As much from the beginning as fits; an ellipsis stands for the rest, and for what follows it where it goes on. */
function head(text: string, columns: number, goesOn = false): Piece {
  if (!plain.test(text)) return pieceOf(cutAt(headCells(cellsOf(text), columns), goesOn ? -1 : undefined))
  const isCut = text.length > columns || (goesOn && text !== '')
  return isCut
    ? plainPiece(text.slice(0, Math.max(0, Math.min(columns, text.length) - 1)) + ellipsis)
    : plainPiece(text)
}

/** As much from the end as fits; an ellipsis stands for the rest, and for what goes before it where something does. */
function tail(text: string, columns: number, goesOn: boolean): Piece {
  if (!plain.test(text)) return pieceOf(cutAt(tailCells(cellsOf(text), columns), goesOn ? 0 : undefined))
  const isCut = text.length > columns || (goesOn && text !== '')
  return isCut ? plainPiece(ellipsis + text.slice(Math.max(1, text.length - columns + 1))) : plainPiece(text)
}

const plainPiece = (text: string): Piece => ({ text, width: text.length })

const pieceOf = (cells: readonly Cell[]): Piece => ({
  text: cells.map((cell) => cell.text).join(''),
  width: widthOf(cells),
})

function headCells(cells: Cell[], columns: number): Cell[] {
  if (widthOf(cells) <= columns) return cells
  const kept: Cell[] = []
  let left = columns - 1
  for (const cell of cells) {
    left -= cell.width
    if (left < 0) break
    kept.push(cell)
  }
  return [...kept, { text: ellipsis, width: 1 }]
}

function tailCells(cells: Cell[], columns: number): Cell[] {
  return headCells(cells.toReversed(), columns).toReversed()
}

/** Says that the line goes on at one end, where nothing says so yet. */
function cutAt(cells: readonly Cell[], index: 0 | -1 | undefined): readonly Cell[] {
  if (index === undefined || cells.length === 0) return cells
  return cells.with(index, { text: ellipsis, width: 1 })
}
