import type { Problem } from '../../document.ts'
import type { Range } from '../../../source.ts'
import { createProse } from '../prose.ts'
import type { Prose } from '../prose.ts'
import type { Projection } from '../project.ts'
import { walkJson } from './json.ts'
import type { Path } from './json.ts'

/** A cell of a notebook: its source is one string, or one for each line. */
interface Cell {
  readonly place: string
  type: string
  readonly strings: Range[]
}

/** The text of all Markdown cells, and which part of it each cell is. */
export interface Cells extends Projection {
  readonly cells: readonly Range[]
  readonly problem: Problem | undefined
}

/** Reads the Markdown cells of a notebook: nbformat 4, and 3 with its worksheets. */
export function readCells(text: string): Cells {
  const cells: Cell[] = []
  const problem = walkJson(text, (path, string) => {
    const from = path[0] === 'cells' ? 0 : path[0] === 'worksheets' && path[2] === 'cells' ? 2 : undefined
    if (from === undefined || path.length < from + 3 || path.length > from + 4) return
    takeString(cellAt(cells, path, from), path.slice(from + 2), string, text)
  })
  const prose = createProse(text)
  const ranges = cells
    .filter((cell) => cell.type === 'markdown')
    .map(({ strings }): Range => {
      const start = prose.length
      for (const string of strings) takeDecoded(text, prose, string)
      const end = prose.length
      prose.put('\n\n')
      return { start, end }
    })
  const { text: joined, runs } = prose.finish()
  return { text: joined, runs, cells: ranges, problem }
}

function cellAt(cells: Cell[], path: Path, from: number): Cell {
  const place = path.slice(0, from + 2).join('/')
  const last = cells.at(-1)
  if (last?.place === place) return last
  const cell = { place, type: '', strings: [] }
  cells.push(cell)
  return cell
}

function takeString(cell: Cell, [key, ...rest]: Path, string: Range, text: string): void {
  if (key === 'cell_type' && rest.length === 0) cell.type = text.slice(string.start, string.end)
  if (key === 'source' && (rest.length === 0 || typeof rest[0] === 'number')) cell.strings.push(string)
}

/** Takes the content of a string over; an escape is one letter written with several. */
function takeDecoded(text: string, prose: Prose, { start, end }: Range): void {
  let from = start
  for (const { index, 0: written } of text.slice(start, end).matchAll(/\\(?:u.{4}|.)/g)) {
    prose.take(from, start + index)
    from = start + index + written.length
    prose.takeAs(JSON.parse(`"${written}"`) as string, start + index, from)
  }
  prose.take(from, end)
}
