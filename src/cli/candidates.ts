import { otherBrackets } from '../document/classify/others.ts'
import type { Document } from '../document/document.ts'
import { readDocument } from '../document/read.ts'
import { UsageError } from '../errors.ts'
import { visitBytes, visitFiles } from '../project/visit.ts'
import type { ProjectOptions, Visitor } from '../project/visit.ts'
import { printable } from '../reporters/terminal.ts'
import { positionAt } from '../source.ts'
import type { Range, Source } from '../source.ts'
import { complainAbout } from './report-run.ts'
import type { Input } from './input.ts'
import type { World } from './streams.ts'

/** `--debug candidates`: everything that might be a marker, a line each, with what the classifier says of it. */
export async function printCandidates(
  topic: string,
  input: Input,
  options: ProjectOptions,
  world: World,
): Promise<number> {
  if (topic !== 'candidates') throw new UsageError(`--debug ${topic}, expected --debug candidates`)
  const visitor: Visitor = {
    file(source, { settings }, read, library) {
      const document = readDocument(source, read, { ...settings, library })
      for (const line of linesOf(document, ({ start }) => ({ source, start }))) world.stdout.write(line)
    },
    async book({ texts, wanted, ...how }) {
      const { placeInFile } = await import('../document/book.ts')
      const { readBook } = await import('../document/read-book.ts')
      const book = readBook(texts, how)
      const locate = (range: Range) => {
        const place = placeInFile(book, range)
        return wanted.has(place.source.path) ? place : undefined
      }
      for (const line of book.documents.flatMap((document) => linesOf(document, locate))) world.stdout.write(line)
    },
  }
  const failures =
    input.kind === 'files'
      ? await visitFiles(input.patterns, options, visitor)
      : await visitBytes(input.path, input.bytes, options, visitor)
  complainAbout(failures, world.stderr)
  return failures.length > 0 ? 2 : 0
}

/** Says in which file a place of the document is, and where; nothing where nobody asked for that file. */
type Locate = (range: Range) => { readonly source: Source; readonly start: number } | undefined

function linesOf(document: Document, locate: Locate): string[] {
  const answers = [
    ...document.verdicts.map(({ candidate: { start, end, text, notation }, accepted, reason }) => {
      return { start, end, text, reason, answer: `${notation} ${accepted ? 'accepted' : 'rejected'}` }
    }),
    ...[...otherBrackets(document)].map((one) => ({ ...one, answer: 'rejected' })),
  ]
  return answers
    .toSorted((one, other) => one.start - other.start)
    .flatMap(({ start, end, text, reason, answer }) => {
      const where = locate({ start, end })
      if (!where) return []
      const { line, column } = positionAt(where.source, where.start)
      const place = `${printable(where.source.path)}:${line}:${column}`
      return [`${place}: ${printable(text)} ${answer}: ${printable(reason)}\n`]
    })
}
