import { isBlank } from './fence.ts'

/** Where the line of a place begins, no farther back than an offset at which a line does. */
export function lineOf(text: string, place: number, from: number): number {
  if (place <= from) return from
  return text.charCodeAt(place - 1) === 10 ? place : Math.max(from, text.lastIndexOf('\n', place - 1) + 1)
}

/** Where the line behind that of a place begins. */
export function lineEnd(text: string, place: number): number {
  const feed = text.indexOf('\n', place)
  return feed < 0 ? text.length : feed + 1
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
  let end = lineEnd(text, place)
  while (end < to && text.charCodeAt(end) !== 10) {
    const next = lineEnd(text, end)
    if (isBlank(text, end, next)) break
    end = next
  }
  return Math.min(end, to)
}

/** Tells whether a line begins with a tag; lines are asked for in their order, so that nobody looks twice for the next sign of one. */
export function createTagCheck(text: string): (start: number, end: number) => boolean {
  let sign = -1
  return (start, end) => {
    if (sign < start) sign = nextSign(text, start)
    while (sign < end && !beginsLine(text, sign, start)) sign = nextSign(text, sign + 1)
    return sign < end
  }
}

function nextSign(text: string, from: number): number {
  const at = text.indexOf('<', from)
  return at < 0 ? text.length : at
}

/** Whether nothing but spaces stands before a place on its line. */
function beginsLine(text: string, place: number, from: number): boolean {
  let at = place
  while (at > from && text.charCodeAt(at - 1) === 32) at--
  return at === from || text.charCodeAt(at - 1) === 10
}
