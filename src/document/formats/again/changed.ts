import type { Range } from '../../../source.ts'
import { countWhile } from '../../nearby.ts'
import { lineEnd } from '../line-ends.ts'
import { splitSegments } from '../split.ts'

/** A text with the segments that it was cut into. */
export interface Cut {
  readonly text: string
  /** Where its front matter ends. */
  readonly from: number
  readonly segments: readonly Range[]
}

/** The segments of a text, and which of them are those of another one: so many at the beginning, and so many at the end. */
export interface Changed extends Cut {
  readonly before: number
  readonly behind: number
}

/** Cuts a text into segments, but for those parts that it shares with one that was cut before. */
export function cutAgain(text: string, from: number, last: Cut): Changed {
  const start = from === last.from ? sharedStart(text, last.text) : 0
  const before = certainCuts(last, start)
  const begin = before > 0 ? last.segments[before - 1]!.end : from
  const by = text.length - last.text.length
  const end = text.length - sharedEnd(text, last.text, Math.max(start, begin))
  let behind = 0
  const isKnown = (cut: number): boolean => {
    const index = countWhile(last.segments, (segment) => segment.start < cut - by)
    const isCut = cut >= end && last.segments[index]?.start === cut - by
    if (isCut) behind = last.segments.length - index
    return isCut
  }
  const changed = splitSegments(text, begin, isKnown).map(rangeOf)
  const rest = last.segments.slice(last.segments.length - behind)
  const moved = by === 0 ? rest : rest.map((segment) => ({ start: segment.start + by, end: segment.end + by }))
  return { text, from, segments: [...last.segments.slice(0, before), ...changed, ...moved], before, behind }
}

/** Without what is known of it, which whoever keeps it has no use for. */
const rangeOf = ({ start, end }: Range): Range => ({ start, end })

/** How many segments certainly end where they did, if a text is as it was up to an offset: the line that a cut was made before is the last that says so. */
function certainCuts({ text, segments }: Cut, same: number): number {
  let count = countWhile(segments, ({ end }) => end < same)
  while (count > 0 && lineEnd(text, segments[count - 1]!.end, text.length) >= same) count--
  return count
}

const chunk = 1 << 12

/** How many characters two texts begin with alike. To compare slices is many times faster than to look at each. */
function sharedStart(one: string, other: string): number {
  const limit = Math.min(one.length, other.length)
  let at = 0
  while (at < limit && one.slice(at, at + chunk) === other.slice(at, at + chunk)) at += chunk
  at = Math.min(at, limit)
  while (at < limit && one.charCodeAt(at) === other.charCodeAt(at)) at++
  return at
}

/** How many characters two texts end with alike, behind an offset of the first one. */
function sharedEnd(one: string, other: string, from: number): number {
  const limit = Math.min(one.length, other.length) - Math.min(from, one.length, other.length)
  const endOf = (text: string, at: number) => text.slice(text.length - Math.min(at + chunk, limit), text.length - at)
  let at = 0
  while (at < limit && endOf(one, at) === endOf(other, at)) at += chunk
  at = Math.min(at, limit)
  while (at < limit && one.charCodeAt(one.length - 1 - at) === other.charCodeAt(other.length - 1 - at)) at++
  return at
}
