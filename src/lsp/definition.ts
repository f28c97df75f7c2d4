import type { FilePlace } from '../document/book.ts'
import { entryOf, markersOf, thingAt } from './thing.ts'
import type { Thing } from './thing.ts'
import { placeOf } from './view.ts'
import type { View } from './view.ts'

/** From a marker to its entry; from an entry to the markers that cite it, the first one first. */
export function definitionAt(view: View, offset: number): FilePlace[] {
  const thing = thingAt(view, offset)
  if (!thing) return []
  return thing.kind === 'marker' ? destination(view, thing) : markersOf(thing).map((marker) => placeOf(view, marker))
}

/** The markers that cite the same, and the entry where it is asked for. */
export function referencesAt(view: View, offset: number, withEntry: boolean): FilePlace[] {
  const thing = thingAt(view, offset)
  if (!thing) return []
  const markers = markersOf(thing).map((marker) => placeOf(view, marker))
  return withEntry ? [...destination(view, thing), ...markers] : markers
}

function destination(view: View, thing: Thing): FilePlace[] {
  const entry = entryOf(thing)
  if (entry) return [placeOf(view, entry.labelRange)]
  const record = thing.kind === 'marker' ? thing.marker.record : undefined
  return record ? [{ source: record.source, ...record.record.keyRange }] : []
}
