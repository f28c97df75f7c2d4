import { placeInFile } from '../document/book.ts'
import type { Document } from '../document/document.ts'
import type { Allowance } from '../fix/verify.ts'
import { isChanged } from '../project/rewrite-files.ts'
import type { Rewriting, Rewritten, RewriteRun } from '../project/rewrite-files.ts'
import { printable, printableJson } from '../reporters/terminal.ts'
import { positionAt } from '../source.ts'
import type { Range } from '../source.ts'
import { version } from '../version.ts'

/** A command that rewrites documents, and how it speaks of what it did. */
export interface Command<R extends Rewriting> {
  readonly name: 'renumber' | 'convert'
  /** `renumbered`. */
  readonly done: string
  readonly allowed: readonly Allowance[]
  readonly rewrite: (document: Document) => R
  readonly join: (rewritings: readonly R[]) => R
  /** Lines about a document that changes. */
  readonly lines: (rewritten: Rewritten<R>) => readonly string[]
  /** What the JSON report says of a document besides its refusals. */
  readonly data: (rewritten: Rewritten<R>) => object
}

type Shown = Rewritten<Rewriting>

const changedIn = ({ parts }: Pick<Shown, 'parts'>) => parts.filter(isChanged)

/** `3:14`; in a book, with the path before it. */
export function nameOfPlace({ parts, scope }: Pick<Shown, 'parts' | 'scope'>, range: Range): string {
  const { source, start } = placeInFile({ parts }, range)
  const { line, column } = positionAt(source, start)
  return `${scope === undefined ? '' : `${source.path}:`}${line}:${column}`
}

/** A place for programs: its first and its last position, and the file where that is one of a book. */
export function placeOf({ parts, scope }: Pick<Shown, 'parts' | 'scope'>, range: Range) {
  const { source, start, end } = placeInFile({ parts }, range)
  const path = scope === undefined ? {} : { path: source.path }
  return { ...path, start: positionAt(source, start), end: positionAt(source, end) }
}

/** For people: what became of each document, and why something did not. */
export function renderPretty<R extends Rewriting>(
  { done, lines }: Command<R>,
  { rewritten }: RewriteRun<R>,
  isLook: boolean,
): string {
  const shown = rewritten.filter((one) => changedIn(one).length > 0 || one.refusals.length > 0)
  const blocks = shown.map((one) => {
    const refused = one.refusals.map(
      ({ message, range }) => `  ${printable(`${nameOfPlace(one, range)}  not ${done}: ${message}`)}\n`,
    )
    const own = changedIn(one).length > 0 ? [...lines(one), ...writtenLines(one, isLook)] : []
    return [`${printable(titleOf(one))}\n`, ...own.map((line) => `  ${printable(line)}\n`), ...refused, '\n'].join('')
  })
  return `${blocks.join('')}${summary(rewritten, done, isLook)}\n`
}

function titleOf({ parts, scope }: Shown): string {
  return scope === undefined ? parts[0]!.source.path : `book of ${counted(parts.length)}`
}

/** Of a book, more files may be written than anybody has named. */
function writtenLines(rewritten: Shown, isLook: boolean): string[] {
  if (rewritten.scope === undefined) return []
  const paths = changedIn(rewritten).map(({ source }) => source.path)
  return [`${isLook ? 'would be written' : 'written'}: ${paths.join(', ')}`]
}

function summary(rewritten: readonly Shown[], done: string, isLook: boolean): string {
  const changed = rewritten.flatMap(changedIn).length
  const refused = rewritten.flatMap(refusedIn).length
  const idle = rewritten.filter((one) => one.refusals.length === 0).flatMap(({ parts }) => parts)
  const unchanged = idle.filter((part) => !isChanged(part)).length
  const parts = [
    `${counted(changed)} ${isLook ? 'would be ' : ''}${done}`,
    refused > 0 ? `something refused in ${counted(refused)}` : '',
    unchanged > 0 ? `nothing to do in ${counted(unchanged)}` : '',
  ]
  return parts.filter((part) => part !== '').join(', ')
}

/** The files in which something is refused. */
function refusedIn({ parts, refusals }: Shown): unknown[] {
  return [...new Set(refusals.map(({ range }) => placeInFile({ parts }, range).source))]
}

const counted = (number: number) => `${number} ${number === 1 ? 'file' : 'files'}`

/** For programs. */
export function renderJson<R extends Rewriting>({ name, data }: Command<R>, { rewritten }: RewriteRun<R>): string {
  const filesOf = ({ parts }: Shown) => parts.map((part) => ({ path: part.source.path, changed: isChanged(part) }))
  const reportOn = (one: Rewritten<R>) => ({
    ...data(one),
    refusals: one.refusals.map(({ message, range }) => ({ message, ...placeOf(one, range) })),
  })
  const single = rewritten.filter(({ scope }) => scope === undefined)
  const books = rewritten.filter(({ scope }) => scope !== undefined)
  const report = {
    version: 1,
    tool: { name: 'footlint', version },
    command: name,
    files: single.flatMap((one) => filesOf(one).map((file) => ({ ...file, ...reportOn(one) }))),
    books: books.map((one) => ({ scope: one.scope, files: filesOf(one), ...reportOn(one) })),
  }
  return `${printableJson(JSON.stringify(report, undefined, 2))}\n`
}
