import { joinReadings } from './book.ts'
import type { Part } from './book.ts'
import type { Piece } from './chapter-groups.ts'
import type { Candidate, Family, Reading } from './document.ts'
import { coveredNumbers } from './covered.ts'
import type { EntryDraft } from './entries/entries.ts'
import { isDoubtful } from './entries/judge.ts'
import { groupBy } from './group-by.ts'
import { normalizeLabel } from './label.ts'
import { countBefore } from './nearby.ts'

/** A file of a book that is no notes file, with what could count in it. */
export interface Chapter {
  readonly part: Part
  readonly piece: Piece
  readonly entries: readonly EntryDraft[]
}

/** Notes of one numbering, in notes files. */
export type Section = readonly EntryDraft[]

/** Whose notes the sections of a family are. */
export interface Allotment {
  /** One section for each of these chapters. */
  readonly pairs: ReadonlyMap<Chapter, Section>
  /** The only section, for all chapters without entries of their own. */
  readonly shared: Section | undefined
}

/**
 * Brings the chapters that have no entries of a family, but cite some, together with the sections of the notes files: one
 * section is for all; as many as chapters are for one each, in order, if each fits. Otherwise nobody can say whose they are.
 */
export function allot(
  family: Family,
  chapters: readonly Chapter[],
  notes: readonly Part[],
  entries: Section,
): Allotment {
  const sections = sectionsOf(entries, joinReadings(notes.map((part) => part.reading)))
  const pairs = new Map<Chapter, Section>()
  if (sections.length <= 1) return { pairs, shared: sections[0] }
  const known = new Set(entries.map(keyOf))
  const citing = chapters.flatMap((chapter) => {
    if (chapter.entries.some((entry) => entry.family === family)) return []
    const cited = citedKeys(chapter.piece.candidates, family)
    return [...cited].some((key) => known.has(key)) ? [{ chapter, cited }] : []
  })
  if (citing.length !== sections.length || !citing.every(({ cited }, index) => fits(cited, sections[index]!)))
    return { pairs, shared: undefined }
  for (const [index, { chapter }] of citing.entries()) pairs.set(chapter, sections[index]!)
  return { pairs, shared: undefined }
}

/** Entries between two headings belong together; a new section begins under the heading where a label comes again. */
function sectionsOf(entries: Section, { blocks }: Reading): Section[] {
  const headings = blocks.filter((block) => block.kind === 'heading')
  const groups = groupBy(entries, (entry) => countBefore(headings, entry.start + 1))
  const sections: EntryDraft[][] = []
  let keys = new Set<string>()
  for (const group of groups.values()) {
    const own = group.map(keyOf)
    const section = sections.at(-1)
    if (!section || own.some((key) => keys.has(key))) {
      sections.push(group)
      keys = new Set(own)
      continue
    }
    for (const entry of group) section.push(entry)
    for (const key of own) keys.add(key)
  }
  return sections
}

/** Half of what the chapter cites is in the section, and half of the section is cited. */
function fits(cited: ReadonlySet<string>, section: Section): boolean {
  const keys = new Set(section.map(keyOf))
  const hits = [...cited].filter((key) => keys.has(key)).length
  return hits * 2 >= cited.size && hits * 2 >= keys.size
}

function citedKeys(candidates: readonly Candidate[], family: Family): ReadonlySet<string> {
  const own = candidates.filter((candidate) => candidate.family === family && !isDoubtful(candidate))
  return new Set(
    own.flatMap(({ members }) =>
      members.flatMap((member) => {
        const numbers = coveredNumbers(member)
        return numbers.length > 0 ? numbers.map(String) : [normalizeLabel(member.label)]
      }),
    ),
  )
}

function keyOf({ number, label }: EntryDraft): string {
  return number === undefined ? normalizeLabel(label) : String(number)
}
