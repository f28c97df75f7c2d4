import type { Entry, EntryList, Place } from '../document.ts'
import type { EntryDraft } from '../entries/entries.ts'
import type { Draft, MarkerDraft } from '../mark.ts'

/** What of an entry is told by where it stands. */
type Told = 'place' | 'lines' | 'removal'

/** Tells of the entries of one document where they stand. */
export interface Whereabouts {
  readonly placeOf: (entry: EntryObject) => Place
  readonly linesOf: (entry: EntryObject) => Pick<Entry, 'lines' | 'removal'>
}

/** An entry in the making. */
export type EntryObject = Draft<Omit<Entry, 'markers' | Told>> &
  Pick<Entry, Told> & {
    markers: MarkerDraft[]
    whereabouts: Whereabouts
    knownPlace: Place | undefined
    knownLines: Pick<Entry, 'lines' | 'removal'> | undefined
  }

/** There are thousands of entries, and hardly anybody asks where one stands: they share how it is told. */
const told = {
  get place() {
    const entry = this as unknown as EntryObject
    return (entry.knownPlace ??= entry.whereabouts.placeOf(entry))
  },
  get lines() {
    return linesOf(this as unknown as EntryObject).lines
  },
  get removal() {
    return linesOf(this as unknown as EntryObject).removal
  },
}

function linesOf(entry: EntryObject): Pick<Entry, 'lines' | 'removal'> {
  return (entry.knownLines ??= entry.whereabouts.linesOf(entry))
}

/** Property by property, as marks are made. */
export function createEntry(
  draft: EntryDraft,
  labelText: string,
  identifiers: Entry['identifiers'],
  list: EntryList | undefined,
): EntryObject {
  const entry = Object.create(told) as EntryObject
  entry.kind = draft.kind
  entry.family = draft.family
  entry.start = draft.start
  entry.end = draft.end
  entry.label = draft.label
  entry.number = draft.number
  entry.labelRange = draft.labelRange
  entry.text = draft.text
  entry.malformed = draft.malformed
  entry.record = draft.record
  entry.labelText = labelText
  entry.identifiers = identifiers
  entry.list = list
  entry.series = undefined as never
  entry.markers = noMarkers
  entry.whereabouts = undefined as never
  entry.knownPlace = undefined
  entry.knownLines = undefined
  return entry
}

/** Most entries are cited once, and an array that grows has room for sixteen more. */
export function addTo(entry: EntryObject, marker: MarkerDraft): void {
  if (entry.markers.length === 0) entry.markers = [marker]
  else entry.markers.push(marker)
}

const noMarkers: MarkerDraft[] = []
