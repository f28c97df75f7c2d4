import { collect } from './collect.ts'
import { placeInFile } from './document/book.ts'
import type { Book, Text } from './document/book.ts'
import { readBook } from './document/read-book.ts'
import type { BookOptions } from './document/read-book.ts'
import type { FileResult, Finding, Fix, Related } from './finding.ts'
import { resultOf } from './lint.ts'
import type { Settings } from './settings.ts'
import type { Source } from './source.ts'
import { noStats, statsOf } from './stats.ts'

/** A file of a book with what is configured for it. */
export interface BookText extends Text {
  readonly settings: Settings
}

/** A book and what is found in it. */
export interface LintedBook {
  readonly book: Book
  /** In the order of the book. */
  readonly files: readonly FileResult[]
  /** Fixes that change other files than the one of their finding, which has none for that reason; by offsets of the joined text. */
  readonly reaching: ReadonlyMap<Finding, Fix>
}

/** Reads files as one book, runs the rules over it, and says what there is to say of each file, in the order of the book. */
export function lintBook(
  texts: readonly BookText[],
  options: BookOptions,
  compare?: (book: Book) => Book,
): readonly FileResult[] {
  return lintWholeBook(texts, options, compare).files
}

/** The same, with the book and what could be fixed in several of its files at once. */
export function lintWholeBook(
  texts: readonly BookText[],
  options: BookOptions,
  compare: (book: Book) => Book = (book) => book,
): LintedBook {
  // One document is read in one way: as it is configured for the first file.
  const book = compare(readBook(texts, { notations: texts[0]?.settings.notations, ...options }))
  const found = new Map(texts.map(({ source }) => [source, [] as Finding[]]))
  const reaching = new Map<Finding, Fix>()
  for (const settings of new Set(texts.map((text) => text.settings))) {
    const files = new Set(texts.flatMap((text) => (text.settings === settings ? text.source : [])))
    for (const { source, finding, fix } of findingsOf(book, settings)) {
      if (!files.has(source)) continue
      found.get(source)!.push(finding)
      if (fix) reaching.set(finding, fix)
    }
  }
  const stats = statsOf(book.documents, (range) => placeInFile(book, range).source)
  const files = texts.map(({ source, settings }, index) => {
    const { comments, problems = [] } = book.parts[index]!.own
    return resultOf({ source, comments, problems }, found.get(source)!, settings, stats.get(source) ?? noStats)
  })
  return { book, files, reaching }
}

interface Placed {
  readonly source: Source
  readonly finding: Finding
  /** One that reaches into other files. */
  readonly fix: Fix | undefined
}

function findingsOf(book: Book, settings: Settings): Placed[] {
  const found: Finding[] = []
  for (const document of book.documents) for (const setting of settings.rules) collect(document, setting, found)
  return found.map((finding) => place(finding, book))
}

/** A finding of the joined text as one of the file that it is in. */
function place(finding: Finding, book: Book): Placed {
  const { fix, ...rest } = finding
  const { source, start, end } = placeInFile(book, finding.range)
  const related = finding.related.map(({ message, range }): Related => {
    const { source: other, ...inside } = placeInFile(book, range)
    return { message, range: inside, ...(other !== source && { source: other }) }
  })
  const own = fix && fixIn(source, fix, book)
  const placed = { ...rest, range: { start, end }, related, ...(own && { fix: own }) }
  return { source, finding: placed, fix: own ? undefined : fix }
}

/** Edits are made together or not at all, and those of a finding in its own file: a fix that changes others is left out. */
function fixIn(source: Source, fix: Fix, book: Book): Fix | undefined {
  const places = fix.edits.map((edit) => ({ ...placeInFile(book, edit), text: edit.text }))
  if (places.some((edit) => edit.source !== source)) return undefined
  return { ...fix, edits: places.map(({ start, end, text }) => ({ start, end, text })) }
}
