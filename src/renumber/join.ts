import type { Renumbering } from './renumbering.ts'

/** What becomes of the documents of a book. */
export function joinRenumberings(all: readonly Renumbering[]): Renumbering {
  return {
    edits: all.flatMap(({ edits }) => edits),
    series: all.flatMap(({ series }) => series),
    refusals: all.flatMap(({ refusals }) => refusals),
    merged: all.flatMap(({ merged }) => merged),
    left: all.flatMap(({ left }) => left),
  }
}
