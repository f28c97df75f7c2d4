import { isLetter, labelClose } from './label.ts'
import type { Tally } from './tally.ts'

/** Whether lines begin with a note: a footnote's label and a colon. */
export const beginsNote = (text: string, at: number): boolean => noteColon(text, at) >= 0

/**
 * Reads lines of which the first begins a note. All notes have to begin at the margin, to say something behind their colon, and to
 * cite nothing.
 */
export function readNotes(text: string, start: number, end: number, tally: Tally): boolean {
  const { noted } = tally
  for (let at = start, next: number; at < end; at = next) {
    const feed = text.indexOf('\n', at)
    next = feed < 0 || feed >= end ? end : feed + 1
    const colon = noteColon(text, at)
    if (colon >= 0) {
      if (!saysSomething(text, colon + 1)) return false
      noted.push({ start: at, end: next, label: text.slice(at + 2, colon - 1), colon, goesOn: false })
    } else noted.at(-1)!.goesOn = true
    if (/\[\^|```|~~~|\$\$/.test(text.slice(colon < 0 ? at : colon, next))) return false
  }
  return true
}

/** The offset of the colon behind the label of a note; -1 where none begins. */
function noteColon(text: string, at: number): number {
  if (text.charCodeAt(at) !== 91 || text.charCodeAt(at + 1) !== 94) return -1
  const close = labelClose(text, at + 2)
  return close >= 0 && text.charCodeAt(close + 1) === 58 ? close + 1 : -1
}

/** Whether a word begins there, be it the words of a link, in quotation marks, or an address. */
function saysSomething(text: string, from: number): boolean {
  let at = from
  while (text.charCodeAt(at) === 32) at++
  if (text.startsWith('<http', at)) return true
  while (opening.includes(text[at] ?? ' ')) at++
  return isLetter(text.charCodeAt(at))
}

const opening = '["\'(*_`“‘«「《'
