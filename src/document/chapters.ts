import { joinReadings, partAt, severalOf } from './book.ts'
import type { JoinedText, Part } from './book.ts'
import type { Range } from '../source.ts'
import type { Candidate, Document, Family, NotationChoices, Reading } from './document.ts'
import { isCitable } from './entries/citable.ts'
import type { EntryDraft } from './entries/entries.ts'
import { groupChapters } from './chapter-groups.ts'
import type { Group, Piece } from './chapter-groups.ts'
import { groupBy } from './group-by.ts'
import { underNotes } from './notes-files.ts'
import { findCandidates, findEntries } from './find.ts'
import type { Found, ReadOptions } from './find.ts'
import { workOut } from './read.ts'
import { findResidues } from './residue/find.ts'
import { allot } from './sections.ts'
import { signsOf } from './signs.ts'
import type { Allotment, Chapter } from './sections.ts'

/** What is known of a book before its files are worked out. */
export interface Known extends ReadOptions {
  /** Files of nothing but notes. */
  readonly notes: ReadonlySet<Part>
  /** Something of the book could not be read. */
  readonly isPart: boolean
}

/**
 * Reads files that number by themselves. Each is a document of its own, together with the notes that are its notes;
 * chapters that share one list of notes are read together.
 */
export function readChapters({ source, parts }: JoinedText, { notes, isPart, ...options }: Known): Document[] {
  const { notations = {}, library } = options
  const several = severalOf(parts)
  const foundIn = (group: Group): Found => ({ ...gather(group), notations, ...(library && { library }) })
  const pieces = new Map(parts.map((part) => [part, pieceOf(part, source.text, notations)]))
  const chapters = parts.flatMap((part): Chapter[] => {
    if (notes.has(part)) return []
    const piece = pieces.get(part)!
    const entries = findEntries(part.reading, piece.candidates)
    return [{ part, piece, entries: entries.filter((entry) => isCitable(entry, notations)) }]
  })
  const noted = notedEntries(
    [...notes],
    [...pieces.values()].flatMap((piece) => piece.candidates),
  )
  const allotments = allotAll(chapters, [...notes], noted)
  const groups = groupChapters(chapters, allotments)
  const leftOver = splitNotes(
    [...notes].map((part) => pieces.get(part)!),
    noted,
    groups,
  )
  // Entries that nobody can say whose they are, or whether they are any, may be those of a chapter that has none.
  const recognised = new Set(noted.map((entry) => partAt(parts, entry.start)))
  const isUnsure = (family: Family) => allotments.has(family) || recognised.size < notes.size
  const chapterDocuments = groups.map((group) =>
    workOut(source, readingOf(group), foundIn(group), {
      files: group.pieces.map((piece) => piece.reading),
      parts: several,
      ...(group.scopesOf && { scopesOf: group.scopesOf }),
      // What a missing file holds can change whose notes are whose, but not what a chapter has itself.
      isPart: ({ family, entries }) =>
        entries.length === 0 ? isPart || isUnsure(family) : isPart && group.noted.length > 0,
    }),
  )
  const others = leftOver
    .filter((group) => group.pieces.length > 0)
    .map((group) => workOut(source, readingOf(group), foundIn(group), { parts: several, isPart: () => true }))
  return [...chapterDocuments, ...others]
}

/** What a file would hold alone, by offsets of the joined text. */
function pieceOf(part: Part, text: string, notations: NotationChoices): Piece {
  const { start, own, reading } = part
  const move = <T extends Range>(range: T): T => ({ ...range, start: range.start + start, end: range.end + start })
  const residues = findResidues(own, part.source.text).map((one) => ({
    ...move(one),
    removal: one.removal && move(one.removal),
  }))
  // What stands in other files says nothing of this one, and to look through all of them for each takes too long.
  signsOf(reading, part.source.text)
  const candidates = findCandidates(reading, text, residues, notations)
  return { part, reading, residues, candidates: candidates.filter(({ notation }) => notations[notation] !== 'off') }
}

/** The entries of the notes files, whoever cites them. */
function notedEntries(notes: readonly Part[], candidates: readonly Candidate[]): EntryDraft[] {
  if (notes.length === 0) return []
  const entries = findEntries(joinReadings(notes.map(underNotes)), candidates)
  return entries.filter((entry) => {
    const part = partAt(notes, entry.start)
    return entry.start >= part.start && entry.start < part.end
  })
}

function allotAll(
  chapters: readonly Chapter[],
  notes: readonly Part[],
  noted: readonly EntryDraft[],
): Map<Family, Allotment> {
  const families = groupBy(noted, (entry) => entry.family)
  return new Map([...families].map(([family, entries]) => [family, allot(family, chapters, notes, entries)]))
}

/** Gives each group the parts of the notes files that hold its notes; what is left makes groups of its own. */
function splitNotes(notes: readonly Piece[], noted: readonly EntryDraft[], groups: readonly Group[]): Group[] {
  const owners = new Map<EntryDraft, Group>()
  for (const group of groups) for (const entry of group.noted) owners.set(entry, group)
  const parts = notes.map((piece) => piece.part)
  const byPart = groupBy(noted, (entry) => partAt(parts, entry.start))
  return notes.map((piece): Group => {
    const entries = byPart.get(piece.part) ?? []
    const rest: Group = {
      chapters: [],
      pieces: [],
      noted: entries.filter((entry) => !owners.has(entry)),
      scopesOf: undefined,
    }
    const ownerAt = (offset: number) => (entries.length > 0 && owners.get(partAt(entries, offset))) || rest
    for (const [group, own] of splitPiece(piece, ownerAt)) group.pieces.push(own)
    return rest
  })
}

function splitPiece(
  { part, reading, residues, candidates }: Piece,
  ownerAt: (offset: number) => Group,
): Map<Group, Piece> {
  const split = <T extends { readonly start: number }>(things: readonly T[]) =>
    groupBy(things, (thing) => ownerAt(thing.start))
  const [blocks, notes, definitions] = [split(reading.blocks), split(reading.notes), split(reading.definitions)]
  const [left, found] = [split(residues), split(candidates)]
  const groups = new Set([...blocks.keys(), ...notes.keys(), ...definitions.keys(), ...left.keys()])
  const ownPiece = (group: Group): Piece => ({
    part,
    reading: {
      blocks: blocks.get(group) ?? [],
      notes: notes.get(group) ?? [],
      definitions: definitions.get(group) ?? [],
      comments: [],
    },
    residues: left.get(group) ?? [],
    candidates: found.get(group) ?? [],
  })
  return new Map([...groups].map((group) => [group, ownPiece(group)]))
}

function readingOf({ pieces }: Group): Reading {
  pieces.sort((one, other) => one.part.start - other.part.start)
  return joinReadings(pieces.map((piece) => piece.reading))
}

function gather({ chapters, pieces, noted }: Group): Found {
  const entries = [...chapters.flatMap((chapter) => chapter.entries), ...noted]
  return {
    residues: pieces.flatMap((piece) => piece.residues),
    candidates: pieces.flatMap((piece) => piece.candidates),
    entries: entries.sort((one, other) => one.start - other.start),
  }
}
