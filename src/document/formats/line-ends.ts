/** Whether a character ends a line: LF, or CR, behind which an LF belongs to it. */
export const isLineEnd = (code: number): boolean => code === 10 || code === 13

/** Whether a text is of several lines, or ends one. */
export const holdsLineEnd = (text: string): boolean => text.includes('\n') || text.includes('\r')

/** The offset behind the line end at an offset. */
export const behindLineEnd = (text: string, at: number): number =>
  text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1

/** The offset behind the line that holds an offset, or `limit`, where that is nearer. */
export function lineEnd(text: string, from: number, limit: number): number {
  const length = text.slice(from, limit).search(/[\r\n]/)
  return length < 0 ? limit : Math.min(behindLineEnd(text, from + length), limit)
}

/** The same for a text whose lines are asked for one after the other. A carriage return by itself is rare enough to be looked for once. */
export function createLineEnds(text: string): (from: number, limit: number) => number {
  if (text.includes('\r') && /\r(?!\n)/.test(text)) return (from, limit) => lineEnd(text, from, limit)
  return (from, limit) => {
    const feed = text.indexOf('\n', from)
    return feed < 0 || feed >= limit ? limit : feed + 1
  }
}
