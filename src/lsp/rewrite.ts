import type { Document } from '../document/document.ts'
import type { Edit } from '../finding.ts'
import { editsIn } from '../fix/verify-book.ts'
import type { Allowance } from '../fix/verify.ts'
import { rewriteSource } from '../project/rewrite-files.ts'
import type { Rewriting } from '../project/rewrite-files.ts'
import type { Source } from '../source.ts'
import type { View } from './view.ts'

/** What changes in one file, by its own offsets. */
export interface FileEdits {
  readonly source: Source
  readonly edits: readonly Edit[]
}

/** What an editor is to do, and what it is not, with the reason. */
export interface Rewritten {
  readonly files: readonly FileEdits[]
  readonly refusals: readonly string[]
}

export interface Rewrite<R extends Rewriting> {
  readonly allowed: readonly Allowance[]
  readonly rewrite: (document: Document) => R
  /** Makes one of what becomes of the documents of a book; `undefined` where books are left alone. */
  readonly join: (rewritings: readonly R[]) => R
}

/** Rewrites a text or the book that it belongs to, through the verifier: as a whole or not at all. */
export async function rewriteView<R extends Rewriting>(view: View, how: Rewrite<R>): Promise<Rewritten> {
  const { book, source, settings, read } = view
  const rewritten = book
    ? (await import('../project/rewrite-book.ts')).rewriteBook(book, how)
    : rewriteSource(source, how, { settings, read })
  const { parts, rewriting, refusals } = rewritten
  const edits = rewriting.edits.toSorted((one, other) => one.start - other.start)
  // Where the verifier objects, no text has changed.
  const files = parts
    .filter((part) => part.text !== part.source.text)
    .map((part) => ({ source: part.source, edits: editsIn(part, edits) }))
  return { files, refusals: refusals.map(({ message }) => message) }
}
