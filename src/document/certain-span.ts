import type { BehindCode } from './certain-code.ts'

/** A line that is longer on either side of what stands in it is not looked at, nor is one with more lines before it in its paragraph. */
const longest = 1000
const mostLines = 40

/** What may make a tick something else than the end or the beginning of code: other runs, escapes, tags, cells, formulas. */
const doubtful = /``|\\`|[<|]|\$\$|\r(?!\n|$)/
/** The address of a link up to where it may hold a tick. */
const address = /\]\([^()`"'\s]*[(`"'\s]/

/**
 * Tells the offset behind the code between single ticks in which something stands, or its own where that is not certain; raw
 * HTML is left out of account. Where a paragraph begins is not looked up: each line before the one in question, up to a
 * blank one, has to hold an even number of ticks, so that it is the same whichever of them is the first.
 */
export function createCodeSpans(text: string): BehindCode {
  /** The start of a line where no code is open, for certain. */
  let closed = 0

  function isClosedAt(lineStart: number): boolean {
    let end = lineStart
    for (let count = 0; count < mostLines && end > 0 && end !== closed; count++) {
      const before = text.slice(Math.max(0, end - longest), end - 1)
      const line = before.slice(before.lastIndexOf('\n') + 1)
      if (line.trim() === '') return true
      if (line.length === longest - 1 || isDoubtful(line) || ticksIn(line) % 2 !== 0) return false
      end -= line.length + 1
    }
    return end === 0 || end === closed
  }

  return (at) => {
    const before = text.slice(Math.max(0, at - longest), at)
    const start = at - before.length + before.lastIndexOf('\n') + 1
    const behind = text.slice(at, at + longest)
    const end = behind.indexOf('\n')
    const close = behind.indexOf('`')
    if (close < 0 || (end >= 0 && close > end) || (end < 0 && behind.length === longest)) return at
    const line = text.slice(start, end < 0 ? text.length : at + end)
    const isOpen = ticksIn(line.slice(0, at - start)) % 2 === 1
    if (!isOpen || at - start >= longest || isDoubtful(line) || !isClosedAt(start)) return at
    closed = start
    return at + close + 1
  }
}

const isDoubtful = (line: string): boolean => doubtful.test(line) || address.test(line)

function ticksIn(words: string): number {
  let count = 0
  for (let at = words.indexOf('`'); at >= 0; at = words.indexOf('`', at + 1)) count++
  return count
}
