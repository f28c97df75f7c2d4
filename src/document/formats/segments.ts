import type { Range } from '../../source.ts'
import { createState, isBlank } from './containers.ts'
import { beginsWords, createLineEnds, mayCloseFence } from './flow/lines.ts'

/**
 * Cuts Markdown where every container is certainly closed: before a line that is not indented and continues nothing,
 * behind a blank line. What lies between two cuts means the same alone as in the whole, but for the definitions that it
 * refers to. When in doubt, there is no cut.
 *
 * What lies behind a cut is cut in the same way whatever stands before it. Whoever knows that already says so with `isKnown`,
 * which is asked of each cut: there it ends.
 */
export function splitSegments(text: string, from: number, isKnown: (cut: number) => boolean = () => false): Range[] {
  const segments: Range[] = []
  const state = createState()
  const endOfLine = createLineEnds(text)
  let start = from
  let blankBefore = true
  let hasWords = false
  for (let lineStart = from; lineStart < text.length;) {
    const lineEnd = endOfLine(lineStart, text.length)
    // Inside of a paragraph nothing begins or ends with a line of words, inside of a fence with one without its mark.
    if (
      state.isFenced()
        ? !mayCloseFence(text, lineStart)
        : !blankBefore && state.isIdle() && beginsWords(text.charCodeAt(lineStart))
    ) {
      lineStart = lineEnd
      continue
    }
    const line = text.slice(lineStart, lineEnd)
    const isWords = !isBlank(line)
    if (isWords && blankBefore && lineStart > start && state.closes(line, lineStart - start > long)) {
      if (hasWords) segments.push({ start, end: lineStart })
      start = lineStart
      if (isKnown(start)) return segments
      state.reset()
    }
    blankBefore = !isWords
    hasWords ||= isWords
    state.read(line)
    lineStart = lineEnd
  }
  if (!isBlank(text.slice(start))) segments.push({ start, end: text.length })
  return segments
}

/** A parser's time for a segment grows faster than the segment. */
const long = 1 << 14
