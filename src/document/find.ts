import type { Candidate, NotationChoices, Reader, Reading, Residue } from './document.ts'
import { candidatesOf, keysIn } from './candidates-of.ts'
import { isCitable } from './entries/citable.ts'
import { notesWithoutColon } from './entries/colons.ts'
import { definedEntries, inlineEntries, listedEntries } from './entries/entries.ts'
import type { EntryDraft } from './entries/entries.ts'
import { bibitemEntries, recordEntries } from './entries/records.ts'
import { noLibrary } from './library.ts'
import type { Library } from './library.ts'
import { concatenated, insideOf, sortByStart } from './nearby.ts'
import { invisible } from './invisible.ts'
import { findMalformed } from './notations/malformed.ts'
import { findParentheses } from './notations/parenthesis.ts'
import { findResidues } from './residue/find.ts'
import { signsOf } from './signs.ts'

/** What may be said of a document before it is read. */
export interface ReadOptions {
  readonly notations?: NotationChoices | undefined
  /** What was read of its bibliographies. */
  readonly library?: Library | undefined
  /** Reads Markdown and plain text, for those who measure it. */
  readonly builtIn?: Reader | undefined
  /** Whether nothing in it is a marker or an entry, where somebody has looked for signs of them already. */
  readonly unmarked?: boolean | undefined
}

/** What stands in a text that could be a marker or a leftover of a paste. */
export interface Marks {
  readonly residues: readonly Residue[]
  readonly candidates: readonly Candidate[]
  /** What looks like a marker with one thing wrong; found anew where nobody has looked. */
  readonly slips?: readonly Candidate[] | undefined
}

/** All that could count in a reading, before anybody asks what does. */
export interface Found extends Marks {
  readonly entries: readonly EntryDraft[]
  readonly notations?: NotationChoices
  readonly library?: Library | undefined
  /** Candidates of notations that are switched off. */
  readonly off?: readonly Candidate[]
}

export function findAll(reading: Reading, text: string, { notations = {}, library }: ReadOptions = {}): Found {
  return findCited(reading, findMarks(reading, text, notations), { notations, library })
}

/** What the marks of a text can point to, and which of them are left. */
export function findCited(reading: Reading, marks: Marks, { notations = {}, library }: ReadOptions): Found {
  const { residues, slips, candidates } = marks
  if (!Object.values(notations).includes('off')) {
    return { residues, candidates, slips, entries: findEntries(reading, candidates, library), notations, library }
  }
  const isOff = ({ notation }: Candidate) => notations[notation] === 'off'
  const on = candidates.filter((candidate) => !isOff(candidate))
  const entries = findEntries(reading, on, library).filter((entry) => isCitable(entry, notations))
  return { residues, candidates: on, slips, entries, notations, off: candidates.filter(isOff), library }
}

export function findMarks(reading: Reading, text: string, notations: NotationChoices = {}): Marks {
  if (reading.marks) return reading.marks(notations)
  const residues = findResidues(reading, text)
  return { residues, candidates: findCandidates(reading, text, residues, notations) }
}

/** A leftover of a paste is no marker, whatever its brackets hold. */
export function findCandidates(
  reading: Reading,
  text: string,
  residues: readonly Residue[],
  { parenthesis = 'off' }: NotationChoices = {},
): Candidate[] {
  const isResidue = insideOf(residues)
  const candidates: Candidate[] = []
  // Numbers in parentheses are no sign that anybody has looked for.
  const signs = signsOf(reading, text)
  for (const block of parenthesis === 'off' ? signs.marked : reading.blocks) {
    const found = candidatesOf(block, text, signs)
    if (signs.mayHoldKey && !reading.marksKeys) for (const key of keysIn(block, text)) found.push(key)
    if (parenthesis !== 'off') for (const typed of findParentheses(block, text)) found.push(typed)
    if (found.length > 1) found.sort((one, other) => one.at - other.at)
    for (const candidate of found) if (!isResidue(candidate.start)) candidates.push(candidate)
  }
  return candidates
}

export function findEntries(
  reading: Reading,
  candidates: readonly Candidate[],
  library: Library = noLibrary,
): readonly EntryDraft[] {
  const entries = concatenated([
    definedEntries(reading),
    inlineEntries(candidates),
    notesWithoutColon(reading, candidates),
    listedEntries(reading, candidates),
    bibitemEntries(reading),
    recordEntries(concatenated([library.own, reading.records ?? []])),
  ])
  return sortByStart(entries)
}

export function findSlips(reading: Reading, text: string): Candidate[] {
  const slips: Candidate[] = []
  for (const block of signsOf(reading, text).bracketed) {
    if (mayHoldSlip(block.text)) for (const slip of findMalformed(block, text)) slips.push(slip)
  }
  return slips
}

/**
 * Most blocks have no bracket at all, and most of the others none but those of links and of markers that are written as they
 * should be. Every slip has a caret, a number at a bracket, or a character that is wide or cannot be seen.
 */
function mayHoldSlip(text: string): boolean {
  return (!isSound(text) || odd.test(text)) && sign.test(text.replaceAll(sound, ''))
}

/** Whether all brackets are those of markers that are written as they should be, and all carets stand in them. */
function isSound(text: string): boolean {
  let end = 0
  let caret = text.indexOf('^')
  for (let at = text.indexOf('['); at >= 0; at = text.indexOf('[', end)) {
    const isApart = text.indexOf(']', end) > at && (caret < 0 || caret > at)
    end = isApart ? soundEnd(text, at) : -1
    if (end < 0) return false
    if (caret >= 0 && caret < end) caret = text.indexOf('^', end)
  }
  return caret < 0 && !text.includes(']', end)
}

const sound = /\[(?:\^[\w.:-]+|\d+)\]/g

/** The offset behind a marker that is written as it should be; -1 where there is none. */
function soundEnd(text: string, at: number): number {
  soundAt.lastIndex = at
  if (soundAt.test(text)) return soundAt.lastIndex
  soundInLettersAt.lastIndex = at
  return soundInLettersAt.test(text) ? soundInLettersAt.lastIndex : -1
}

/** Most labels are numbers or plain words; what knows all letters takes long to make. */
const soundAt = new RegExp(sound, 'y')
const soundInLettersAt = /\[\^[\p{L}\p{N}_.:-]{1,50}\]/uy

const oddSign = `[＾０-９${invisible}]|[［【〔]\\d`
const odd = new RegExp(oddSign)
const sign = new RegExp(String.raw`${oddSign}|\^|\[[lIOo]*\d|\d[lIOo]*\]`)
