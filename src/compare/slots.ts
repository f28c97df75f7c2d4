import type { Cite, Telling } from './telling.ts'
import type { WordMatch } from './word-match.ts'

/** A place that both texts have: behind a word, or before one. */
export type Slot = number

/** Where a cite stands, in terms of the words of the newer text. */
export interface Standing {
  /** The nearest word of its block on either side that both texts have; -1 where there is none. */
  readonly left: number
  readonly right: number
  /** Nothing stands between it and the word on that side. */
  readonly touchesLeft: boolean
  readonly touchesRight: boolean
}

/** Says of the cites of a text where they stand. `toHead` gives the word of the newer text; -1 for one that is not there. */
export function standings(telling: Telling, toHead: (word: number) => number): (cite: Cite) => Standing {
  const { units, words } = telling
  const count = words.ids.length
  const left = new Int32Array(count)
  const right = new Int32Array(count)
  for (const { start, end } of units) {
    for (let at = start, last = -1; at < end; at++) left[at] = last = toHead(at) === -1 ? last : at
    for (let at = end - 1, next = -1; at >= start; at--) right[at] = next = toHead(at) === -1 ? next : at
  }
  return ({ unit, at }) => {
    const { start, end } = units[unit]!
    const before = at > start ? left[at - 1]! : -1
    const behind = at < end ? right[at]! : -1
    return {
      left: before === -1 ? -1 : toHead(before),
      right: behind === -1 ? -1 : toHead(behind),
      touchesLeft: before !== -1 && before === at - 1,
      touchesRight: behind !== -1 && behind === at,
    }
  }
}

/** The standings of both texts. */
export interface BothStandings {
  readonly base: (cite: Cite) => Standing
  readonly head: (cite: Cite) => Standing
}

export function bothStandings(base: Telling, head: Telling, { toHead, toBase }: WordMatch): BothStandings {
  return {
    base: standings(base, (word) => toHead[word]!),
    head: standings(head, (word) => (toBase[word] === -1 ? -1 : word)),
  }
}

/** The places that a cite can be found again by. */
export function slotsOf({ left, right }: Standing): Slot[] {
  return [...(left === -1 ? [] : [left * 2]), ...(right === -1 ? [] : [right * 2 + 1])]
}

/** Those that it touches. */
export function closeSlotsOf({ left, right, touchesLeft, touchesRight }: Standing): Slot[] {
  return slotsOf({ left: touchesLeft ? left : -1, right: touchesRight ? right : -1, touchesLeft, touchesRight })
}

/** More cites than that in one place are not taken for one another by their order. */
const most = 16

/** Cites of both texts that share a place and are as many in both, in their order. */
export function pairsInSlots(
  bases: readonly Cite[],
  heads: readonly Cite[],
  slots: { readonly base: (cite: Cite) => readonly Slot[]; readonly head: (cite: Cite) => readonly Slot[] },
): [Cite, Cite][] {
  const [one, other] = [bySlot(bases, slots.base), bySlot(heads, slots.head)]
  const taken = new Set<Cite>()
  const pairs: [Cite, Cite][] = []
  for (const [slot, cites] of one) {
    const open = cites.filter((cite) => !taken.has(cite))
    const found = (other.get(slot) ?? []).filter((cite) => !taken.has(cite))
    if (open.length !== found.length || open.length > most) continue
    for (const [index, cite] of open.entries()) {
      pairs.push([cite, found[index]!])
      taken.add(cite).add(found[index]!)
    }
  }
  return pairs
}

function bySlot(cites: readonly Cite[], slotsIn: (cite: Cite) => readonly Slot[]): Map<Slot, Cite[]> {
  const groups = new Map<Slot, Cite[]>()
  for (const cite of cites) {
    for (const slot of slotsIn(cite)) {
      const group = groups.get(slot)
      if (group) group.push(cite)
      else groups.set(slot, [cite])
    }
  }
  return groups
}
