import { withChanges } from '../compare/with-changes.ts'
import { placeInFile } from '../document/book.ts'
import type { Book } from '../document/book.ts'
import type { Reader } from '../document/document.ts'
import { readBook } from '../document/read-book.ts'
import type { BookOptions } from '../document/read-book.ts'
import type { BookText } from '../lint-book.ts'
import { isCompared } from '../settings.ts'
import { lineAt } from '../source.ts'
import type { Change } from './change.ts'
import { baseOf } from './lint-change.ts'

/** Compares a book with what it was before its files were changed. */
export function compareBook(
  texts: readonly BookText[],
  options: BookOptions,
  change: Change,
): ((book: Book) => Book) | undefined {
  const readers = new Map<string, Reader | undefined>(texts.map(({ source, read }) => [source.format, read]))
  const isNew = new Set(change.files.map(({ path }) => path))
  if (!texts.some(({ settings }) => isCompared(settings)) || !texts.some(({ source }) => isNew.has(source.path)))
    return undefined
  const before = texts.flatMap(({ source, ...text }) => {
    if (!isNew.has(source.path)) return [{ ...text, source }]
    const own = baseOf(source, change)
    return own && readers.has(own.format) ? [{ ...text, source: own, read: readers.get(own.format) }] : []
  })
  return (book) => {
    if (before.length === 0) return book
    const base = readBook(before, { notations: texts[0]?.settings.notations, ...options })
    const lineOf = (offset: number) => {
      const { source, start } = placeInFile(base, { start: offset, end: offset })
      return lineAt(source, start)
    }
    return { ...book, documents: withChanges(base.documents, book.documents, lineOf) }
  }
}
