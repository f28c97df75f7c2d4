import { edited } from '../edited.ts'
import type { Document, Reader } from '../document/document.ts'
import { readDocument } from '../document/read.ts'
import { ReadError } from '../errors.ts'
import type { Edit, Failure } from '../finding.ts'
import { verify } from '../fix/verify.ts'
import type { Allowance, Merge } from '../fix/verify.ts'
import type { Settings } from '../settings.ts'
import type { Range, Source } from '../source.ts'
import { heedSignals } from './signals.ts'
import { visitBytes, visitFiles } from './visit.ts'
import type { ProjectOptions, Visitor } from './visit.ts'
import type { VisitedBook } from './visit-book.ts'
import { replaceSource } from './write.ts'

/** What a command wants to make of a document. */
export interface Rewriting {
  readonly edits: readonly Edit[]
  /** What it does not do, and why. */
  readonly refusals: readonly { readonly message: string; readonly range: Range }[]
  readonly merged?: readonly Merge[]
}

/** A file before and after, and where it stands in the text that it was read as a part of. */
export interface RewrittenPart extends Range {
  readonly source: Source
  readonly text: string
}

/**
 * A file or a whole book, before and after. Where the verifier objects, nothing has changed and that is the only refusal.
 * Places are those of the joined text.
 */
export interface Rewritten<R extends Rewriting> {
  readonly parts: readonly RewrittenPart[]
  /** `undefined`: a file that stands for itself. */
  readonly scope: VisitedBook['scope'] | undefined
  readonly rewriting: R
  readonly refusals: Rewriting['refusals']
}

export interface RewriteOptions<R extends Rewriting> extends ProjectOptions {
  /** Whether files are written. */
  readonly write: boolean
  /** What may change besides what every fix may. */
  readonly allowed: readonly Allowance[]
  readonly rewrite: (document: Document) => R
  /** Makes one of what became of the documents of a book. */
  readonly join: (rewritings: readonly R[]) => R
}

export interface RewriteRun<R extends Rewriting> {
  readonly rewritten: readonly Rewritten<R>[]
  readonly failures: readonly Failure[]
}

/** Rewrites files, folders, globs and the books that they belong to: each file and each book as a whole or not at all. */
export async function rewriteFiles<R extends Rewriting>(
  patterns: readonly string[],
  options: RewriteOptions<R>,
): Promise<RewriteRun<R>> {
  const cwd = options.cwd ?? process.cwd()
  const signals = options.write ? heedSignals() : undefined
  const rewritten: Rewritten<R>[] = []
  const take = async (one: Rewritten<R>, write: () => void | Promise<void>) => {
    if (options.write && one.parts.some(isChanged)) await write()
    rewritten.push(one)
    await signals?.giveWay()
  }
  const visitor: Visitor = {
    async file(source, { settings }, read) {
      const one = rewriteSource(source, options, { settings, read })
      await take(one, () => replaceSource(source, one.parts[0]!.text, cwd))
    },
    async book(book) {
      const { rewriteBook, writeBook } = await import('./rewrite-book.ts')
      const one = rewriteBook(book, options)
      await take(one, () => writeBook(one, cwd))
    },
  }
  try {
    return { rewritten, failures: await visitFiles(patterns, options, visitor) }
  } finally {
    signals?.end()
  }
}

/** Whether there is anything to write. */
export const isChanged = ({ source, text }: RewrittenPart) => source.text !== text

/** Rewrites one document that is no file. */
export async function rewriteBytes<R extends Rewriting>(
  path: string,
  bytes: Buffer,
  options: RewriteOptions<R>,
): Promise<RewriteRun<R>> {
  const rewritten: Rewritten<R>[] = []
  const file: Visitor['file'] = (source, { settings }, read) =>
    void rewritten.push(rewriteSource(source, options, { settings, read }))
  const failures = await visitBytes(path, bytes, options, { file, book: refuseBook })
  return { rewritten, failures }
}

/** What comes from standard input goes to standard output, and the other files of a book have no such way. */
function refuseBook(): never {
  throw new ReadError('is part of a book, of which other files would change too; expected its path instead of --stdin')
}

/** Rewrites one document; nothing is written. */
export function rewriteSource<R extends Rewriting>(
  source: Source,
  { rewrite, allowed }: Pick<RewriteOptions<R>, 'rewrite' | 'allowed'>,
  { settings, read }: { readonly settings: Settings; readonly read: Reader | undefined },
): Rewritten<R> {
  const document = readDocument(source, read, settings)
  const rewriting = rewrite(document)
  const { edits, refusals, merged = [] } = rewriting
  const become = (text: string, objections: Rewriting['refusals']): Rewritten<R> => ({
    parts: [{ source, start: 0, end: source.text.length, text }],
    scope: undefined,
    rewriting,
    refusals: objections,
  })
  if (edits.length === 0) return become(source.text, refusals)
  const text = edited(source.text, edits)
  const { notations } = settings
  const objection = verify({ before: source, after: text, edits, allowed, read, document, merged, notations })
  return objection ? become(source.text, [objection]) : become(text, refusals)
}
