import type { Range } from '../source.ts'
import { entryOf, markersOf, thingAt } from './thing.ts'
import { isOwn, ownRange } from './view.ts'
import type { View } from './view.ts'

export interface Highlighted extends Range {
  /** The label of an entry, or a marker. */
  readonly kind: 'entry' | 'marker'
}

/** All places of a text that belong to what stands at an offset. */
export function highlightsAt(view: View, offset: number): Highlighted[] {
  const thing = thingAt(view, offset)
  if (!thing) return []
  const entry = entryOf(thing)
  const places = [
    ...markersOf(thing).map(({ start, end }): Highlighted => ({ start, end, kind: 'marker' })),
    ...(entry ? [{ ...entry.labelRange, kind: 'entry' as const }] : []),
  ]
  return places.filter((place) => isOwn(view, place)).map((place) => ({ ...ownRange(view, place), kind: place.kind }))
}
