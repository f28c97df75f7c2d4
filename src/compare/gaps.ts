import type { Document, Marker, MissingRun } from '../document/document.ts'
import { groupBy } from '../document/group-by.ts'
import type { Comparison } from './comparison.ts'
import type { Cite } from './telling.ts'

/** Numbers that are missing because an edit took their markers. */
export interface Gaps {
  readonly gapAt: (cite: Cite) => Marker | undefined
  /** Markers before which all that is missing went with this edit. */
  readonly explained: (isSaid: (cite: Cite) => boolean) => readonly Marker[]
}

/** More numbers than that nobody has cited one by one. */
const longest = 100

export function findGaps({ pairs }: Comparison, after: readonly Document[]): Gaps {
  const gone = groupBy(pairs.gone, ({ target }) => `${target.family} ${target.number}`)
  const gapOf = new Map<Cite, Marker>()
  const runs: { readonly before: Marker; readonly cites: readonly Cite[] }[] = []
  for (const run of after.flatMap(({ series }) => series.flatMap(({ missing }) => missing))) {
    const cites = citesIn(run, gone)
    if (!cites) continue
    runs.push({ before: run.before, cites })
    for (const cite of cites) gapOf.set(cite, run.before)
  }
  return {
    gapAt: (cite) => gapOf.get(cite),
    explained: (isSaid) => runs.flatMap(({ before, cites }) => (cites.every(isSaid) ? before : [])),
  }
}

function citesIn(
  { from, through, before }: MissingRun,
  gone: ReadonlyMap<string, readonly Cite[]>,
): Cite[] | undefined {
  if (through - from >= longest) return undefined
  const cites: Cite[] = []
  for (let number = from; number <= through; number++) {
    const own = gone.get(`${before.mark.family} ${number}`)
    if (!own) return undefined
    cites.push(...own)
  }
  return cites
}
