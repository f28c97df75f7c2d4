import type { Range } from '../../../source.ts'

/** A line without its end. */
export interface Line extends Range {
  readonly words: string
}

/** The lines of a text; LF, CRLF or CR ends one. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  for (const { index, 0: end } of text.matchAll(/\r\n?|\n/g)) {
    lines.push({ start, end: index, words: text.slice(start, index) })
    start = index + end.length
  }
  if (start < text.length) lines.push({ start, end: text.length, words: text.slice(start) })
  return lines
}

/** Finds where what a line opens is closed: a block, a drawer, an environment of LaTeX. A heading ends all of them. */
export interface Closings {
  /** The line that closes it, if one does. */
  find(opening: number, name: string): number | undefined
}

const closing = /^[ \t]*(?:#\+(end_[^\s]+|end:)|:(end):|\\end\{([A-Za-z*]+)\})[ \t]*$/i

/** Goes through the lines once, so that a thousand openings without an end cost no more than the lines. */
export function createClosings(lines: readonly Line[]): Closings {
  const places = new Map<string, number[]>()
  const headings: number[] = []
  for (const [index, { words }] of lines.entries()) {
    if (/^\*+[ \t]/.test(words)) headings.push(index)
    const match = closing.exec(words)
    const name = match && (match[1] ?? match[2] ?? match[3])!.toLowerCase()
    if (name === null) continue
    const list = places.get(name)
    if (list) list.push(index)
    else places.set(name, [index])
  }
  return {
    find(opening, name) {
      const found = firstBehind(places.get(name.toLowerCase()) ?? [], opening)
      const heading = firstBehind(headings, opening) ?? Infinity
      return found !== undefined && found < heading ? found : undefined
    },
  }
}

function firstBehind(sorted: readonly number[], place: number): number | undefined {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! <= place) low = middle + 1
    else high = middle
  }
  return sorted[low]
}
