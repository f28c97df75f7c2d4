import type { Displaced, Entry, EntryList, Series } from '../document.ts'
import type { Draft } from '../mark.ts'
import type { Source } from '../../source.ts'
import { findOutOfPlace } from './order.ts'
import { reordering } from './reordering.ts'

/**
 * Finds entries that are out of place both by their numbers and by their first citation. Where one of the two is in order, it is
 * the other that is at fault, and that is said of the markers.
 */
export function orderEntries(all: readonly Draft<Series>[], source: Source): void {
  for (const series of all) series.displaced = displacedIn(series, source)
}

function displacedIn({ entries, duplicates, undefined: lost }: Series, source: Source): Displaced[] {
  if (isInOrder(entries)) return []
  const again = new Set(duplicates.map(({ entry }) => entry))
  // The entry that a lost marker means has a wrong label: where it stands by that label says nothing.
  const misnamed = new Set(lost.map(({ nearest }) => nearest))
  const groups = new Map<EntryList | 'note', Entry[]>()
  for (const entry of entries) {
    const key = entry.kind === 'note' ? 'note' : entry.list
    if (key === undefined || again.has(entry) || misnamed.has(entry.label) || entry.place.inLine) continue
    const group = groups.get(key)
    if (group) group.push(entry)
    else groups.set(key, [entry])
  }
  return [...groups].flatMap(([key, group]) => {
    const found = displaced(group)
    // One of a short list was exchanged with its neighbour; more of them follow another order.
    const isSlip = found.length * 4 <= group.length || (key !== 'note' && found.length === 1 && group.length > 2)
    if (!isSlip || found.length === 0) return []
    const edits = reordering(group, source)
    return found.map((one) => ({ ...one, reordering: edits }))
  })
}

/**
 * Whether the numbers of all entries ascend, and so do the places of their first citations where one has no number: then
 * they do in each list too.
 */
function isInOrder(entries: readonly Entry[]): boolean {
  let isNumbered = true
  let last = -1
  for (const { number } of entries) {
    if (number === undefined) isNumbered = false
    else if (number <= last) return false
    else last = number
  }
  if (isNumbered) return true
  last = -1
  for (const entry of entries) {
    const place = firstCitation(entry) ?? last
    if (place < last) return false
    last = place
  }
  return true
}

type Misplaced = Pick<Displaced, 'entry' | 'other'>

function displaced(entries: readonly Entry[]): Misplaced[] {
  const isNumbered = entries.every((entry) => entry.number !== undefined)
  const byNumber = isNumbered ? pairs(entries, (entry) => entry.number!) : []
  if (isNumbered && byNumber.length === 0) return []
  const places = new Map(entries.map((entry) => [entry, firstCitation(entry)]))
  const cited = entries.filter((entry) => places.get(entry) !== undefined)
  // Markers of one cluster stand at one place: their entries may follow one another as they like.
  const byCitation = pairs(cited, (entry, index) => places.get(entry)! + index / cited.length)
  if (!isNumbered) return byCitation
  const involved = new Set(byCitation.flatMap(({ entry, other }) => [entry, other]))
  const isSuspect = (entry: Entry) => places.get(entry) === undefined || involved.has(entry)
  return byNumber.filter(({ entry, other }) => isSuspect(entry) || isSuspect(other))
}

function pairs(entries: readonly Entry[], keyOf: (entry: Entry, index: number) => number): Misplaced[] {
  return findOutOfPlace(entries.map(keyOf)).map(({ index, other }) => ({
    entry: entries[index]!,
    other: entries[other]!,
  }))
}

function firstCitation({ markers }: Entry): number | undefined {
  return markers.find((marker) => !marker.mark.inEntry)?.mark.cluster.start
}
