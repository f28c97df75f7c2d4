import type { Verdict } from '../document/document.ts'
import { readDocument } from '../document/read.ts'
import { UsageError } from '../errors.ts'
import { visitBytes, visitFiles } from '../project/visit.ts'
import type { ProjectOptions, Visitor } from '../project/visit.ts'
import { printable } from '../reporters/terminal.ts'
import { positionAt } from '../source.ts'
import type { Source } from '../source.ts'
import { complainAbout } from './check.ts'
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
    file(source, { settings }, read) {
      const { verdicts } = readDocument(source, read, settings)
      for (const verdict of verdicts) world.stdout.write(renderVerdict({ source, ...verdict.candidate }, verdict))
    },
    async book({ texts, wanted, ...how }) {
      const { placeInFile } = await import('../document/book.ts')
      const { readBook } = await import('../document/read-book.ts')
      const book = readBook(texts, how)
      for (const verdict of book.documents.flatMap((document) => document.verdicts)) {
        const place = placeInFile(book, verdict.candidate)
        if (wanted.has(place.source.path)) world.stdout.write(renderVerdict(place, verdict))
      }
    },
  }
  const failures =
    input.kind === 'files'
      ? await visitFiles(input.patterns, options, visitor)
      : await visitBytes(input.path, input.bytes, options, visitor)
  complainAbout(failures, world.stderr)
  return failures.length > 0 ? 2 : 0
}

interface Where {
  readonly source: Source
  readonly start: number
}

function renderVerdict({ source, start }: Where, { candidate, accepted, reason }: Verdict): string {
  const { line, column } = positionAt(source, start)
  const answer = accepted ? 'accepted' : 'rejected'
  const place = `${printable(source.path)}:${line}:${column}`
  return `${place}: ${printable(candidate.text)} ${candidate.notation} ${answer}: ${printable(reason)}\n`
}
