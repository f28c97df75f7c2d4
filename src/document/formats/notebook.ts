import type { Reading } from '../document.ts'
import type { Source } from '../../source.ts'
import { createLineEnds } from './line-ends.ts'
import { findStructure } from './flow/structure.ts'
import { readSegments } from './markdown.ts'
import { readCells } from './notebook/cells.ts'
import { projectReading } from './project.ts'
import { splitSegments } from './split.ts'

/**
 * A Jupyter notebook → the Markdown of its cells, with places in the file. Each cell is read for itself, as it is rendered,
 * but all share their definitions: a note may stand in the last cell. What is no JSON is not read.
 */
export function readNotebook({ text }: Source): Reading {
  const joined = readCells(text)
  // A marker whose note stands behind the mistake would be reported too.
  if (joined.problem) return { blocks: [], notes: [], definitions: [], comments: [], problems: [joined.problem] }
  const lineEndOf = createLineEnds(joined.text)
  const segments = joined.cells.flatMap(({ start, end }) =>
    splitSegments(joined.text.slice(start, end), 0).map((range) => {
      const segment = { start: start + range.start, end: start + range.end }
      return { ...segment, structure: findStructure(joined.text, segment, lineEndOf) }
    }),
  )
  return projectReading(readSegments(joined.text, segments), joined)
}
