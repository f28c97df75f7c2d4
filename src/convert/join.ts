import type { Conversion } from './convert.ts'

/** What becomes of the documents of a book. */
export function joinConversions(all: readonly Conversion[]): Conversion {
  return {
    edits: all.flatMap(({ edits }) => edits),
    refusals: all.flatMap(({ refusals }) => refusals),
    markers: all.reduce((sum, { markers }) => sum + markers, 0),
    entries: all.reduce((sum, { entries }) => sum + entries, 0),
  }
}
