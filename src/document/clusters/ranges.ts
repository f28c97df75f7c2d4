import type { Cluster, Marker, RangeFault } from '../document.ts'
import type { Edit } from '../../finding.ts'
import { isCounted } from './counted.ts'

/** Ranges that run backwards, and ranges that share numbers without being the same. */
export function rangeFaults(cluster: Cluster, source: string): RangeFault[] {
  if (!isCounted(cluster)) return []
  const { markers } = cluster
  const backwards = markers.flatMap((marker, index) => {
    const before = markers[index - 1]
    if (!runsBackwards(marker, before)) return []
    if (isWithin(marker)) return reversed(marker, source)
    const text = source.slice(before!.end, marker.start)
    const edit = { start: before!.start, end: marker.end, text: `${marker.text}${text}${before!.text}` }
    return [{ kind: 'reversed' as const, start: edit.start, end: edit.end, other: undefined, edit }]
  })
  return [...backwards, ...sharing(markers.filter(isWithin))]
}

function sharing(ranges: readonly Marker[]): RangeFault[] {
  const holders = new Map<number, Marker>()
  return ranges.flatMap((marker) => {
    const shared = marker.numbers.flatMap((number) => holders.get(number) ?? [])
    for (const number of marker.numbers) holders.set(number, marker)
    const other = shared.find((one) => !isSame(one, marker))
    return other ? [{ kind: 'overlap', start: marker.start, end: marker.end, other, edit: union(other, marker) }] : []
  })
}

/** `[5-3]`, and the `[3]` of `[5]–[3]`. */
export function runsBackwards(marker: Marker, before: Marker | undefined): boolean {
  const { mark, number } = marker
  if (isWithin(marker)) return number !== marker.numbers[0]
  return mark.joint === 'range' && mark.markers[0] === marker && number! < before!.number!
}

/** A range in one pair of brackets. */
const isWithin = (marker: Marker) => memberOf(marker).through !== undefined

const memberOf = (marker: Marker) => marker.mark.members[marker.mark.markers.indexOf(marker)]!

/** `[123-5]` is more likely a short way to write 125: that is for a person to say. */
function reversed(marker: Marker, source: string): RangeFault[] {
  const { start, end } = memberOf(marker)
  const parts = /^([^\s\p{Pd}⁻−]+)(\s*[\p{Pd}⁻−]\s*)([^\s\p{Pd}⁻−]+)$/u.exec(source.slice(start, end))
  const isClear = parts?.[1]?.length === parts?.[3]?.length
  const edit = parts && isClear ? { start, end, text: `${parts[3]}${parts[2]}${parts[1]}` } : undefined
  return [{ kind: 'reversed', start: marker.start, end: marker.end, other: undefined, edit }]
}

/** The same range twice is one citation too many: `[3-5, 3-5]`. */
function isSame(one: Marker, other: Marker): boolean {
  return one.numbers[0] === other.numbers[0] && one.numbers.length === other.numbers.length
}

/** One range instead of two that stand next to each other in one pair of brackets. */
function union(one: Marker, other: Marker): Edit | undefined {
  const { markers, notation } = one.mark
  if (notation !== 'bracket' || markers.indexOf(other) !== markers.indexOf(one) + 1) return undefined
  const from = Math.min(one.numbers[0]!, other.numbers[0]!)
  const through = Math.max(one.numbers.at(-1)!, other.numbers.at(-1)!)
  const dash = memberOf(one).text.replace(/\d+/g, '')
  return { start: one.start, end: other.end, text: `${from}${dash}${through}` }
}
