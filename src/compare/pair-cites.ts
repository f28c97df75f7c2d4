import { groupBy } from '../document/group-by.ts'
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
  const open = { bases: base.cites, heads: head.cites }
  const inPlace = pairByKeys(open, {
    base: (cite) => slotsOf(standings.base(cite)).map((slot) => `${slot} ${same.base(cite.target)}`),
    head: (cite) => slotsOf(standings.head(cite)).map((slot) => `${slot} ${same.head(cite.target)}`),
  })
  const afterPlaces = without(open, inPlace)
  const broken = pairsInSlots(afterPlaces.bases.filter(isMarker), afterPlaces.heads.filter(isMarker), {
    base: (cite) => closeSlotsOf(standings.base(cite)),
    head: (cite) => closeSlotsOf(standings.head(cite)),
  })
  const afterBroken = without(afterPlaces, broken)
  const inParagraph = pairByKeys(afterBroken, {
    base: (cite) => links.of(cite.unit).map((unit) => `${unit} ${same.base(cite.target)}`),
    head: (cite) => [`${cite.unit} ${same.head(cite.target)}`],
  })
  const afterParagraphs = without(afterBroken, inParagraph)
  const real = { bases: afterParagraphs.bases.filter(isMarker), heads: afterParagraphs.heads.filter(isMarker) }
  const elsewhere = pairByKeys(real, {
    base: (cite) => [`${same.base(cite.target)}`],
    head: (cite) => [`${same.head(cite.target)}`],
  })
  const { bases: gone, heads: come } = without(real, elsewhere)
  return { kept: [...inPlace, ...inParagraph], elsewhere, broken, gone, come }
}

interface Open {
  readonly bases: readonly Cite[]
  readonly heads: readonly Cite[]
}

function without({ bases, heads }: Open, pairs: readonly (readonly [Cite, Cite])[]): Open {
  const taken = new Set(pairs.flat())
  const isOpen = (cite: Cite) => !taken.has(cite)
  return { bases: bases.filter(isOpen), heads: heads.filter(isOpen) }
}

const isMarker = (cite: Cite) => cite.marker !== undefined

interface Keys {
  readonly base: (cite: Cite) => readonly string[]
  readonly head: (cite: Cite) => readonly string[]
}

function pairByKeys({ bases, heads }: Open, keys: Keys): [Cite, Cite][] {
  const keyed = heads.flatMap((cite) => keys.head(cite).map((key) => ({ key, cite })))
  // The first one is taken from the end.
  const byKey = groupBy(keyed.toReversed(), ({ key }) => key)
  const taken = new Set<Cite>()
  const next = (key: string): Cite | undefined => {
    const group = byKey.get(key) ?? []
    while (group.length > 0 && taken.has(group.at(-1)!.cite)) group.pop()
    return group.pop()?.cite
  }
  return bases.flatMap((cite): [Cite, Cite][] => {
    for (const key of keys.base(cite)) {
      const found = next(key)
      if (!found) continue
      taken.add(found)
      return [[cite, found]]
    }
    return []
  })
}
