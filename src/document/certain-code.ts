import type { Range } from '../source.ts'
import { walkOf } from './lines/code.ts'

/** Gives the offset behind the code in which something stands; its own where it stands in none. */
export type BehindCode = (at: number) => number

/** Tells what stands between fences in Markdown, fences included, as far as it is certainly code. Goes no farther than it has to. */
export function certainCode(text: string): BehindCode {
  if (!['```', '~~~', '$$', '<!--'].some((sign) => text.includes(sign))) return (at) => at
  const { found, goBeyond } = walkOf(text)
  return (at) => {
    goBeyond(at)
    return endOf(found, at)
  }
}

/** The end of the range that an offset is in, or the offset. */
function endOf(ranges: readonly Range[], at: number): number {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (ranges[middle]!.end <= at) low = middle + 1
    else high = middle
  }
  const range = ranges[low]
  return range && range.start <= at ? range.end : at
}
