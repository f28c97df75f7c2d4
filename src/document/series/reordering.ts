import type { Edit } from '../../finding.ts'
import { lineAt } from '../../source.ts'
import type { Source } from '../../source.ts'
import type { Entry } from '../document.ts'

/**
 * Puts entries in the order of their numbers, or of their first citation where one has none. Each takes the place of
 * another one; what stands between them stays. Only where that is nothing but blank lines.
 */
export function reordering(entries: readonly Entry[], source: Source): Edit[] | undefined {
  const { text } = source
  const places = entries.map((entry) => entry.lines)
  const prefixes = new Set(entries.map(({ start }) => text.slice(source.lineStarts[lineAt(source, start) - 1], start)))
  const follows = places.every((place, index) => {
    const next = places[index + 1]
    return place && (!next || isGap(text.slice(place.end, next.start)))
  })
  if (!follows || prefixes.size > 1) return undefined
  const sorted = inOrder(entries)
  return entries.flatMap(({ lines }, index) => {
    const other = sorted[index]!
    if (other === entries[index]) return []
    return [{ start: lines!.start, end: lines!.end, text: text.slice(other.lines!.start, other.lines!.end) }]
  })
}

/** Line ends and the `>` of a quotation. */
const isGap = (text: string) => /^[\s>]*$/.test(text)

function inOrder(entries: readonly Entry[]): readonly Entry[] {
  if (entries.every((entry) => entry.number !== undefined))
    return entries.toSorted((one, other) => one.number! - other.number!)
  const places = new Map<Entry, number>()
  let before = -1
  for (const entry of entries) {
    // One that nobody cites stays behind the one before it.
    before = entry.markers.find((marker) => !marker.mark.inEntry)?.mark.cluster.start ?? before
    places.set(entry, before)
  }
  return entries.toSorted((one, other) => places.get(one)! - places.get(other)!)
}
