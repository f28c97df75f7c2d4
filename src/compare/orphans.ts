import type { Entry, Orphans } from '../document/document.ts'
import { isOwnEntry } from './comparison.ts'
import type { Comparison } from './comparison.ts'
import type { Cite } from './telling.ts'

/** Entries that were cited and are no more. */
export interface Orphanage {
  /** The entry that a citation of the older text was the last one to lead to. */
  readonly orphanOf: (cite: Cite) => Entry | undefined
  readonly all: ReadonlyMap<Entry, Cite>
}

export function orphanageOf({ base, same, now, citedNow }: Comparison): Orphanage {
  const byClass = new Map<number, Entry>()
  const all = new Map<Entry, Cite>()
  for (const cite of base.cites) {
    const source = same.base(cite.target)
    if (!cite.marker || citedNow.has(source)) continue
    const entry = byClass.get(source) ?? now(cite.target).find((one) => one.entry && isOrphan(one.entry))?.entry
    if (!entry) continue
    byClass.set(source, entry)
    all.set(entry, cite)
  }
  return { all, orphanOf: (cite) => byClass.get(same.base(cite.target)) }
}

const isOrphan = (entry: Entry) => isOwnEntry(entry) && entry.markers.length === 0

/** A marker for another label that leads nowhere: that is said of the marker. */
function mistypings(
  { broken }: Comparison['pairs'],
  { cites }: Comparison['head'],
): (entry: Entry, cite: Cite) => boolean {
  const allSeries = new Set(cites.flatMap(({ marker }) => marker?.series ?? []))
  const lost = [...allSeries].flatMap((series) => series.undefined)
  const meant = new Set(lost.flatMap(({ nearest }) => nearest ?? []))
  const markers = new Set(lost.flatMap(({ marker, others }) => [marker, ...others]))
  const mistyped = new Set(broken.flatMap(([one, { marker }]) => (marker && markers.has(marker) ? one : [])))
  return ({ label }, cite) => meant.has(label) || mistyped.has(cite)
}

/** Those of which nothing else is said, together where one edit took their markers. */
export function orphansBeside(
  { places, former, pairs, head }: Comparison,
  { all }: Orphanage,
  said: ReadonlySet<Entry>,
): Orphans[] {
  const groups = new Map<number, { entries: Entry[]; former: Orphans['former'] }>()
  const isMistyped = mistypings(pairs, head)
  for (const [entry, cite] of all) {
    if (said.has(entry) || isMistyped(entry, cite)) continue
    const key = places.gapOf(cite)
    const group = groups.get(key)
    if (group) group.entries.push(entry)
    else groups.set(key, { entries: [entry], former: former(cite) })
  }
  return [...groups.values()].map(({ entries, ...group }) => ({
    ...group,
    entries: entries.toSorted((one, other) => one.start - other.start),
  }))
}
