import type { Reading, Run } from '../document.ts'
import { indexAt, sourceRange } from './prose.ts'
import { moveReading } from './shift.ts'

/** A text that was put together from pieces of a source. */
export interface Projection {
  readonly text: string
  /** Where the pieces stand in the source. */
  readonly runs: readonly Run[]
}

/** A reading of such a text as one of the source. Blocks of which nothing stands in the source are left out, but for empty items. */
export function projectReading(reading: Reading, { runs }: Projection): Reading {
  const anchor = { runs, start: 0 }
  const moved = moveReading(reading, {
    range: ({ start, end }) => sourceRange(anchor, start, end),
    runs: (own) => own.flatMap((run) => splitRun(run, runs)),
  })
  return { ...moved, signed: undefined, blocks: moved.blocks.filter((block) => block.runs.length > 0 || block.item) }
}

/** A stretch of the text, cut where pieces of the source meet. */
function splitRun({ at, start, length }: Run, runs: readonly Run[]): Run[] {
  const parts: Run[] = []
  const end = start + length
  for (let index = indexAt(runs, start); index < runs.length && runs[index]!.at < end; index++) {
    const run = runs[index]!
    const from = Math.max(run.at, start)
    const to = Math.min(run.at + run.length, end)
    if (to <= from) continue
    const place = { at: at + from - start, length: to - from }
    if (run.width === undefined) parts.push({ ...place, start: run.start + from - run.at })
    else parts.push({ ...place, start: run.start, width: run.width })
  }
  return parts
}
