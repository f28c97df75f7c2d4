import type { Range } from '../../../source.ts'
import { indentAt } from './indent.ts'
import { kindOf } from './kinds.ts'
import { skipSpaces, trimmed } from './lines.ts'
import { addLeaf, closeParagraph } from './state.ts'
import type { Line, State } from './state.ts'

const delimiterRow = /^\|?(?:[ \t]*:?-+:?[ \t]*\|)*(?:[ \t]*:?-+:?)?[ \t]*[\r\n]*$/

/**
 * Makes a table of the line before and this one, the row of delimiters (GFM 0.29 §4.10). False where the parser has to
 * look: at tables of one column without pipes, below a line that is indented like code or, in a container, others.
 */
export function openTable(state: State, line: Line, words: string): boolean {
  const { text, paragraph, stack } = state
  if (!paragraph || paragraph.end !== line.start || paragraph.isBehindDefinition) return false
  if (!delimiterRow.test(words) || !words.includes('|')) return false
  const start = lastLine(text, paragraph)
  const headStart = skipSpaces(text, start)
  if (headStart - start > 3 || (stack.length > 1 && start > paragraph.start)) return false
  const head = cellsOf(text, { start: headStart, end: paragraph.end })
  if (head.length !== columnsOf(words)) return false
  if (start > paragraph.start) {
    if (head.length < 2) return false
    paragraph.end = start
    closeParagraph(state)
  }
  // Each cell of a table that opens an item is said to open it.
  state.table = { item: start > paragraph.start ? undefined : paragraph.item }
  state.paragraph = undefined
  addRow(state, head)
  return true
}

/** Where the last line of a paragraph begins. */
function lastLine(text: string, { start, end }: Range): number {
  let index = end - 1
  if (text[index] === '\n' && text[index - 1] === '\r') index--
  while (index > start && text[index - 1] !== '\n' && text[index - 1] !== '\r') index--
  return index
}

/** How many columns a row of delimiters makes. */
const columnsOf = (words: string): number => words.trim().replace(/^\|/, '').replace(/\|$/, '').split('|').length

/** Takes a line for a row of the open table. `undefined` where it ends the table, false where the parser has to look. */
export function readRow(state: State, line: Line): boolean | undefined {
  const { text } = state
  const { word, width } = indentAt(text, line, line)
  if (width > 3) return false
  if (kindOf(text.slice(word, line.end), false) !== 'words') return undefined
  addRow(state, cellsOf(text, { start: word, end: line.end }))
  return true
}

interface Cell extends Range {
  readonly words: Range
}

function addRow(state: State, cells: readonly Cell[]): void {
  const { item } = state.table!
  for (const { start, end, words } of cells) addLeaf(state, { kind: 'cell', start, end, words, item, depth: undefined })
}

/**
 * The cells of a row; each begins with the pipe before it, where there is one, and the last one holds the pipe behind it, as
 * the parser has it.
 */
function cellsOf(text: string, row: Range): Cell[] {
  const { start, end } = trimmed(text, row)
  const pipes = pipesIn(text, { start, end })
  const begins = pipes[0] === start ? pipes : [start, ...pipes]
  const isClosed = begins.length > 1 && begins.at(-1) === end - 1
  const limits = isClosed ? begins.slice(0, -1) : begins
  return limits.map((from, index): Cell => {
    const isLast = index === limits.length - 1
    const inner = text[from] === '|' ? from + 1 : from
    const cell = trimmed(text, { start: inner, end: begins[index + 1] ?? end })
    const to = isLast ? end : cell.start < cell.end ? cell.end : inner
    return { start: from, end: to, words: cell }
  })
}

/** The pipes of a row that no backslash escapes. */
function pipesIn(text: string, { start, end }: Range): number[] {
  const pipes: number[] = []
  for (let index = start; index < end; index++) {
    const character = text[index]
    if (character === '\\' && (text[index + 1] === '\\' || text[index + 1] === '|')) index++
    else if (character === '|') pipes.push(index)
  }
  return pipes
}
