import { findIdentifiers } from '../../identifiers/index.ts'
import type { Source } from '../../source.ts'
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

/**
 * The footnotes of a document where all are in order: each marker leads to a note and each note is cited, no label is used for
 * two, numbers run without a gap both where they are cited and where the notes stand, notes say something, and markers stand in
 * words of prose, each in the same way.
 */
export interface OrderlyNotes {
  readonly markers: number
  readonly entries: number
  /** The lowest and the highest number, or the labels that are cited first and last. */
  readonly first: string | number
  readonly last: string | number
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
  { format, text }: Source,
  { notations, library = noLibrary }: ReadOptions,
  isAlone = false,
): OrderlyNotes | undefined {
  if (format !== 'markdown' || library !== noLibrary || text.length > longest) return undefined
  if (notations?.footnote === 'off' || (notations?.parenthesis ?? 'off') !== 'off') return undefined
  return isAlone || !hasHintBesideNotes(text) ? notesIn(text) : undefined
}

/** In a text that is longer, something is nearly always out of order, and to look takes a seventh of the time that it takes to read it. */
const longest = 1_000_000

/** The same of a text without another sign, where footnotes count. */
function notesIn(text: string): OrderlyNotes | undefined {
  const tally = newTally()
  if (!text.includes('[^') || !readText(text, tally)) return undefined
  if (findIdentifiers(text.slice(tally.notesAt)).some(({ mistake }) => mistake)) return undefined
  return inOrder(tally)
}

/** Counts all notes and markers, code left out; `false` where one is in doubt. */
function readText(text: string, tally: Tally): boolean {
  const from = frontMatterLength(text)
  let sign = text.indexOf('[^')
  const isBefore = (end: number) => sign >= 0 && sign < end
  const pass = (end: number) => {
    sign = text.indexOf('[^', end)
    return true
  }
  if (isBefore(from)) return false
  return walkLines(text, from, {
    words(start, end, holdsTag) {
      if (!isBefore(end)) return true
      const read = beginsNote(text, start) ? readNotes : readProse
      return !holdsTag && read(text, start, end, tally) && pass(end)
    },
    code: (_, end, isIndented) => !isBefore(end) || (!isIndented && pass(end)),
    sought: () => sign,
  })
}

function inOrder(tally: Tally): OrderlyNotes | undefined {
  const { cited, noted, detached, joined, spaced, before, after } = tally
  const labels = orderedLabels(cited, noted)
  if (!labels || !isUniform(tally)) return undefined
  return {
    markers: cited.length,
    entries: noted.length,
    first: labels[0]!,
    last: labels.at(-1)!,
    hasRepeats: labels.length < cited.length,
    hasClusters: joined + spaced > 0,
    side: before > 0 ? 'before' : after > 0 ? 'after' : undefined,
    spacing: detached === 0 ? 'attached' : detached === cited.length - joined - spaced ? 'spaced' : 'mixed',
  }
}

/** Whether all markers are set in one way: where hardly any stand behind a space, those are slips. */
function isUniform({ cited, detached, joined, spaced, before, after }: Tally): boolean {
  const apart = cited.length - joined - spaced
  return !(detached > 0 && detached * 3 < apart) && !(joined > 0 && spaced > 0) && !(before > 0 && after > 0)
}

/** Labels in the order in which they are first cited, if that is the order of the notes: all of them numbers that run, or none. */
function orderedLabels(cited: readonly string[], noted: readonly string[]): readonly (string | number)[] | undefined {
  const labels = [...new Set(cited.map(normalizeLabel))]
  const isSame =
    labels.length === noted.length && noted.every((label, index) => normalizeLabel(label) === labels[index])
  if (!isSame || labels.length === 0) return undefined
  const numbers = labels.map(numberOf).filter((number) => number !== undefined)
  if (numbers.length === 0) return labels
  const runs = numbers.every((number, index) => index === 0 || number === numbers[index - 1]! + 1)
  return runs && numbers.length === labels.length ? numbers : undefined
}
