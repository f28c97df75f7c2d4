import type { LostMarker } from '../document/document.ts'
import { groupBy } from '../document/group-by.ts'
import { isListed } from './comparison.ts'
import type { Comparison } from './comparison.ts'
import type { Cite } from './telling.ts'

/** Says for a marker that is gone where the numbers behind it have moved up, if nobody knows what they lead to. */
export function follows({ pairs }: Comparison): (cite: Cite) => LostMarker['follow'] {
  const numbered = pairs.kept.filter(
    ([one, other]) => one.target.number !== undefined && other.target.number !== undefined && other.marker,
  )
  numbered.sort(([one], [other]) => one.id - other.id)
  const bySeries = groupBy(numbered, ([{ series }]) => series)
  return ({ id, series, target }) => {
    if (target.number === undefined || isListed(target)) return undefined
    const own = bySeries.get(series) ?? []
    const at = countUpTo(own, id)
    const [before, next] = [own[at - 1], own[at]]
    if (!before || !next || stepOf(next) >= stepOf(before)) return undefined
    return { before: next[0].text, marker: next[1].marker! }
  }
}

type Pair = readonly [Cite, Cite]

const stepOf = ([one, other]: Pair) => other.target.number! - one.target.number!

function countUpTo(sorted: readonly Pair[], id: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]![0].id < id) low = middle + 1
    else high = middle
  }
  return low
}
