import type { Range } from '../../../source.ts'

/** A place in a line behind marks of containers. */
export interface Place {
  readonly at: number
  /** Columns that are left of the tab before it, of which a container took a part (CommonMark 0.31 §2.2). */
  readonly left: number
}

const tabStop = 4

/** The first character behind a place that is neither space nor tab, and how many columns lie between. */
export function indentAt(
  text: string,
  line: Range,
  { at, left }: Place,
): { readonly word: number; readonly width: number } {
  let word = at
  while (text.charCodeAt(word) === 32) word++
  let width = left + word - at
  if (text.charCodeAt(word) !== 9) return { word, width }
  for (let column = columnOf(text, line.start, word); ; word++) {
    const step = stepAt(text, word, column)
    if (step === 0) return { word, width }
    column += step
    width += step
  }
}

/** The place so many columns of white space further. */
export function skipColumns(text: string, line: Range, { at, left }: Place, columns: number): Place {
  if (columns <= left) return { at, left: left - columns }
  let missing = columns - left
  let index = at
  for (let column = columnOf(text, line.start, at); missing > 0; index++) {
    const step = stepAt(text, index, column)
    if (step === 0) break
    column += step
    missing -= step
  }
  return { at: index, left: Math.max(0, -missing) }
}

/** Behind a `>`, and the column of white space that belongs to it. */
export function behindQuoteMark(text: string, line: Range, mark: number): Place {
  return text[mark + 1] === '\t'
    ? skipColumns(text, line, { at: mark + 1, left: 0 }, 1)
    : { at: mark + (text[mark + 1] === ' ' ? 2 : 1), left: 0 }
}

/** How many columns a character of white space takes; 0 of any other. */
function stepAt(text: string, at: number, column: number): number {
  const code = text.charCodeAt(at)
  return code === 9 ? tabStop - (column % tabStop) : code === 32 ? 1 : 0
}

function columnOf(text: string, lineStart: number, at: number): number {
  let column = 0
  for (let index = lineStart; index < at; index++) column += stepAt(text, index, column) || 1
  return column
}
