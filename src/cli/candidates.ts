import { otherBrackets } from '../document/classify/others.ts'
import type { Document } from '../document/document.ts'
import { readDocument } from '../document/read.ts'
import { UsageError } from '../errors.ts'
import { visitBytes, visitFiles } from '../project/visit.ts'
import type { ProjectOptions, Visit } from '../project/visit.ts'
import { printable } from '../reporters/terminal.ts'
import { positionAt } from '../source.ts'
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
  const visit: Visit = (source, _resolution, read) => {
    world.stdout.write(linesOf(readDocument(source, read)).join(''))
  }
  const failures =
    input.kind === 'files'
      ? await visitFiles(input.patterns, options, visit)
      : await visitBytes(input.path, input.bytes, options, visit)
  complainAbout(failures, world.stderr)
  return failures.length > 0 ? 2 : 0
}

function linesOf(document: Document): string[] {
  const { source, verdicts } = document
  const answers = [
    ...verdicts.map(({ candidate: { start, text, notation }, accepted, reason }) => {
      return { start, text, reason, answer: `${notation} ${accepted ? 'accepted' : 'rejected'}` }
    }),
    ...[...otherBrackets(document)].map(({ start, text, reason }) => ({ start, text, reason, answer: 'rejected' })),
  ]
  return answers
    .toSorted((one, other) => one.start - other.start)
    .map(({ start, text, reason, answer }) => {
      const { line, column } = positionAt(source, start)
      const place = `${printable(source.path)}:${line}:${column}`
      return `${place}: ${printable(text)} ${answer}: ${printable(reason)}\n`
    })
}
