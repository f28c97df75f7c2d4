import { joinReadings, joinTexts } from './book.ts'
import type { Book, JoinedText, Part, Text } from './book.ts'
import { readChapters } from './chapters.ts'
import type { Document } from './document.ts'
import { holdsOnlyNotes, underNotes } from './notes-files.ts'
import { findEntries, findMarks, workOut } from './read.ts'

export interface BookOptions {
  /** `chapter`: each file numbers by itself; `book`: one numbering runs through all. */
  readonly scope: 'book' | 'chapter'
  /** `false`: a file of the book could not be read. */
  readonly isWhole: boolean
}

/** Reads files as one book. */
export function readBook(texts: readonly Text[], { scope, isWhole }: BookOptions): Book {
  const joined = joinTexts(texts)
  const { parts } = joined
  const isPart = !isWhole || (parts.length > 1 && parts.some(isLost))
  const notes = new Set(parts.length > 1 ? parts.filter(holdsOnlyNotes) : [])
  const documents = scope === 'book' ? [readAsOne(joined, notes, isPart)] : readChapters(joined, notes, isPart)
  return { parts, documents }
}

function readAsOne({ source, parts }: JoinedText, notes: ReadonlySet<Part>, isPart: boolean): Document {
  const files = parts.map((part) => part.reading)
  const reading = joinReadings(files)
  const found = findMarks(reading, source.text)
  const withHeadings = joinReadings(parts.map((part) => (notes.has(part) ? underNotes(part) : part.reading)))
  const entries = findEntries(withHeadings, found.candidates)
  return workOut(source, reading, { ...found, entries }, { files, isPart: () => isPart })
}

/** Nothing of it could be read: a notebook that is no JSON. */
function isLost({ own }: Part): boolean {
  return own.problems !== undefined && own.problems.length > 0 && own.blocks.length === 0
}
