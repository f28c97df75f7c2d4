import type { Range } from '../../source.ts'
import { createState, isBlank } from './containers.ts'

/**
 * Cuts Markdown where every container is certainly closed: before a line that is not indented and continues nothing,
 * behind a blank line. What lies between two cuts means the same alone as in the whole, but for the definitions that it
 * refers to. When in doubt, there is no cut.
 */
export function splitSegments(text: string, from: number): Range[] {
  const segments: Range[] = []
  const state = createState()
  const endOfLine = lineEnds(text)
  let start = from
  let blankBefore = true
  let hasWords = false
  for (let lineStart = from; lineStart < text.length;) {
    const lineEnd = endOfLine(lineStart)
    const line = text.slice(lineStart, lineEnd)
    const isWords = !isBlank(line)
    if (isWords && blankBefore && lineStart > start && state.closes(line, lineStart - start > long)) {
      if (hasWords) segments.push({ start, end: lineStart })
      start = lineStart
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

/** Gives the offset behind the next line end: LF, CRLF or CR. Nothing is read twice, wherever the next LF may be. */
function lineEnds(text: string): (from: number) => number {
  let feed = -1
  return (from) => {
    if (feed < from) feed = text.indexOf('\n', from)
    if (feed < 0) feed = text.length
    for (let index = from; index < feed; index++) {
      if (text.charCodeAt(index) === 13 && text.charCodeAt(index + 1) !== 10) return index + 1
    }
    return Math.min(feed + 1, text.length)
  }
}
