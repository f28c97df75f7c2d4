import { severalOf, joinReadings, joinTexts } from './book.ts'
import type { Book, JoinedText, Part, Text } from './book.ts'
import { joinLibraries } from './book-library.ts'
import { readChapters } from './chapters.ts'
import type { Known } from './chapters.ts'
import type { Document } from './document.ts'
import { holdsOnlyNotes, underNotes } from './notes-files.ts'
import { findCited, findMarks } from './find.ts'
import type { ReadOptions } from './find.ts'
import { workOut } from './read.ts'

export interface BookOptions extends Pick<ReadOptions, 'notations'> {
  /** `chapter`: each file numbers by itself; `book`: one numbering runs through all. */
  readonly scope: 'book' | 'chapter'
  /** `false`: a file of the book could not be read. */
  readonly isWhole: boolean
}

/** Reads files as one book. */
export function readBook(texts: readonly Text[], { scope, isWhole, notations }: BookOptions): Book {
  const joined = joinTexts(texts)
  const { source, parts } = joined
  const isPart = !isWhole || (parts.length > 1 && parts.some(isLost))
  const notes = new Set(parts.length > 1 ? parts.filter(holdsOnlyNotes) : [])
  const library = joinLibraries(texts.map((text, index) => ({ start: parts[index]!.start, library: text.library })))
  const read = scope === 'book' ? readAsOne : readChapters
  const documents = read(joined, { notes, isPart, notations, library })
  return { source, parts, documents }
}

function readAsOne({ source, parts }: JoinedText, { notes, isPart, ...options }: Known): Document[] {
  const files = parts.map((part) => part.reading)
  const reading = joinReadings(files)
  const marks = findMarks(reading, source.text, options.notations)
  const withHeadings = joinReadings(parts.map((part) => (notes.has(part) ? underNotes(part) : part.reading)))
  const layout = { files, parts: severalOf(parts), isPart: () => isPart }
  return [workOut(source, reading, findCited(withHeadings, marks, options), layout)]
}

/** Nothing of it could be read: a notebook that is no JSON. */
function isLost({ own }: Part): boolean {
  return own.problems !== undefined && own.problems.length > 0 && own.blocks.length === 0
}
