import { lettersOf } from './targets.ts'
import type { Target } from './targets.ts'

/** So much of their words two entries have to share, and so much where their labels are the same. */
const alike = 0.6
const alikeUnderLabel = 0.4
/** What stands in more entries than that says little of any. */
const common = 20
const longest = 60

/** Entries whose words were corrected: each with the one that is most like it. */
export function similarPairs(bases: readonly Target[], heads: readonly Target[]): [Target, Target][] {
  const sets = new Map([...bases, ...heads].map((target) => [target, setOf(target)]))
  const index = new Map<string, Target[]>()
  for (const target of heads) {
    for (const word of sets.get(target)!) {
      const group = index.get(word)
      if (group) group.push(target)
      else index.set(word, [target])
    }
  }
  const found = bases.flatMap((one) => nearest(one, sets, index))
  found.sort((a, b) => b.share - a.share)
  const taken = new Set<Target>()
  return found.flatMap(({ one, other }): [Target, Target][] => {
    if (taken.has(one) || taken.has(other)) return []
    taken.add(one).add(other)
    return [[one, other]]
  })
}

function setOf(target: Target): ReadonlySet<string> {
  const words = lettersOf(target)
  return new Set(words === '' ? [] : words.split(' ').slice(0, longest))
}

interface Likeness {
  readonly one: Target
  readonly other: Target
  readonly share: number
}

function nearest(
  one: Target,
  sets: ReadonlyMap<Target, ReadonlySet<string>>,
  index: ReadonlyMap<string, readonly Target[]>,
): Likeness[] {
  const own = sets.get(one)!
  const candidates = new Set<Target>()
  for (const word of own) {
    const group = index.get(word) ?? []
    if (group.length <= common) for (const other of group) candidates.add(other)
  }
  return [...candidates].flatMap((other): Likeness[] => {
    const words = sets.get(other)!
    let shared = 0
    for (const word of own) if (words.has(word)) shared++
    const share = (2 * shared) / (own.size + words.size)
    return share >= (one.label === other.label ? alikeUnderLabel : alike) ? [{ one, other, share }] : []
  })
}
