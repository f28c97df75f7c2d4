import type {
  Block,
  Candidate,
  Entry,
  EntryMalformation,
  Family,
  LinkDefinition,
  NoteDefinition,
  Reading,
} from '../document.ts'
import type { BibliographyEntry } from '../../bibliography/bibliography.ts'
import type { Range } from '../../source.ts'
import { judgeInlineNotes } from '../classify/inline-notes.ts'
import { sourceOffset } from '../formats/prose.ts'
import { normalizeLabel } from '../label.ts'
import { numberOf } from '../notations/footnote.ts'
import { mayHoldGroup } from '../notations/group.ts'
import { signedBlocks } from '../signed.ts'
import { signsOf } from '../signs.ts'
import { judgeLists } from './judge.ts'
import { groupEntries } from './lists.ts'
import type { ListDraft } from './lists.ts'
import { findEntryStarts } from './starts.ts'
import type { EntryStart } from './starts.ts'

/** An entry before its series is known. */
export interface EntryDraft extends Range {
  readonly kind: Entry['kind']
  readonly family: Family
  readonly label: string
  readonly number: number | undefined
  readonly labelRange: Range
  readonly text: string
  readonly list: ListDraft | undefined
  readonly malformed: EntryMalformation | undefined
  readonly record?: BibliographyEntry | undefined
}

/** `[^n]: …` and link definitions with a number for a label. */
export function definedEntries(reading: Reading): EntryDraft[] {
  const notes = reading.notes.map((note: NoteDefinition) => draft('note', note, note.text))
  if (reading.definitions.length === 0) return notes
  const images = new Set(
    signedBlocks(reading).flatMap((block) =>
      block.links.flatMap((link) => (link.kind === 'image' ? normalizeLabel(link.label!) : [])),
    ),
  )
  const links = reading.definitions
    .filter(({ label }) => /^\d{1,4}$/.test(label) && !images.has(normalizeLabel(label)))
    .map((definition: LinkDefinition) => draft('definition', definition, definition.url))
  return [...notes, ...links]
}

function draft(kind: 'note' | 'definition', at: NoteDefinition | LinkDefinition, text: string): EntryDraft {
  const { start, end, label, labelRange } = at
  const number = kind === 'definition' ? Number(label) : numberOf(label)
  const family = kind === 'note' ? 'footnote' : 'number'
  return { kind, family, start, end, label, number, labelRange, text, list: undefined, malformed: undefined }
}

/** A note in place is marker and entry in one. */
export function inlineEntries(candidates: readonly Candidate[]): EntryDraft[] {
  const found = candidates.filter((candidate) => candidate.notation === 'inline-note')
  if (found.length === 0) return []
  return judgeInlineNotes(found)
    .filter((verdict) => verdict.accepted)
    .map(({ candidate: { family, start, end, members } }): EntryDraft => {
      const { label, text } = members[0]!
      const own = { list: undefined, malformed: undefined, number: undefined }
      return { kind: 'inline', family, start, end, label, labelRange: { start, end }, text: text.trim(), ...own }
    })
}

/** Entries of reference lists: of all that looks like one, what the citations of the text speak for. */
export function listedEntries(reading: Reading, candidates: readonly Candidate[]): EntryDraft[] {
  if (!mayBeListed(reading, candidates)) return []
  const lists = groupEntries(reading.blocks, findEntryStarts(reading))
  return judgeLists(reading.blocks, lists, candidates).flatMap(({ list, family }) =>
    listEntries(reading.blocks, list, family),
  )
}

const notListed: ReadonlySet<Family> = new Set(['footnote', 'inline note', 'citekey'])
/** Labels that no marker looks like: with a wiki's caret, with escaped brackets, `[Footnote 12: …]`. */
function holdsOwnLabel(text: string): boolean {
  for (let at = text.indexOf('^'); at >= 0; at = text.indexOf('^', at + 1)) if (text[at - 1] !== '[') return true
  return text.includes('\\[') || (mayHoldGroup(text) && namedNote.test(text))
}

const namedNote = /\[(?:Footnote|Note|Fußnote|Anmerkung|Nota)[ \u00A0]/i

/** A list is one of references by its markers, or by labels that nothing else has. */
function mayBeListed(reading: Reading, candidates: readonly Candidate[]): boolean {
  if (candidates.some(({ family }) => !notListed.has(family))) return true
  const { marked, mayHold } = signsOf(reading)
  if (marked.some(({ text }) => holdsOwnLabel(text))) return true
  return (mayHold('↑') || mayHold('⇑')) && signedBlocks(reading).some(({ text }) => /[↑⇑]/.test(text))
}

/** Where anything stands that looks like an entry, whether somebody cites it or not. */
export function possibleEntries(reading: Reading): Range[] {
  const { blocks, notes, definitions } = reading
  const lists = groupEntries(blocks, findEntryStarts(reading))
  const listed = lists.flatMap((list) => listEntries(blocks, list, 'number'))
  return [...notes, ...definitions, ...listed]
}

function listEntries(blocks: readonly Block[], list: ListDraft, family: Family): EntryDraft[] {
  const labelsAlone = standsAlone(blocks, list)
  return list.starts.map((start, index) => listEntry(blocks, list, { start, index, labelsAlone, family }))
}

/** One item of a list. */
interface Item {
  readonly start: EntryStart
  readonly index: number
  readonly labelsAlone: boolean
  readonly family: Family
}

function listEntry(blocks: readonly Block[], list: ListDraft, { start, index, labelsAlone, family }: Item): EntryDraft {
  const block = blocks[start.blockIndex]!
  const next = list.starts[index + 1]
  const turn = expectedNumber(list, index)
  const sameBlock = next?.blockIndex === start.blockIndex
  const wordsAt = start.twice ? start.wordsAt + start.twice.end - start.twice.start : start.wordsAt
  const words = block.text.slice(wordsAt, sameBlock ? next.at : undefined)
  const more = sameBlock ? [] : continuation(blocks, start, next?.blockIndex ?? blocks.length, labelsAlone)
  const end = sameBlock ? sourceOffset(block, next.at) : (more.at(-1) ?? block).end
  return {
    kind: 'list',
    family,
    start: start.labelRange.start,
    end: Math.max(end, start.labelRange.end),
    label: turn === undefined ? start.label : String(turn),
    number: turn ?? start.number,
    labelRange: start.labelRange,
    text: [words, ...more.map((one) => one.text)]
      .join('\n')
      .replace(/\]\s*$/, '')
      .trim(),
    list,
    malformed: malformationOf(start, turn),
  }
}

/** The number that an entry should have, where its neighbours leave one only: 3 in a list that runs 1, 2, 8, 4. */
function expectedNumber({ starts }: ListDraft, index: number): number | undefined {
  const before = starts[index - 1]
  const after = starts[index + 1]
  // Of the first one that is lower than the second, nobody knows whether an entry between them was lost.
  const isFirst = !before && after !== undefined
  if (isFirst && (starts[index]!.number < after.number || starts[index + 2]?.number !== after.number + 1))
    return undefined
  const turn = before ? before.number + 1 : (after?.number ?? 0) - 1
  const leavesOne = after !== undefined && after.number === turn + 1 && turn >= 1
  return leavesOne && starts[index]!.number !== turn ? turn : undefined
}

function malformationOf(start: EntryStart, turn: number | undefined): EntryMalformation | undefined {
  if (start.twice) return { kind: 'twice', expected: '', range: start.twice }
  return turn === undefined ? undefined : { kind: 'number', expected: String(turn), range: start.labelRange }
}

/** Blocks behind the first one that belong to the same entry: a label alone has the next one, any other those that are indented below it. */
function continuation(blocks: readonly Block[], start: EntryStart, limit: number, labelsAlone: boolean): Block[] {
  const first = blocks[start.blockIndex]!
  const more: Block[] = []
  for (let index = start.blockIndex + 1; index < Math.min(limit, start.blockIndex + 7); index++) {
    const block = blocks[index]!
    const alone = labelsAlone && more.length === 0 && isAlone(blocks, start)
    const nested = first.item && block.item === undefined && block.start < first.end
    const indented = indentation(block.text, 0) > indentation(first.text, start.at)
    if (block.kind === 'heading' || !(alone || nested || indented)) break
    more.push(block)
  }
  return more
}

/** Labels with nothing behind them are a form of list; one among others is an entry without text. */
function standsAlone(blocks: readonly Block[], { starts }: ListDraft): boolean {
  return starts.filter((start) => isAlone(blocks, start)).length * 2 > starts.length
}

function isAlone(blocks: readonly Block[], start: EntryStart): boolean {
  return blocks[start.blockIndex]!.text.slice(start.wordsAt).trim() === ''
}

/** White space at the start of the line that holds an offset. */
function indentation(text: string, at: number): number {
  let lineStart = at
  while (lineStart > 0 && !/[\r\n]/.test(text[lineStart - 1]!)) lineStart--
  return /^[ \t]*/.exec(text.slice(lineStart, lineStart + 80))![0].length
}
