import type { Sameness } from './same-targets.ts'
import { closeSlotsOf, pairsInSlots, slotsOf } from './slots.ts'
import type { BothStandings } from './slots.ts'
import type { Cite, Telling } from './telling.ts'
import type { UnitLinks } from './unit-links.ts'

/** What became of each citation. */
export interface Pairs {
  /** In the same place, or in the same paragraph. */
  readonly kept: readonly (readonly [Cite, Cite])[]
  /** In another paragraph. */
  readonly elsewhere: readonly (readonly [Cite, Cite])[]
  /** In the same place, but for something else. */
  readonly broken: readonly (readonly [Cite, Cite])[]
  readonly gone: readonly Cite[]
  readonly come: readonly Cite[]
}

/** Finds each citation again: first in its place, then in its paragraph, then anywhere. */
export function pairCites(
  { base, head, links }: { readonly base: Telling; readonly head: Telling; readonly links: UnitLinks },
  same: Sameness,
  standings: BothStandings,
): Pairs {
  const taken = new Set<Cite>()
  const take = (pairs: (readonly [Cite, Cite])[]) => {
    for (const pair of pairs) for (const cite of pair) taken.add(cite)
    return pairs
  }
  const left = () => base.cites.filter((cite) => !taken.has(cite))
  const open = () => head.cites.filter((cite) => !taken.has(cite))
  const byKeys = (keysOf: (cite: Cite) => readonly string[], headKeysOf: (cite: Cite) => readonly string[]) =>
    take(pairByKeys(left(), open(), keysOf, headKeysOf))

  const inPlace = byKeys(
    (cite) => slotsOf(standings.base(cite)).map((slot) => `${slot} ${same.base(cite.target)}`),
    (cite) => slotsOf(standings.head(cite)).map((slot) => `${slot} ${same.head(cite.target)}`),
  )
  const broken = take(
    pairsInSlots(left().filter(isMarker), open().filter(isMarker), {
      base: (cite) => closeSlotsOf(standings.base(cite)),
      head: (cite) => closeSlotsOf(standings.head(cite)),
    }),
  )
  const inParagraph = byKeys(
    (cite) => links.of(cite.unit).map((unit) => `${unit} ${same.base(cite.target)}`),
    (cite) => [`${cite.unit} ${same.head(cite.target)}`],
  )
  const elsewhere = take(
    pairByKeys(
      left().filter(isMarker),
      open().filter(isMarker),
      (cite) => [`${same.base(cite.target)}`],
      (cite) => [`${same.head(cite.target)}`],
    ),
  )
  const isReal = (cite: Cite) => isMarker(cite) && !taken.has(cite)
  return {
    kept: [...inPlace, ...inParagraph],
    elsewhere,
    broken,
    gone: base.cites.filter(isReal),
    come: head.cites.filter(isReal),
  }
}

const isMarker = (cite: Cite) => cite.marker !== undefined

function pairByKeys(
  bases: readonly Cite[],
  heads: readonly Cite[],
  keysOf: (cite: Cite) => readonly string[],
  headKeysOf: (cite: Cite) => readonly string[],
): [Cite, Cite][] {
  const byKey = new Map<string, Cite[]>()
  for (const cite of heads) {
    for (const key of headKeysOf(cite)) {
      const group = byKey.get(key)
      if (group) group.push(cite)
      else byKey.set(key, [cite])
    }
  }
  // The first one is taken from the end.
  for (const group of byKey.values()) group.reverse()
  const taken = new Set<Cite>()
  const next = (key: string): Cite | undefined => {
    const group = byKey.get(key) ?? []
    while (group.length > 0 && taken.has(group.at(-1)!)) group.pop()
    return group.pop()
  }
  return bases.flatMap((cite): [Cite, Cite][] => {
    for (const key of keysOf(cite)) {
      const found = next(key)
      if (!found) continue
      taken.add(found)
      return [[cite, found]]
    }
    return []
  })
}
