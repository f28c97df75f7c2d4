import type { Part } from './book.ts'
import type { Candidate, Family, Reading, Residue } from './document.ts'
import type { EntryDraft } from './entries/entries.ts'
import { findScopes } from './scope.ts'
import type { Scope } from './scope.ts'
import type { Allotment, Chapter } from './sections.ts'
import type { Division } from './systems.ts'

/** A file or a section of one, with what was found there. */
export interface Piece {
  readonly part: Part
  readonly reading: Reading
  readonly residues: readonly Residue[]
  readonly candidates: readonly Candidate[]
}

/** Chapters that make one document, with the notes that are theirs. */
export interface Group {
  readonly chapters: readonly Chapter[]
  readonly pieces: Piece[]
  /** Entries in notes files. */
  readonly noted: readonly EntryDraft[]
  /** Where chapters number by themselves in spite of a list that they share. */
  readonly scopesOf: Division | undefined
}

type Allotments = ReadonlyMap<Family, Allotment>

/** Puts the chapters that share a list together; each other one stands for itself. */
export function groupChapters(chapters: readonly Chapter[], allotments: Allotments): Group[] {
  const shared = [...allotments].filter(([, { shared: section }]) => section !== undefined)
  const isSharing = (chapter: Chapter) => shared.some(([family]) => cites(chapter, family) && !lists(chapter, family))
  const together = chapters.filter(isSharing)
  const groups = chapters.filter((one) => !isSharing(one)).map((chapter) => groupOf([chapter], allotments))
  return together.length === 0 ? groups : [...groups, groupOf(together, allotments)]
}

function groupOf(chapters: readonly Chapter[], allotments: Allotments): Group {
  const noted = [...allotments].flatMap(([family, { pairs, shared }]) => {
    const sharing = chapters.some((chapter) => cites(chapter, family) && !lists(chapter, family))
    return [...(sharing ? (shared ?? []) : []), ...chapters.flatMap((chapter) => pairs.get(chapter) ?? [])]
  })
  const pieces = chapters.map((chapter) => chapter.piece)
  const scopesOf = chapters.length > 1 ? divide(chapters, pieces, allotments) : undefined
  return { chapters, pieces, noted, scopesOf }
}

const cites = ({ piece }: Chapter, family: Family) => piece.candidates.some((one) => one.family === family)
const lists = ({ entries }: Chapter, family: Family) => entries.some((one) => one.family === family)

/** Chapters with entries of their own are scopes of their own; the others share the list, if there is one. */
function divide(chapters: readonly Chapter[], pieces: readonly Piece[], allotments: Allotments): Division {
  return (entries, candidates) => {
    const family = (entries[0] ?? candidates[0])?.family
    if (family === undefined) return []
    const { shared, pairs } = allotments.get(family) ?? {}
    const open = chapters.filter((chapter) => !lists(chapter, family))
    const own = chapters.filter((chapter) => lists(chapter, family)).flatMap((chapter) => scopesIn(chapter, family))
    const others = shared
      ? [{ ranges: [...open.map(({ part }) => part), ...rangesOf(pieces, chapters)], entries: shared }]
      : open.map((chapter) => {
          const section = pairs?.get(chapter) ?? []
          return { ranges: [chapter.part, ...hullOf(section)], entries: section }
        })
    return [...own, ...others].map((scope, index): Scope => ({ ...scope, ordinal: index + 1 }))
  }
}

function scopesIn({ part, piece, entries }: Chapter, family: Family): Omit<Scope, 'ordinal'>[] {
  const isOwn = (one: { readonly family: Family }) => one.family === family
  return findScopes(entries.filter(isOwn), piece.candidates.filter(isOwn), part.end, piece.reading.blocks).map(
    (scope) => ({
      entries: scope.entries,
      ranges: scope.ranges.map(({ start, end }) => ({
        start: Math.max(start, part.start),
        end: Math.min(end, part.end),
      })),
    }),
  )
}

/** Where the notes of a group stand. */
function rangesOf(pieces: readonly Piece[], chapters: readonly Chapter[]): Part[] {
  const own = new Set(chapters.map((chapter) => chapter.part))
  return pieces.flatMap(({ part }) => (own.has(part) ? [] : part))
}

function hullOf(section: readonly EntryDraft[]): { readonly start: number; readonly end: number }[] {
  const [first] = section
  return first ? [{ start: first.start, end: section.reduce((end, entry) => Math.max(end, entry.end), 0) }] : []
}
