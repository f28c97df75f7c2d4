import type { Book, Part, Text } from '../document/book.ts'
import { readBook } from '../document/read-book.ts'
import type { BookOptions } from '../document/read-book.ts'
import type { Edit } from '../finding.ts'
import { countBefore } from '../document/nearby.ts'
import type { Range } from '../source.ts'
import { edited, withText } from './edits.ts'
import { compareTold } from './verify.ts'
import type { Claim, Readable, Refusal } from './verify.ts'

/** That the files of a book may be replaced, all of them at once. */
export interface BookClaim extends Pick<Claim, 'allowed' | 'merged'> {
  /** As it was read. */
  readonly before: Book
  /** The texts afterwards, one for each file. */
  readonly after: readonly Text[]
  /** By offsets of the joined text; sorted. */
  readonly edits: readonly Edit[]
  readonly options: BookOptions
  /** `after` as it was read, where somebody has done so already. */
  readonly changed?: Book | undefined
}

/** Compares what a book says before and after, read as a whole both times. `undefined`: nothing to object to. */
export function verifyBook({ before, after, edits, options, ...claim }: BookClaim): Refusal | undefined {
  if (!areIn(before.parts, edits) || !isMade(before.parts, after, edits))
    return { reason: 'bytes', message: 'text outside the edits would change', range: { start: 0, end: 0 } }
  const changed = claim.changed ?? readBook(after, options)
  return compareTold(toldBy(before), toldBy(changed), { ...claim, edits })
}

function isMade(parts: readonly Part[], after: readonly Text[], edits: readonly Edit[]): boolean {
  const texts = parts.map((part) => edited(part.source.text, editsIn(part, edits)))
  return texts.length === after.length && texts.every((text, index) => text === after[index]!.source.text)
}

/** Whether each edit lies in one file; what it takes of the lines between two of them is nobody's. */
function areIn(parts: readonly Part[], edits: readonly Edit[]): boolean {
  return edits.every(({ start, end, text }) => {
    const index = countBefore(parts, start + 1) - 1
    const part = parts[index]
    if (!part || start > part.end) return false
    return end <= part.end || (text === '' && end <= (parts[index + 1]?.start ?? part.end))
  })
}

/** What the files of a book say, whichever documents they were read as. */
function toldBy({ parts, source, documents }: Book): Readable {
  const all = <T extends { readonly start: number }>(of: (document: Book['documents'][number]) => readonly T[]) =>
    documents.flatMap(of).toSorted((one, other) => one.start - other.start)
  return {
    source,
    parts,
    blocks: parts.flatMap(({ reading }) => reading.blocks),
    comments: parts.flatMap(({ reading }) => reading.comments),
    problems: parts.flatMap(({ own }) => own.problems ?? []),
    marks: all(({ marks }) => marks),
    clusters: all(({ clusters }) => clusters),
    entries: all(({ entries }) => entries),
    residues: all(({ residues }) => residues),
  }
}

/** Those of the edits of a book that lie in one file, by its own offsets. */
export function editsIn({ start, end }: Range, edits: readonly Edit[]): Edit[] {
  return edits
    .slice(countBefore(edits, start), countBefore(edits, end + 1))
    .map((edit) => ({ ...edit, start: edit.start - start, end: Math.min(edit.end, end) - start }))
}

/** The texts of a book with edits made in them. */
export function editedTexts<T extends Text>(texts: readonly T[], parts: readonly Part[], edits: readonly Edit[]): T[] {
  return texts.map((text, index) => {
    const own = editsIn(parts[index]!, edits)
    return own.length === 0 ? text : { ...text, source: withText(text.source, edited(text.source.text, own)) }
  })
}
