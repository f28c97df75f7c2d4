import type { Document } from '../document/document.ts'
import type { Allowance } from '../fix/verify.ts'
import type { Rewriting, Rewritten, RewriteRun } from '../project/rewrite-files.ts'
import { printable, printableJson } from '../reporters/terminal.ts'
import { positionAt } from '../source.ts'
import { version } from '../version.ts'

/** A command that rewrites documents, and how it speaks of what it did. */
export interface Command<R extends Rewriting> {
  readonly name: 'renumber' | 'convert'
  /** `renumbered`. */
  readonly done: string
  readonly allowed: readonly Allowance[]
  readonly rewrite: (document: Document) => R
  /** Lines about a document that changes. */
  readonly lines: (rewritten: Rewritten<R>) => readonly string[]
  /** What the JSON report says of a document besides its refusals. */
  readonly data: (rewritten: Rewritten<R>) => object
}

/** Whether there is anything to write. */
export const isChanged = ({ before, text }: Rewritten<Rewriting>) => before.text !== text

/** For people: what became of each document, and why something did not. */
export function renderPretty<R extends Rewriting>(
  { done, lines }: Command<R>,
  { files }: RewriteRun<R>,
  isLook: boolean,
): string {
  const shown = files.filter((file) => isChanged(file) || file.refusals.length > 0)
  const blocks = shown.map((file) => {
    const { before, refusals } = file
    const refused = refusals.map(({ message, range }) => {
      const { line, column } = positionAt(before, range.start)
      return `  ${line}:${column}  not ${done}: ${printable(message)}\n`
    })
    const own = isChanged(file) ? lines(file).map((line) => `  ${printable(line)}\n`) : []
    return [`${printable(before.path)}\n`, ...own, ...refused, '\n'].join('')
  })
  return `${blocks.join('')}${summary(files, done, isLook)}\n`
}

function summary(files: readonly Rewritten<Rewriting>[], done: string, isLook: boolean): string {
  const changed = files.filter(isChanged).length
  const refused = files.filter((file) => file.refusals.length > 0).length
  const idle = files.filter((file) => !isChanged(file) && file.refusals.length === 0).length
  const parts = [
    `${counted(changed)} ${isLook ? 'would be ' : ''}${done}`,
    refused > 0 ? `something refused in ${counted(refused)}` : '',
    idle > 0 ? `nothing to do in ${counted(idle)}` : '',
  ]
  return parts.filter((part) => part !== '').join(', ')
}

const counted = (number: number) => `${number} ${number === 1 ? 'file' : 'files'}`

/** For programs. */
export function renderJson<R extends Rewriting>({ name, data }: Command<R>, { files }: RewriteRun<R>): string {
  const report = printableJson(
    JSON.stringify(
      {
        version: 1,
        tool: { name: 'footlint', version },
        command: name,
        files: files.map((file) => ({
          path: file.before.path,
          changed: isChanged(file),
          ...data(file),
          refusals: file.refusals.map(({ message, range }) => ({
            message,
            start: positionAt(file.before, range.start),
            end: positionAt(file.before, range.end),
          })),
        })),
      },
      undefined,
      2,
    ),
  )
  return `${report}\n`
}
