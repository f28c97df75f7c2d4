import type { Range } from '../../source.ts'
import { findCertainCut } from './certain-cut.ts'
import { isBlank } from './flow/lines.ts'
import type { Skeleton } from './flow/skeleton.ts'
import { readToCut } from './flow/structure.ts'
import { createLineEnds } from './line-ends.ts'

/** What lies between two cuts. */
export interface Segment extends Range {
  /** `undefined` where the parser has to look. */
  readonly structure: Skeleton | undefined
}

/**
 * Cuts Markdown where every container is closed: before a line that is not indented and continues nothing, behind a blank
 * line. What lies between two cuts means the same alone as in the whole, but for the definitions that it refers to. When in
 * doubt, there is no cut.
 *
 * What lies behind a cut is cut in the same way whatever stands before it. Whoever knows that already says so with `isKnown`,
 * which is asked of each cut: there it ends.
 */
export function splitSegments(text: string, from: number, isKnown: (cut: number) => boolean = () => false): Segment[] {
  const segments: Segment[] = []
  const endOfLine = createLineEnds(text)
  for (let start = from; start < text.length;) {
    const found = readToCut(text, start, endOfLine)
    const { end, structure } =
      'doubt' in found
        ? { end: findCertainCut(text, { from: start, beyond: found.doubt, endOfLine }), structure: undefined }
        : found
    if (!isBlank(text.slice(start, end))) segments.push({ start, end, structure })
    if (end < text.length && isKnown(end)) break
    start = end
  }
  return segments
}
