import { withChanges } from '../compare/with-changes.ts'
import { placeInFile } from '../document/book.ts'
import type { Book } from '../document/book.ts'
import type { Document, Reader } from '../document/document.ts'
import { readerFor } from '../document/formats/index.ts'
import type { Library } from '../document/library.ts'
import { readBook } from '../document/read-book.ts'
import type { BookOptions } from '../document/read-book.ts'
import { readDocument } from '../document/read.ts'
import type { FileResult } from '../finding.ts'
import { lintDocument } from '../lint.ts'
import type { BookText } from '../lint-book.ts'
import type { Settings } from '../settings.ts'
import { createSource, lineAt } from '../source.ts'
import type { Source } from '../source.ts'
import type { Change } from './change.ts'
import { decodeSource } from './read.ts'

/** Lints a document as a change: compared with what it was before, where it was there. */
export async function lintChange(
  document: Document,
  settings: Settings,
  { change, library }: { readonly change: Change; readonly library: Library },
): Promise<FileResult> {
  const before = isCompared(settings) ? baseOf(document.source, change) : undefined
  if (!before) return lintDocument(document, settings)
  // Its bibliographies are those of today: what is gone from one, the document itself has to say.
  const base = readDocument(before, await readerFor(before), { ...settings, library })
  return lintDocument(withChanges([base], [document])[0]!, settings)
}

/** What nobody would hear of is not worked out. */
export const isCompared = ({ rules }: Settings): boolean => rules.some(({ rule }) => rule.id === 'marker-lost')

/** The text that a file had before; `undefined` where there was none, or none that can be read. */
function baseOf({ path, format, language }: Source, { baseOf: find }: Change): Source | undefined {
  const base = find(path)
  if (!base) return undefined
  try {
    const before = decodeSource(base.path, base.bytes, { ...(language !== undefined && { language }) })
    return base.path === path ? createSource(path, before.text, { format }) : before
  } catch {
    return undefined
  }
}

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
