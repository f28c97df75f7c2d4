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
const mostHints = 16
const largestShare = 0.4

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
  if (!labels) return undefined
  const certainty = { isCertain: walkOf(text).goBeyond, behindCode: certainCode(text) }
  const places = placesOf(text, createBehind(text), mostHints)
  const stretches = places && stretchesAround(text, [...places, ...repeated(labels)], { certainty, labels })
  if (!stretches) return undefined
  // What it begins with is no front matter.
  return `\n${stretches.map(({ start, end }) => text.slice(start, end)).join('')}`
}

/** Where a label stands that may be defined twice. */
const repeated = (labels: Labels): number[] =>
  [...labels.values()].flatMap((places) => (places.length > 1 ? places : []))

interface Surroundings {
  readonly certainty: Certainty
  readonly labels: Labels
}

function stretchesAround(text: string, places: number[], { certainty, labels }: Surroundings): Range[] | undefined {
  const from = frontMatterLength(text)
  const found: Range[] = []
  let size = 0
  for (let at = places.pop(); at !== undefined; at = places.pop()) {
    const place = at
    if (place < from || found.some(({ start, end }) => start <= place && place < end)) continue
    const stretch = stretchAround(text, from, place, certainty)
    size += stretch ? stretch.end - stretch.start : Infinity
    if (!stretch || size > text.length * largestShare) return undefined
    found.push(stretch)
    places.push(...definedElsewhere(text, stretch, labels))
  }
  return found.sort((one, other) => one.start - other.start)
}

/** The stretch around an offset from a paragraph that begins at the margin to the next one. */
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
    if (opensParagraph(text, feed + 1) && behindCode(feed + 1) === feed + 1) return feed + 1
  }
  return text.length
}

/** Whether a line behind a blank one is a heading or words that stand in nothing: no container goes on so. */
function opensParagraph(text: string, start: number): boolean {
  if (!beginsWords(text.charCodeAt(start)) && text.charCodeAt(start) !== 35) return false
  const before = text.charCodeAt(start - 2)
  return before === 10 || (before === 13 && text.charCodeAt(start - 3) === 10)
}
