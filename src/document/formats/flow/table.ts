import type { Range } from '../../../source.ts'
import { skipSpaces, trimmed } from './lines.ts'
import { addLeaf } from './state.ts'
import type { Line, State } from './state.ts'

const delimiterRow = /^\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*[\r\n]*$/

/**
 * Makes a table of the line before and this one, the row of delimiters (GFM 0.29 §4.10). False where the parser has to
 * look: at tables in containers, without pipes at both ends of the delimiters, behind other lines of a paragraph.
 */
export function openTable(state: State, line: Line, words: string): boolean {
  const { text, paragraph, stack } = state
  const isOneLine = paragraph?.end === line.start && !/[\r\n]./.test(text.slice(paragraph.start, paragraph.end))
  if (!isOneLine || stack.length > 1 || paragraph.isBehindDefinition || !delimiterRow.test(words)) return false
  if (text[paragraph.start] !== '|') return false
  const head = cellsOf(text, paragraph)
  if (head.length !== words.split('|').length - 2) return false
  state.paragraph = undefined
  addRow(state, head)
  state.inTable = true
  return true
}

/** Takes a line for a row of the open table. False where the parser has to look. */
export function readRow(state: State, { at, end }: Line): boolean {
  const start = skipSpaces(state.text, at)
  if (start - at > 3 || state.text[start] !== '|') return false
  addRow(state, cellsOf(state.text, { start, end }))
  return true
}

interface Cell extends Range {
  readonly words: Range
}

function addRow(state: State, cells: readonly Cell[]): void {
  for (const { start, end, words } of cells) addLeaf(state, { kind: 'cell', start, end, words, item: undefined })
}

/** The cells of a row; each begins with the pipe before it, and the last one holds the pipe behind it, as the parser has it. */
function cellsOf(text: string, row: Range): Cell[] {
  const { start, end } = trimmed(text, row)
  const pipes: number[] = []
  for (let index = start; index < end; index++) {
    const character = text[index]
    if (character === '\\' && (text[index + 1] === '\\' || text[index + 1] === '|')) index++
    else if (character === '|') pipes.push(index)
  }
  const isClosed = pipes.length > 1 && pipes.at(-1) === end - 1
  const limits = isClosed ? pipes.slice(0, -1) : pipes
  return limits.map((pipe, index): Cell => {
    const isLast = index === limits.length - 1
    const until = pipes[index + 1] ?? end
    const cell = trimmed(text, { start: pipe + 1, end: until })
    const to = isLast ? end : cell.start < cell.end ? cell.end : pipe + 1
    return { start: pipe, end: to, words: cell }
  })
}
