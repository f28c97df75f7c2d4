import type { Range } from '../source.ts'
import { frontMatterLength } from './formats/front-matter.ts'
import { walkLines } from './lines/walk.ts'

/** Gives the offset behind the code in which something stands; its own where it stands in none. */
export type BehindCode = (at: number) => number

/** What stands between fences in Markdown, fences included, as far as it is certainly code. */
export function certainCode(text: string): readonly Range[] {
  const found: Range[] = []
  if (!text.includes('```') && !text.includes('~~~')) return found
  walkLines(text, frontMatterLength(text), {
    words: () => true,
    code: (start, end) => found.push({ start, end }) > 0,
  })
  return found
}
