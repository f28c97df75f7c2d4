import { isBlank } from './fence.ts'

/** Where the line of a place begins, no farther back than an offset at which a line does. */
export function lineOf(text: string, place: number, from: number): number {
  if (place <= from) return from
  return text.charCodeAt(place - 1) === 10 ? place : Math.max(from, text.lastIndexOf('\n', place - 1) + 1)
}

/** Where the lines begin that no blank one parts from that of a place, no farther back than an offset at which a line does. */
export function paragraphStart(text: string, place: number, from: number): number {
  let start = lineOf(text, place, from)
  while (start > from && text.charCodeAt(start - 2) !== 10) {
    const before = lineOf(text, start - 1, from)
    if (isBlank(text, before, start)) break
    start = before
  }
  return start
}

/** Where they end, no farther on than an offset. */
export function paragraphEnd(text: string, place: number, to: number): number {
  for (let feed = text.indexOf('\n', place); feed >= 0 && feed < to;) {
    const next = feed + 1
    if (text.charCodeAt(next) === 10) return Math.min(next, to)
    feed = text.indexOf('\n', next)
    if (isBlank(text, next, feed < 0 ? text.length : feed)) return Math.min(next, to)
  }
  return to
}
