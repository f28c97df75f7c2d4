import { countWhile } from '../document/nearby.ts'
import type { Cite, Telling } from './telling.ts'

/** The words that a citation stands behind: those of its sentence since the citation before. */
export interface Span {
  readonly from: number
  readonly to: number
  /** At least half of them stand in the other text too. */
  readonly isShared: boolean
}

/** A sentence of fewer words is taken with the one before it; of a longer one the end counts. */
const fewest = 3
const most = 40

/** `other` gives the word of the other text; -1 where there is none. */
export function spanOf({ units, words }: Telling, cite: Cite, other: Int32Array): Span {
  const unit = units[cite.unit]!
  const before = citeBefore(unit.cites, cite)
  let from = cite.at
  while (from > unit.start && cite.at - from < most && (from > before || cite.at - from < fewest)) {
    from--
    if (words.opens[from] && cite.at - from >= fewest) break
  }
  // At the beginning of a paragraph, it belongs to what follows.
  const to = from === cite.at ? Math.min(unit.end, cite.at + 8) : cite.at
  let shared = 0
  for (let word = from; word < to; word++) if (other[word] !== -1) shared++
  return { from, to, isShared: shared > 0 && shared * 2 >= to - from }
}

/** How many words stand before the last citation in front of this one, clusters left out of account. O(log n). */
function citeBefore(cites: readonly Cite[], { at }: Cite): number {
  return cites[countWhile(cites, (cite) => cite.at < at) - 1]?.at ?? -1
}
