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

interface Headed {
  /** The text of the heading that it begins under. */
  readonly heading: string
  readonly entries: EntryDraft[]
}

/** Whose notes the sections of a family are. */
export interface Allotment {
  /** One section for each of these chapters. */
  readonly pairs: ReadonlyMap<Chapter, Section>
  /** The only section, for all chapters without entries of their own. */
  readonly shared: Section | undefined
}

/**
 * Brings the chapters that have no entries of a family together with the sections of the notes files. One section is for
 * all. Several are for one chapter each: by their headings, if each is the title of one chapter; or in order, if as many
 * chapters cite some of them and each fits its own. Otherwise nobody can say whose they are.
 */
export function allot(
  family: Family,
  chapters: readonly Chapter[],
  notes: readonly Part[],
  entries: Section,
): Allotment {
  const sections = sectionsOf(entries, joinReadings(notes.map((part) => part.reading)))
  if (sections.length <= 1) return { pairs: new Map(), shared: sections[0]?.entries }
  const open = chapters.filter((chapter) => !chapter.entries.some((entry) => entry.family === family))
  const pairs = pairByTitle(open, sections) ?? pairInOrder(citing(open, family, entries), sections)
  return { pairs: pairs ?? new Map(), shared: undefined }
}

function pairByTitle(chapters: readonly Chapter[], sections: readonly Headed[]): Map<Chapter, Section> | undefined {
  const titles = chapters.map(({ part }) => titleOf(part.reading.blocks.find(({ kind }) => kind === 'heading')?.text))
  const pairs = new Map<Chapter, Section>()
  for (const { heading, entries } of sections) {
    const found = chapters.filter((_, index) => isOneTitle(titles[index]!, titleOf(heading)))
    if (found.length !== 1 || pairs.has(found[0]!)) return undefined
    pairs.set(found[0]!, entries)
  }
  return pairs
}

function titleOf(heading = ''): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}

/** `2. The wall` and `Chapter Two: The Wall`. */
function isOneTitle(one: string, other: string): boolean {
  if (one === '' || other === '') return false
  return one === other || one.endsWith(` ${other}`) || other.endsWith(` ${one}`)
}

interface Citing {
  readonly chapter: Chapter
  readonly cited: ReadonlySet<string>
}

/** Those chapters that cite what any of the sections has. */
function citing(chapters: readonly Chapter[], family: Family, entries: Section): Citing[] {
  const known = new Set(entries.map(keyOf))
  return chapters.flatMap((chapter) => {
    const cited = citedKeys(chapter.piece.candidates, family)
    return [...cited].some((key) => known.has(key)) ? [{ chapter, cited }] : []
  })
}

function pairInOrder(chapters: readonly Citing[], sections: readonly Headed[]): Map<Chapter, Section> | undefined {
  if (chapters.length !== sections.length) return undefined
  if (!chapters.every(({ cited }, index) => fits(cited, sections[index]!.entries))) return undefined
  return new Map(chapters.map(({ chapter }, index) => [chapter, sections[index]!.entries]))
}

/** Entries between two headings belong together; a new section begins under the heading where a label comes again. */
function sectionsOf(entries: Section, { blocks }: Reading): Headed[] {
  const headings = blocks.filter((block) => block.kind === 'heading')
  const groups = groupBy(entries, (entry) => countBefore(headings, entry.start + 1))
  const sections: Headed[] = []
  let keys = new Set<string>()
  for (const [count, group] of groups) {
    const own = group.map(keyOf)
    const section = sections.at(-1)
    if (!section || own.some((key) => keys.has(key))) {
      sections.push({ heading: headings[count - 1]?.text ?? '', entries: [...group] })
      keys = new Set(own)
      continue
    }
    for (const entry of group) section.entries.push(entry)
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
