import type { Document, Entry, Marker } from '../document/document.ts'
import { labelKey } from '../document/label.ts'
import { citedKeys } from '../document/series/entries.ts'
import type { Range } from '../source.ts'
import type { View } from './view.ts'

/** A marker, or the label of an entry. Their places are those of the joined text. */
export type Thing =
  | { readonly kind: 'marker'; readonly document: Document; readonly marker: Marker }
  | { readonly kind: 'entry'; readonly document: Document; readonly entry: Entry }

/** What stands at an offset of the view's file. At the border of two, the one that begins there. */
export function thingAt(view: View, offset: number): Thing | undefined {
  const at = view.start + offset
  return find(view, ({ start, end }) => start <= at && at < end) ?? find(view, ({ end }) => end === at)
}

function find({ documents }: View, isHere: (range: Range) => boolean): Thing | undefined {
  for (const document of documents) {
    const marker = document.series.flatMap(({ markers }) => markers).find(isHere)
    if (marker) return { kind: 'marker', document, marker }
    const entry = document.entries.find(({ kind, labelRange }) => kind !== 'inline' && isHere(labelRange))
    if (entry) return { kind: 'entry', document, entry }
  }
  return undefined
}

export const rangeOfThing = (thing: Thing): Range => (thing.kind === 'marker' ? thing.marker : thing.entry.labelRange)

/** The entry that a thing is or points to; none for a key of another file, or where there is none. */
export function entryOf(thing: Thing): Entry | undefined {
  const entry = thing.kind === 'entry' ? thing.entry : thing.marker.entry
  return entry?.kind === 'inline' ? undefined : entry
}

/** All markers that cite what a thing stands for. A range cites all that it covers. */
export function markersOf(thing: Thing): readonly Marker[] {
  const entry = entryOf(thing)
  if (entry) return entry.markers
  if (thing.kind === 'entry') return []
  const key = labelKey(thing.marker)
  return thing.marker.series.markers.filter((one) => one === thing.marker || citedKeys(one).includes(key))
}
