import { certainCode } from '../certain-code.ts'
import { beginsWords } from '../formats/flow/lines.ts'
import { frontMatterLength } from '../formats/front-matter.ts'
import { createBehind } from '../hints.ts'
import { walkOf } from '../lines/code.ts'
import type { Range } from '../../source.ts'
import { definedElsewhere, labelsIn } from './labels.ts'
import type { Labels } from './labels.ts'
import { placesOf } from './places.ts'

/** More hints than that are hardly ever in vain, and where they stand all over a text, to read the whole takes no longer. */
const mostHints = 40
const largestShare = 0.5

/** Tells of an offset whether it is certain what stands there, and the offset behind the code between fences that it is in. */
interface Certainty {
  readonly isCertain: (at: number) => boolean
  readonly behindCode: (at: number) => number
}

/**
 * What has to be read of a text in Markdown to know what all hints in it are: the paragraphs in which they stand, with what
 * belongs to those, and the definitions that they refer to. It means the same as in the whole. `undefined` where that is not
 * certain, or where too much would have to be read.
 */
export function excerptOf(text: string): string | undefined {
  const labels = labelsIn(text)
  const places = labels && placesOf(text, createBehind(text), mostHints)
  if (!places) return undefined
  const found: Range[] = []
  const take = createTaker(text, found)
  if (!places.every(take)) return undefined
  // In these is no hint: whatever they refer to in turn does not matter.
  const defined = found.flatMap((stretch) => definedElsewhere(text, stretch, labels))
  if (!defined.every(take) || !repeated(labels).every(take)) return undefined
  // What it begins with is no front matter.
  return `\n${joined(text, found)}`
}

function joined(text: string, stretches: Range[]): string {
  let excerpt = ''
  let behind = 0
  for (const { start, end } of stretches.sort((one, other) => one.start - other.start)) {
    excerpt += text.slice(Math.max(start, behind), end)
    behind = Math.max(behind, end)
  }
  return excerpt
}

/** Where a label stands that may be defined twice. */
const repeated = (labels: Labels): number[] =>
  [...labels.values()].flatMap((places) => (places.length > 1 ? places : []))

/** Takes the stretch around an offset, unless it has been taken; `false` where it is not certain, or there are too many. */
function createTaker(text: string, found: Range[]): (place: number) => boolean {
  const from = frontMatterLength(text)
  const certainty = { isCertain: walkOf(text).goBeyond, behindCode: certainCode(text) }
  let size = 0
  return (place) => {
    if (place < from || found.some(({ start, end }) => start <= place && place < end)) return true
    const stretch = stretchAround(text, from, place, certainty)
    if (!stretch) return false
    found.push(stretch)
    size += stretch.end - stretch.start
    return size <= text.length * largestShare
  }
}

/** The stretch around an offset from a paragraph that stands in no container to the next line at the margin behind a blank one. */
function stretchAround(text: string, from: number, at: number, certainty: Certainty): Range | undefined {
  const start = startBefore(text, from, at, certainty)
  const end = startBehind(text, at, certainty)
  return certainty.isCertain(Math.min(end, text.length - 1)) ? { start, end } : undefined
}

function startBefore(text: string, from: number, at: number, { behindCode }: Certainty): number {
  for (let end = at; end > from;) {
    const start = text.lastIndexOf('\n', end - 1) + 1
    if (start <= from) return from
    if (opensParagraph(text, start) && behindCode(start) === start) return start
    end = start - 1
  }
  return from
}

function startBehind(text: string, at: number, { behindCode }: Certainty): number {
  for (let feed = text.indexOf('\n', at); feed >= 0; feed = text.indexOf('\n', feed + 1)) {
    if (opensBlock(text, feed + 1) && behindCode(feed + 1) === feed + 1) return feed + 1
  }
  return text.length
}

/** Whether a line begins at the margin behind a blank one: whatever comes before is closed, or part of the same list. */
function opensBlock(text: string, start: number): boolean {
  const before = text.charCodeAt(start - 2)
  if (before !== 10 && (before !== 13 || text.charCodeAt(start - 3) !== 10)) return false
  return start < text.length && !blanks.includes(text.charAt(start))
}

const blanks = ' \t\r\n'

/** Whether it is a heading or words that stand in nothing: no container goes on so. */
const opensParagraph = (text: string, start: number): boolean =>
  opensBlock(text, start) && (beginsWords(text.charCodeAt(start)) || openers.includes(text.charAt(start)))

/** Of a heading, a link, a definition, a note, or words in quotation marks. */
const openers = '#["\'('
