import type { Marker, MovedMarker } from '../document/document.ts'
import { isListed, markersOf } from './comparison.ts'
import type { Comparison } from './comparison.ts'
import { spanOf } from './spans.ts'
import type { Cite } from './telling.ts'

/** Markers that have left their words for another paragraph. Who moves a sentence moves its words too. */
export function movedMarkers(comparison: Comparison): MovedMarker[] {
  const { pairs, head, match, places, former } = comparison
  return pairs.elsewhere.flatMap(([one, other]): MovedMarker[] => {
    if (one.entry || other.entry || !comparison.isKept(one)) return []
    const newWords = !spanOf(head, other, match.toBase).isShared
    return [{ marker: other.marker!, before: former(one), place: places.of(one), newWords }]
  })
}

/** Markers that nothing explains: no new words, no new entry. */
export function addedMarkers({ pairs, head, match, same, knownBefore }: Comparison): Marker[] {
  const allSeries = new Set(pairs.come.flatMap(({ marker }) => marker?.series ?? []))
  const repeats = [...allSeries].flatMap((series) => series.repeats)
  // That it is there twice is said already.
  const twice = new Set(repeats.flatMap(({ marker, inCluster }) => (inCluster ? marker : [])))
  const added = pairs.come.filter((cite) => {
    if (cite.entry || twice.has(cite.marker!) || !spanOf(head, cite, match.toBase).isShared) return false
    return knownBefore.has(same.head(cite.target)) || isBare(cite)
  })
  return markersOf(added)
}

/** A number in a text without a list. */
const isBare = ({ target, marker }: Cite) =>
  !isListed(target) && target.family !== 'citekey' && marker!.series.entries.length === 0
