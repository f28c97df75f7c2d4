import { findIdentifiers } from '../../identifiers/index.ts'
import type { Source } from '../../source.ts'
import type { UncitedEntry } from '../document.ts'
import type { ReadOptions } from '../find.ts'
import { frontMatterLength } from '../formats/front-matter.ts'
import { hasHintBesideNotes } from '../hints.ts'
import { normalizeLabel } from '../label.ts'
import { walkLines } from '../lines/walk.ts'
import { noLibrary } from '../library.ts'
import { numberOf } from '../notations/footnote.ts'
import { beginsNote, readNotes } from './notes.ts'
import { readProse } from './prose.ts'
import { newTally } from './tally.ts'
import type { Tally } from './tally.ts'
import { uncitedNotes } from './uncited.ts'

/**
 * The footnotes of a document where all are in order: each marker leads to a note, no label is used for two, notes stand in the
 * order in which they are cited, their numbers run without a gap, they say something, and markers stand in words of prose, each in
 * the same way. Some notes may be cited nowhere.
 */
export interface OrderlyNotes {
  readonly markers: number
  readonly entries: number
  /** The lowest and the highest number that is cited, or the labels that are cited first and last. */
  readonly first: string | number
  readonly last: string | number
  readonly uncited: readonly UncitedEntry[]
  /** Whether a note is cited twice, and whether markers stand side by side. */
  readonly hasRepeats: boolean
  readonly hasClusters: boolean
  /** The side of punctuation that markers stand on, where one does. */
  readonly side: 'before' | 'after' | undefined
  /** Whether markers stand behind a space. */
  readonly spacing: 'attached' | 'spaced' | 'mixed'
}

/**
 * The notes of a document in Markdown, if a look at its characters shows that they are in order, and that it holds no other
 * marker; `undefined` where anything is in doubt. What it says is what a reader of the document would find. Somebody may have
 * seen before that there is no sign of another marker.
 */
export function orderlyNotes(
  source: Source,
  { notations, library = noLibrary }: ReadOptions,
  isAlone = false,
): OrderlyNotes | undefined {
  if (source.format !== 'markdown' || library !== noLibrary) return undefined
  if (notations?.footnote === 'off' || (notations?.parenthesis ?? 'off') !== 'off') return undefined
  if (!source.text.includes('[^')) return undefined
  return isAlone || !hasHintBesideNotes(source.text) ? notesIn(source) : undefined
}

/** The same of a text without another sign, where footnotes count. */
function notesIn(source: Source): OrderlyNotes | undefined {
  const { text } = source
  const tally = newTally()
  if (!readText(text, tally)) return undefined
  const notes = text.slice(tally.noted[0]?.start ?? text.length)
  return findIdentifiers(notes).some(({ mistake }) => mistake) ? undefined : inOrder(source, tally)
}

/** Counts all notes and markers, code left out; `false` where one is in doubt. */
function readText(text: string, tally: Tally): boolean {
  const from = frontMatterLength(text)
  let sign = text.indexOf('[^')
  const pass = (end: number) => {
    sign = text.indexOf('[^', end)
    return true
  }
  if (sign >= 0 && sign < from) return false
  return walkLines(text, from, {
    sought: () => sign,
    words(start, end, holdsTag) {
      const read = beginsNote(text, start) ? readNotes : readProse
      return !holdsTag && read(text, start, end, tally) && pass(end)
    },
    code(_, end, isIndented) {
      tally.isInCode = true
      return !isIndented && pass(end)
    },
  })
}

function inOrder(source: Source, tally: Tally): OrderlyNotes | undefined {
  const { cited, noted, detached, before, after } = tally
  const known = noted.map(({ label }) => normalizeLabel(label))
  const isCited = new Set(cited.map(normalizeLabel))
  const labels = [...isCited]
  if (!isUniform(tally) || !areOrdered(labels, known, isCited)) return undefined
  const indices = known.flatMap((label, index) => (isCited.has(label) ? [] : [index]))
  const uncited = uncitedNotes(source, tally, indices)
  if (!uncited) return undefined
  return {
    markers: cited.length,
    entries: noted.length,
    ...limits(labels),
    uncited,
    hasRepeats: labels.length < cited.length,
    hasClusters: followers(tally) > 0,
    side: before > 0 ? 'before' : after > 0 ? 'after' : undefined,
    spacing: detached === 0 ? 'attached' : detached === cited.length - followers(tally) ? 'spaced' : 'mixed',
  }
}

/** Of labels that are all numbers, these are told; what is longer than four digits is a name, and makes the others names. */
function limits(labels: readonly string[]): Pick<OrderlyNotes, 'first' | 'last'> {
  const [first, last] = [labels[0]!, labels.at(-1)!]
  const isNumbered = numberOf(first) !== undefined && numberOf(last) !== undefined
  return isNumbered ? { first: Number(first), last: Number(last) } : { first, last }
}

/** Whether all markers are set in one way: where hardly any stand behind a space, those are slips. */
function isUniform(tally: Tally): boolean {
  const { cited, detached, joined, spaced, listed, before, after } = tally
  const apart = cited.length - followers(tally)
  const ways = Number(joined > 0) + Number(spaced > 0) + new Set(listed).size
  return !(detached > 0 && detached * 3 < apart) && ways < 2 && !(before > 0 && after > 0)
}

/** How many markers follow another one. */
const followers = ({ joined, spaced, listed }: Tally): number => joined + spaced + listed.length

/** Whether labels are first cited in the order of the notes, whose labels are numbers that run or names. */
function areOrdered(labels: readonly string[], known: readonly string[], isCited: ReadonlySet<string>): boolean {
  const found = known.length === labels.length ? known : known.filter((label) => isCited.has(label))
  const isSame = found.length === labels.length && found.every((label, index) => label === labels[index])
  const isUnique = new Set(known).size === known.length
  return isSame && isUnique && labels.length > 0 && (run(known) || known.every(isName))
}

const isName = (label: string): boolean => numberOf(label) === undefined

/** Whether labels count on from a number, be it to where a number is too long to be taken for one. */
function run(labels: readonly string[]): boolean {
  const first = numberOf(labels[0]!) ?? NaN
  return labels.every((label, index) => label === String(first + index))
}
