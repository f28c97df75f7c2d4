import { edited } from '../edited.ts'
import type { Document, Reader } from '../document/document.ts'
import { readDocument } from '../document/read.ts'
import { ReadError } from '../errors.ts'
import type { Failure } from '../finding.ts'
import { verify } from '../fix/verify.ts'
import type { Allowance, Merge } from '../fix/verify.ts'
import type { Edit } from '../finding.ts'
import type { Settings } from '../settings.ts'
import type { Range, Source } from '../source.ts'
import { heedSignals } from './signals.ts'
import { visitBytes, visitFiles } from './visit.ts'
import type { ProjectOptions, Visit } from './visit.ts'
import { replaceSource } from './write.ts'

/** What a command wants to make of a document. */
export interface Rewriting {
  readonly edits: readonly Edit[]
  /** What it does not do, and why. */
  readonly refusals: readonly { readonly message: string; readonly range: Range }[]
  readonly merged?: readonly Merge[]
}

/** One document before and after. Where the verifier objects, nothing has changed and that is the only refusal. */
export interface Rewritten<R extends Rewriting> {
  readonly before: Source
  readonly text: string
  readonly rewriting: R
  readonly refusals: Rewriting['refusals']
}

export interface RewriteOptions<R extends Rewriting> extends ProjectOptions {
  /** Whether files are written. */
  readonly write: boolean
  /** What may change besides what every fix may. */
  readonly allowed: readonly Allowance[]
  readonly rewrite: (document: Document) => R
}

export interface RewriteRun<R extends Rewriting> {
  readonly files: readonly Rewritten<R>[]
  readonly failures: readonly Failure[]
}

/** Rewrites files, folders and globs: each as a whole or not at all. */
export async function rewriteFiles<R extends Rewriting>(
  patterns: readonly string[],
  options: RewriteOptions<R>,
): Promise<RewriteRun<R>> {
  const cwd = options.cwd ?? process.cwd()
  const signals = options.write ? heedSignals() : undefined
  const files: Rewritten<R>[] = []
  const visit: Visit = async (source, { settings }, read) => {
    const rewritten = rewriteSource(source, options, { settings, read })
    if (options.write && rewritten.text !== source.text) replaceSource(source, rewritten.text, cwd)
    files.push(rewritten)
    await signals?.giveWay()
  }
  try {
    return { files, failures: await visitFiles(patterns, options, { file: visit, book: refuseBook }) }
  } finally {
    signals?.end()
  }
}

/** Rewrites one document that is no file. */
export async function rewriteBytes<R extends Rewriting>(
  path: string,
  bytes: Buffer,
  options: RewriteOptions<R>,
): Promise<RewriteRun<R>> {
  const files: Rewritten<R>[] = []
  const file: Visit = (source, { settings }, read) =>
    void files.push(rewriteSource(source, options, { settings, read }))
  const failures = await visitBytes(path, bytes, options, { file, book: refuseBook })
  return { files, failures }
}

/** What a file of a book cites may stand in another one. */
function refuseBook(): never {
  throw new ReadError('is part of a book, expected a document that stands for itself')
}

function rewriteSource<R extends Rewriting>(
  before: Source,
  { rewrite, allowed }: RewriteOptions<R>,
  { settings, read }: { readonly settings: Settings; readonly read: Reader | undefined },
): Rewritten<R> {
  const document = readDocument(before, read, settings)
  const rewriting = rewrite(document)
  const { edits, refusals, merged = [] } = rewriting
  if (edits.length === 0) return { before, text: before.text, rewriting, refusals }
  const text = edited(before.text, edits)
  const objection = verify({
    before,
    after: text,
    edits,
    allowed,
    read,
    document,
    merged,
    notations: settings.notations,
  })
  return objection
    ? { before, text: before.text, rewriting, refusals: [objection] }
    : { before, text, rewriting, refusals }
}
