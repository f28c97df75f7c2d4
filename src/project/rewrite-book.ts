import type { Book, Text } from '../document/book.ts'
import { readBook } from '../document/read-book.ts'
import { ReadError } from '../errors.ts'
import { editedTexts, verifyBook } from '../fix/verify-book.ts'
import type { RewriteOptions, Rewriting, Rewritten } from './rewrite-files.ts'
import type { VisitedBook } from './visit-book.ts'
import { replaceSources } from './write-all.ts'

/** Rewrites all files of a book in one step, whichever of them are asked for. */
export function rewriteBook<R extends Rewriting>(
  { texts: visited, scope, isWhole }: VisitedBook,
  { rewrite, join, allowed }: Pick<RewriteOptions<R>, 'rewrite' | 'join' | 'allowed'>,
): Rewritten<R> {
  // One document is read in one way: as it is configured for the first file.
  const options = { scope, isWhole, notations: visited[0]?.resolution.settings.notations }
  const texts = visited.map(({ source, read }): Text => ({ source, read }))
  const book = readBook(texts, options)
  checkWhole(book, isWhole)
  const rewriting = join(book.documents.map(rewrite))
  const { refusals, merged = [] } = rewriting
  const edits = rewriting.edits.toSorted((one, other) => one.start - other.start)
  if (edits.length === 0) return become(book, texts, scope, { rewriting, refusals })
  const after = editedTexts(texts, book.parts, edits)
  const objection = verifyBook({ before: book, after, edits, options, allowed, merged })
  return objection
    ? become(book, texts, scope, { rewriting, refusals: [objection] })
    : become(book, after, scope, { rewriting, refusals })
}

/** What could not be read may cite the numbers that would change. */
function checkWhole({ parts }: Book, isWhole: boolean): void {
  const lost = parts.find(({ own }) => (own.problems?.length ?? 0) > 0)
  const which = lost === undefined ? 'another file' : lost.source.path
  if (lost || !isWhole)
    throw new ReadError(`is part of a book of which ${which} cannot be read; no file of it is written`)
}

function become<R extends Rewriting>(
  { parts }: Book,
  after: readonly Text[],
  scope: VisitedBook['scope'],
  outcome: Pick<Rewritten<R>, 'rewriting' | 'refusals'>,
): Rewritten<R> {
  const files = parts.map(({ source, start, end }, index) => ({ source, start, end, text: after[index]!.source.text }))
  return { parts: files, scope, ...outcome }
}

/** All of its files, or none: those that stay as they are have to be there as they were read, too. */
export function writeBook({ parts }: Rewritten<Rewriting>, cwd: string): void {
  replaceSources(
    parts.map(({ source, text }) => ({ before: source, text })),
    cwd,
  )
}
