import type { Sample } from './documents/documents.ts'
import type { Verdict } from './judge.ts'

export interface Count {
  documents: number
  mutants: number
  found: number
  more: number
}

export interface Tally {
  readonly faults: Map<string, Count>
  readonly origins: Map<string, Count>
  readonly total: Count
}

const nothing = (): Count => ({ documents: 0, mutants: 0, found: 0, more: 0 })

export function createTally(): Tally {
  return { faults: new Map(), origins: new Map(), total: nothing() }
}

/** Counts a document and its mutants; one that is not clean, or has no place for a fault, is no document. */
export function addTo(
  { faults, origins, total }: Tally,
  { origin }: Sample,
  verdicts: readonly Verdict[] | undefined,
): void {
  if (!verdicts || verdicts.length === 0) return
  for (const count of [total, countOf(origins, origin)]) {
    count.documents++
    for (const verdict of verdicts) addVerdict(count, verdict)
  }
  for (const verdict of verdicts) addVerdict(countOf(faults, verdict.fault), verdict)
}

function addVerdict(count: Count, { found, more }: Verdict): void {
  count.mutants++
  if (found) count.found++
  if (more) count.more++
}

function countOf(counts: Map<string, Count>, name: string): Count {
  const count = counts.get(name) ?? nothing()
  counts.set(name, count)
  return count
}
