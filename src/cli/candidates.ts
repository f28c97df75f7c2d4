import type { Verdict } from '../document/document.ts'
import { readDocument } from '../document/read.ts'
import { UsageError } from '../errors.ts'
import { visitBytes, visitFiles } from '../project/visit.ts'
import type { ProjectOptions, Visit } from '../project/visit.ts'
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
  const visit: Visit = (source, _resolution, read, library) => {
    const lines = readDocument(source, read, library).verdicts.map((verdict) => `${renderVerdict(source, verdict)}\n`)
    world.stdout.write(lines.join(''))
  }
  const failures =
    input.kind === 'files'
      ? await visitFiles(input.patterns, options, visit)
      : await visitBytes(input.path, input.bytes, options, visit)
  complainAbout(failures, world.stderr)
  return failures.length > 0 ? 2 : 0
}

function renderVerdict(source: Source, { candidate, accepted, reason }: Verdict): string {
  const { line, column } = positionAt(source, candidate.start)
  const answer = accepted ? 'accepted' : 'rejected'
  const place = `${printable(source.path)}:${line}:${column}`
  return `${place}: ${printable(candidate.text)} ${candidate.notation} ${answer}: ${printable(reason)}`
}
