import type { Slice } from '../document/document.ts'
import { sourceRange } from '../document/formats/prose.ts'
import type { Standing } from './slots.ts'
import type { Cite, Telling } from './telling.ts'
import type { UnitLinks } from './unit-links.ts'
import { lastWordIn } from './words.ts'
import type { WordMatch } from './word-match.ts'

/** Where in the newer text something of the older one stood. */
export interface Places {
  readonly of: (cite: Cite) => Slice
  /** What follows there in the same block, up to so many characters. */
  readonly restOf: (cite: Cite, length: number) => string
  /** The same for all cites between which nothing is left of the older text. */
  readonly gapOf: (cite: Cite) => number
}

interface Kept {
  readonly links: UnitLinks
  readonly kept: readonly (readonly [Cite, Cite])[]
}

export function placesIn(
  head: Telling,
  { toHead }: WordMatch,
  standing: (cite: Cite) => Standing,
  { links, kept }: Kept,
): Places {
  const before = nearestBefore(toHead)
  const became = new Map(kept.map(([one, other]) => [one.id, { unit: one.unit, other }]))
  const citeBefore = ({ id, unit }: Cite) => {
    for (let earlier = id - 1; earlier >= Math.max(0, id - 50); earlier--) {
      const found = became.get(earlier)
      if (found) return found.unit === unit ? found.other : undefined
    }
    return undefined
  }
  const behind = (cite: Cite) => {
    const at = cite.at === 0 ? -1 : before[cite.at - 1]!
    return at === -1 ? (toHead.find((to) => to !== -1) ?? 0) : toHead[at]!
  }
  const wordFor = (cite: Cite): number => {
    const { left, right } = standing(cite)
    if (left !== -1) return left
    if (right !== -1) return right
    const known = citeBefore(cite)
    if (known) return Math.max(known.at - 1, 0)
    const [unit] = links.of(cite.unit)
    const { start, end } = unit === undefined ? { start: 0, end: 0 } : head.units[unit]!
    return end > start ? end - 1 : behind(cite)
  }
  return {
    gapOf: ({ at }) => (at === 0 ? -1 : before[at - 1]!),
    of: (cite) => sliceOf(head, wordFor(cite)),
    restOf(cite, length) {
      const word = wordFor(cite)
      const { end } = sliceOf(head, word)
      const block = head.units[head.words.unit[word] ?? -1]?.block
      return head.source.text.slice(end, Math.min(end + length, block?.end ?? end))
    },
  }
}

/** For each word, the last one up to it that the other text has too; -1 where there is none. */
function nearestBefore(toHead: Int32Array): Int32Array {
  const before = new Int32Array(toHead.length)
  let last = -1
  for (let at = 0; at < toHead.length; at++) before[at] = last = toHead[at] === -1 ? last : at
  return before
}

/** A word as it stands in the source; of a text without words the first character. */
export function sliceOf({ source, units, words }: Telling, word: number): Slice {
  const unit = units[words.unit[word] ?? -1]
  if (!unit) return { start: 0, end: Math.min(1, source.text.length), text: source.text.slice(0, 1) }
  const { start, end } = sourceRange(unit.block, ...lastWordIn(unit.block.text, words.from[word]!, words.to[word]!))
  return { start, end, text: source.text.slice(start, end) }
}
