import { runEnd } from '../lines/fence.ts'
import { isLetter } from './label.ts'
import { startOfWords } from '../lines/margin.ts'
import { takeMarker } from './marker.ts'
import type { Line } from './marker.ts'
import type { Tally } from './tally.ts'

/**
 * Reads lines of prose, in whatever containers: each footnote in them has to be a marker by itself, in the words of a line, outside
 * of links, code, formulas, tables and raw HTML. `false` where that is not certain.
 */
export function readProse(text: string, start: number, end: number, tally: Tally): boolean {
  const line: Line = {
    words: start,
    next: end,
    tally,
    depth: 0,
    holdsDollar: false,
    isDoubtful: false,
    linkEnd: -1,
    markerEnd: -1,
  }
  let goesOn = false
  for (let at = start; at < end; at = line.next) {
    const feed = text.indexOf('\n', at)
    line.next = feed < 0 || feed >= end ? end : feed + 1
    const isPlain = isLetter(text.charCodeAt(at))
    line.words = isPlain ? at : startOfWords(text, at)
    if (line.words < 0 && goesOn) line.words = startOfMore(text, at)
    goesOn = line.words >= 0 && opensWords(text, line.words)
    if (line.words < 0) {
      if (holdsSign(text, at, line.next)) return false
      continue
    }
    if (!isPlain && (isOtherThanProse(text, line.words, line.next) || isUnderline(text, at, line.next))) return false
    if (!readLine(text, line)) return false
  }
  return true
}

/** Words behind a line of words are more of them, however far they are indented; -1 where a mark may stand before them. */
function startOfMore(text: string, lineStart: number): number {
  let at = lineStart
  while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9) at++
  return opensWords(text, at) ? at : -1
}

/** Whether there are words of a paragraph for certain, with what may open them. */
function opensWords(text: string, from: number): boolean {
  let at = from
  while (at < from + 3 && openers.includes(text[at] ?? ' ')) at++
  return isLetter(text.charCodeAt(at))
}

const openers = '*_`"\'“‘«「《('

const holdsSign = (text: string, at: number, next: number): boolean => text.slice(at, next).includes('[^')

/** Raw HTML, a heading with a marker, and the underline of one. */
function isOtherThanProse(text: string, words: number, next: number): boolean {
  const code = text.charCodeAt(words)
  if (code === 60) return !text.startsWith('<http', words)
  return code === 35 ? holdsSign(text, words, next) : isUnderline(text, words, next)
}

/** Whether there is nothing but what underlines a heading, perhaps in a quotation. */
function isUnderline(text: string, start: number, next: number): boolean {
  let at = start
  while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 62) at++
  const code = text.charCodeAt(at)
  return (code === 61 || code === 45) && underline.test(text.slice(at, next))
}

const underline = /^(?:=+|-+)\s*$/

/** Reads one line, from one sign to the next; `false` where something is in doubt. */
function readLine(text: string, line: Line): boolean {
  line.isDoubtful = false
  line.linkEnd = -1
  line.markerEnd = -1
  signs.lastIndex = line.words
  while (signs.test(text)) {
    const at = signs.lastIndex - 1
    const step = steps[text.charCodeAt(at)]
    if (!step) return true
    const end = step(text, at, line)
    if (end < 0 || end >= line.next) return end >= 0
    signs.lastIndex = end
  }
  return true
}

/** Takes what begins at an offset, and says where it ends; -1 where that is in doubt. */
type Step = (text: string, at: number, line: Line) => number

const doubt: Step = () => -1

const steps: Readonly<Record<number, Step>> = {
  36: takeDollar,
  // A table.
  124: doubt,
  60: takeAddress,
  91: openBracket,
  92: takeEscape,
  93: closeBracket,
  96: takeCode,
}

/** What any of them begins with, and the end of a line. */
const signs = /[$|<[\\\]`\n]/g

/** Two of them hold a formula. */
function takeDollar(_: string, at: number, line: Line): number {
  if (line.holdsDollar) return -1
  line.holdsDollar = true
  return at + 1
}

/** `<https://example.org>`; a tag is in doubt. */
function takeAddress(text: string, at: number, { next }: Line): number {
  const code = text.charCodeAt(at + 1)
  if (!isLetter(code) && code !== 47 && code !== 33 && code !== 63) return at + 1
  const close = text.indexOf('>', at)
  const isAddress = close < next && /^<https?:[^\s<>`[\]]*$/.test(text.slice(at, Math.max(at, close)))
  return isAddress ? close + 1 : -1
}

/** `\(`, `\[`: a formula, or a bracket that is none. */
function takeEscape(text: string, at: number): number {
  const code = text.charCodeAt(at + 1)
  return code === 91 || code === 93 || code === 40 || code === 41 ? -1 : at + 2
}

function takeCode(text: string, at: number, { next }: Line): number {
  const end = runEnd(text, at)
  for (let close = text.indexOf('`', end), closeEnd: number; close >= 0 && close < next;) {
    closeEnd = runEnd(text, close)
    if (closeEnd - close === end - at) return closeEnd
    close = text.indexOf('`', closeEnd)
  }
  return -1
}

function openBracket(text: string, at: number, line: Line): number {
  if (text.charCodeAt(at + 1) === 94) return takeMarker(text, at, line)
  line.depth++
  return at + 1
}

/** A bracket, and where the link leads whose words it closes. */
function closeBracket(text: string, at: number, line: Line): number {
  if (line.depth > 0) line.depth--
  const code = text.charCodeAt(at + 1)
  if (code === 58 || (code === 91 && text.charCodeAt(at + 2) === 94)) return -1
  if (code !== 40) return at + 1
  const close = text.indexOf(')', at)
  if (close < 0 || close >= line.next) return -1
  const target = text.slice(at + 2, close)
  if (target.includes('[^')) return -1
  if (/["'<(\\`\s]/.test(target)) line.isDoubtful = true
  line.linkEnd = close + 1
  return close + 1
}
