/**
 * Indices of the numbers outside a longest increasing subsequence, in the order of the text. Of two neighbours that were
 * exchanged, the later one is named. O(n log n) (patience sorting).
 */
export function outOfOrder(numbers: readonly number[]): number[] {
  if (numbers.every((number, index) => index === 0 || numbers[index - 1]! < number)) return []
  // From the end and falling: among sequences of equal length this keeps what stands first in the text.
  const tails: number[] = []
  const previous: number[] = []
  for (let index = numbers.length - 1; index >= 0; index--) {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (numbers[tails[middle]!]! > numbers[index]!) low = middle + 1
      else high = middle
    }
    previous[index] = low > 0 ? tails[low - 1]! : -1
    tails[low] = index
  }
  const outside: number[] = []
  let next = 0
  // What is kept comes in the order of the text.
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index]!) {
    for (; next < index; next++) outside.push(next)
    next = index + 1
  }
  for (; next < numbers.length; next++) outside.push(next)
  return outside
}

/** A number that is lower than one before it. Indices of the sequence. */
export interface OutOfPlace {
  readonly index: number
  readonly other: number
}

/**
 * One entry for each number that has to move. A number that comes too early is seen at the first lower one behind it: that
 * is where a reader stumbles. Two numbers that have exchanged their places are one: the later is named.
 */
export function findOutOfPlace(written: readonly number[]): OutOfPlace[] {
  const { numbers, turned } = withoutTurned(written)
  return [...turned, ...findMoved(numbers)].sort((one, other) => one.index - other.index)
}

/**
 * `3 2 1` for `1 2 3`: the outer two were exchanged, and the one between them is where it belongs. All before them are lower
 * and all behind them higher, or it is something else that happened.
 */
function withoutTurned(written: readonly number[]): { readonly numbers: number[]; readonly turned: OutOfPlace[] } {
  const numbers = [...written]
  const turned: OutOfPlace[] = []
  const lowestFrom = runningLowest(written)
  let highest = -Infinity
  for (let index = 2; index < numbers.length; index++) {
    const first = numbers[index - 2]!
    const middle = numbers[index - 1]!
    const last = numbers[index]!
    const isTurned = first > middle && middle > last && highest < last && first < lowestFrom[index + 1]!
    if (isTurned) {
      numbers[index - 2] = last
      numbers[index] = first
      turned.push({ index, other: index - 2 })
    }
    highest = Math.max(highest, numbers[index - 2]!)
  }
  return { numbers, turned }
}

/** For each index, the lowest number from there on; infinite behind the last. */
function runningLowest(numbers: readonly number[]): number[] {
  const lowest = [...numbers, Infinity]
  for (let index = numbers.length - 1; index >= 0; index--) lowest[index] = Math.min(lowest[index]!, lowest[index + 1]!)
  return lowest
}

function findMoved(numbers: readonly number[]): OutOfPlace[] {
  const outside = outOfOrder(numbers)
  if (outside.length === 0) return []
  const kept = withoutIndices(numbers.length, outside)
  const exchanged = new Map<number, number>()
  for (const [early, late] of pairs(outside)) {
    if (exchanged.has(early) || exchanged.has(late)) continue
    if (fits(numbers, kept, early, numbers[late]!) && fits(numbers, kept, late, numbers[early]!)) {
      exchanged.set(early, late)
      exchanged.set(late, early)
    }
  }
  const highestBefore = runningHighest(numbers)
  const found = new Map<number, OutOfPlace>()
  for (const index of outside) {
    const partner = exchanged.get(index)
    if (partner !== undefined && partner > index) continue
    const higher = partner ?? highestBefore[index]!
    const isLate = higher >= 0 && numbers[higher]! > numbers[index]!
    const place = isLate ? index : kept[firstAfter(kept, index)]!
    if (!found.has(place)) found.set(place, { index: place, other: isLate ? higher : index })
  }
  return [...found.values()]
}

/** The indices up to a length that are not among some that rise. */
function withoutIndices(length: number, outside: readonly number[]): number[] {
  const kept: number[] = []
  let at = 0
  for (let index = 0; index < length; index++) {
    if (outside[at] === index) at++
    else kept.push(index)
  }
  return kept
}

/** Pairs of candidates for an exchange. Where there are many, nobody exchanged just two. */
function* pairs(outside: readonly number[]): Generator<readonly [number, number]> {
  if (outside.length > 40) return
  for (const [at, early] of outside.entries()) for (const late of outside.slice(at + 1)) yield [early, late]
}

/** Whether a number would be in order at an index, between its neighbours that are in order. */
function fits(numbers: readonly number[], kept: readonly number[], index: number, number: number): boolean {
  const at = firstAfter(kept, index)
  const next = kept[at]
  const before = kept[at - 1]
  return (next === undefined || number < numbers[next]!) && (before === undefined || number > numbers[before]!)
}

/** Where in a sorted list the first element behind an index stands. */
function firstAfter(kept: readonly number[], index: number): number {
  let low = 0
  let high = kept.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (kept[middle]! > index) high = middle
    else low = middle + 1
  }
  return low
}

/** For each index, that of the highest number before it, or -1. */
function runningHighest(numbers: readonly number[]): number[] {
  let highest = -1
  return numbers.map((number, index) => {
    const before = highest
    if (highest < 0 || number > numbers[highest]!) highest = index
    return before
  })
}
