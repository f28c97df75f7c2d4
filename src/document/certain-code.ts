import type { Range } from '../source.ts'
import { frontMatterLength } from './formats/front-matter.ts'
import { createWalk } from './lines/walk.ts'

/** Gives the offset behind the code in which something stands; its own where it stands in none. */
export type BehindCode = (at: number) => number

/** Tells what stands between fences in Markdown, fences included, as far as it is certainly code. Goes no farther than it has to. */
export function certainCode(text: string): BehindCode {
  return text.includes('```') || text.includes('~~~') ? createCodeFinder(text).behindCode : (at) => at
}

/** The same, and of each offset, whether it is certain what stands there, code or not. */
export function createCodeFinder(text: string) {
  const found: Range[] = []
  const isCertain = createWalk(text, frontMatterLength(text), {
    words: () => true,
    code: (start, end) => found.push({ start, end }) > 0,
  })
  return {
    isCertain,
    behindCode(at: number) {
      isCertain(at)
      return endOf(found, at)
    },
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
