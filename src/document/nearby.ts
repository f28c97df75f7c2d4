import type { Range } from '../source.ts'

/** How many of some sorted things come before the first one that is not `isBefore`. O(log n). */
export function countWhile<T>(sorted: readonly T[], isBefore: (one: T) => boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBefore(sorted[middle]!)) low = middle + 1
    else high = middle
  }
  return low
}

/** How many of some things that stand in the order of the text begin before an offset. O(log n). Nothing is asked more often. */
export function countBefore(sorted: readonly { readonly start: number }[], offset: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]!.start < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Sorts things by their places. Most come in the order of the text, and to see that is faster than to sort them. */
export function sortByStart<T extends { readonly start: number }>(things: readonly T[]): readonly T[] {
  let last = 0
  for (const { start } of things) {
    if (start < last) return things.toSorted((one, other) => one.start - other.start)
    last = start
  }
  return things
}

/** Some lists as one: many short ones several times faster than to flatten them, and one that is not empty as it is. */
export function concatenated<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const filled = lists.length === 1 ? lists : lists.filter((list) => list.length > 0)
  if (filled.length < 2) return filled[0] ?? []
  const all: T[] = []
  for (const list of filled) for (const one of list) all.push(one)
  return all
}

/** Tells of an offset whether it lies inside one of some ranges, none of which overlap. */
export function insideOf(ranges: readonly Range[]): (offset: number) => boolean {
  if (ranges.length === 0) return () => false
  // Many are never asked.
  let sorted: readonly Range[] | undefined
  return (offset) => {
    sorted ??= ranges.toSorted((one, other) => one.start - other.start)
    const range = sorted[countBefore(sorted, offset + 1) - 1]
    return range !== undefined && offset < range.end
  }
}

/** Tells of offsets, asked for in the order of the text, whether one of some things begins there. */
export function beginningAt(things: readonly { readonly start: number }[]): (offset: number) => boolean {
  const sorted = sortByStart(things)
  let next = 0
  return (offset) => {
    if (next > 0 && sorted[next - 1]!.start >= offset) next = countBefore(sorted, offset)
    while (next < sorted.length && sorted[next]!.start < offset) next++
    return sorted[next]?.start === offset
  }
}
