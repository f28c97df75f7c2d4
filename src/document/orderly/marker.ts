import { isWhite } from '../characters.ts'
import { isLetter, isLetterOrDigit, isUnspaced, labelClose } from './label.ts'
import type { Tally } from './tally.ts'

/** A line, and where a reader of it is. */
export interface Line {
  /** Where its words begin, and where the next line does. */
  words: number
  next: number
  readonly tally: Tally
  /** Brackets that are open, those of earlier lines among them. */
  depth: number
  /** Whether there is a sign of a formula, be it in an earlier line. */
  holdsDollar: boolean
  /** Whether a link of the line may go on behind what looks like its end. */
  isDoubtful: boolean
  /** The offset behind the last link of the line, and behind its last marker; -1 where there is none yet. */
  linkEnd: number
  markerEnd: number
}

/** Counts the marker that begins at an offset, and says where it ends; -1 where it is not certain to be one in its right place. */
export function takeMarker(text: string, at: number, line: Line): number {
  const { tally } = line
  const close = labelClose(text, at + 2)
  const end = close + 1
  if (close < 0 || line.depth > 0 || line.isDoubtful || !goesOn(text, end)) return -1
  const label = text.slice(at + 2, close)
  if (!(holdsWord(text, line, at) ? standsBehindWords(text, at, line) : follows(text, at, label, line))) return -1
  if (isStop(text.charCodeAt(end)) && !isListed(text, end)) tally.before++
  tally.cited.push(label)
  line.markerEnd = end
  return end
}

/** Whether a word stands before a marker, behind the last one of the line. */
function holdsWord(text: string, { words, markerEnd }: Line, end: number): boolean {
  for (let at = Math.max(words, markerEnd); at < end; at++) if (isLetter(text.charCodeAt(at))) return true
  return false
}

/** One that follows another belongs to the same place, where numbers ascend. */
function follows(text: string, at: number, label: string, { markerEnd, tally }: Line): boolean {
  if (markerEnd < 0 || !(Number(tally.cited.at(-1)) < Number(label))) return false
  const between = text.slice(markerEnd, at)
  if (between === '') tally.joined++
  else if (between === ' ') tally.spaced++
  else if (delimiters.includes(between)) tally.listed.push(between)
  else return false
  return true
}

/** What may stand between two markers of one place. */
const delimiters: readonly string[] = [', ', ',', '、', '，', '; ']

/** Whether another marker follows behind one of them. */
const isListed = (text: string, from: number): boolean =>
  delimiters.some((delimiter) => text.startsWith(`${delimiter}[^`, from))

/** What may stand before a marker: a word, and what closes one, perhaps with a space behind it. */
function standsBehindWords(text: string, at: number, { words, linkEnd, tally }: Line): boolean {
  const isDetached = text.charCodeAt(at - 1) === 32
  let before = isDetached ? at - 1 : at
  // Emphasis ends; what it holds is what counts.
  while (before > words && isEmphasis(text.charCodeAt(before - 1))) before--
  const code = text.charCodeAt(before - 1)
  if (before <= words || !(isLetterOrDigit(code) || isStop(code) || isCloser(code) || isCodeEnd(code))) return false
  if (isOtherWord(text, Math.max(words, linkEnd, before - longestWord), before)) return false
  if (isDetached) tally.detached++
  if (isStop(code) || (before === linkEnd && isBehindStop(text, before))) tally.after++
  return true
}

const longestWord = 200

/** Code that does not end in its line is in doubt. */
const isCodeEnd = (code: number): boolean => code === 96

/** Whether the last word may be an address, which without angle brackets has no certain end, or what is said before the bounds of an interval. */
function isOtherWord(text: string, from: number, to: number): boolean {
  let start = to
  while (start > from && !isWhite(text[start - 1])) start--
  return /:\/\/|@|www\.|(?:linkgit|man):|interval/i.test(text.slice(start, to))
}

/** Whether the words of a link end with a mark of punctuation. */
function isBehindStop(text: string, linkEnd: number): boolean {
  let last = text.lastIndexOf('](', linkEnd)
  while (isEmphasis(text.charCodeAt(last - 1))) last--
  return isStop(text.charCodeAt(last - 1))
}

/** What may follow: the end, white space, another marker, punctuation, what opens or closes, and letters of scripts without spaces. */
function goesOn(text: string, from: number): boolean {
  let at = from
  while (isEmphasis(text.charCodeAt(at))) at++
  const character = text[at]
  if (character === undefined) return true
  if (isWhite(character)) return !isArrow(text, at)
  const code = text.charCodeAt(at)
  if (code === 91) return at === from && text.charCodeAt(at + 1) === 94
  return isStop(code) || isCloser(code) || isUnspaced(code) || openers.includes(character)
}

/** `->`, `=>` and `→` behind white space. */
function isArrow(text: string, from: number): boolean {
  let at = from
  while (isWhite(text[at])) at++
  const code = text.charCodeAt(at)
  return code === 0x2192 || ((code === 45 || code === 61) && text.charCodeAt(at + 1) === 62)
}

const isEmphasis = (code: number): boolean => code === 42 || code === 95

const stops = codesOf('.,:;!?‐‑‒–—―…、。！，．：；？')
const closers = codesOf(')%"\'”’»）》」』】')
const openers = '（「『《【“'

const isStop = (code: number): boolean => stops.has(code)
const isCloser = (code: number): boolean => closers.has(code)

function codesOf(characters: string): ReadonlySet<number> {
  return new Set(Array.from(characters, (character) => character.charCodeAt(0)))
}
