import { longestAscending } from './ascending.ts'

interface Match {
  readonly toHead: Int32Array
  readonly toBase: Int32Array
}

interface Gap {
  readonly base: readonly [number, number]
  readonly head: readonly [number, number]
}

/**
 * Pairs of words between stretches that follow each other in both texts: those that each gap has once, as many as stand in
 * the same order.
 */
export function gapPairs(base: readonly number[], head: readonly number[], match: Match): [number, number][] {
  return [...gapsOf(match)].flatMap((gap) => pairsIn(gap, base, head))
}

function* gapsOf({ toHead, toBase }: Match): Generator<Gap> {
  let before = -1
  for (let at = 0; at <= toHead.length; at++) {
    if (at < toHead.length && toHead[at] === -1) continue
    const from = before < 0 ? -1 : toHead[before]!
    const to = at === toHead.length ? toBase.length : toHead[at]!
    if (at - before > 1) {
      // A stretch that was moved away or in between closes the gap from either side.
      const end = from < to ? endOf(toBase, from + 1, to) : endOf(toBase, from + 1, toBase.length)
      if (end > from + 1) yield { base: [before + 1, at], head: [from + 1, end] }
      const start = startOf(toBase, to, Math.max(end, 0))
      if (start < to && start !== from + 1) yield { base: [before + 1, at], head: [start, to] }
    }
    before = at
  }
}

/** Where the free words that begin at a place end. */
function endOf(taken: Int32Array, from: number, limit: number): number {
  let at = from
  while (at < limit && taken[at] === -1) at++
  return at
}

function startOf(taken: Int32Array, to: number, limit: number): number {
  let at = to
  while (at > limit && taken[at - 1] === -1) at--
  return at
}

function pairsIn(gap: Gap, base: readonly number[], head: readonly number[]): [number, number][] {
  const once = placesOf(head, gap.head)
  const pairs: [number, number][] = []
  for (const [id, at] of placesOf(base, gap.base)) {
    const to = once.get(id)
    if (at >= 0 && to !== undefined && to >= 0) pairs.push([at, to])
  }
  pairs.sort(([one], [other]) => one - other)
  return longestAscending(pairs, ([, to]) => to)
}

/** The place of each word that stands there once; -1 for others. */
function placesOf(ids: readonly number[], [from, to]: readonly [number, number]): Map<number, number> {
  const places = new Map<number, number>()
  for (let at = from; at < to; at++) places.set(ids[at]!, places.has(ids[at]!) ? -1 : at)
  return places
}
