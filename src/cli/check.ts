import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { UsageError } from '../errors.ts'
import { summarize } from '../finding.ts'
import type { Failure, Run } from '../finding.ts'
import { lintBytes, lintFiles } from '../project/lint-files.ts'
import { withSlashes } from '../project/paths.ts'
import type { ProjectOptions } from '../project/visit.ts'
import { printable } from '../reporters/terminal.ts'
import type { Arguments } from './args.ts'
import { baselineFor } from './baseline-choice.ts'
import { wantsColor } from './color.ts'
import { readFixMode } from './fix-mode.ts'
import { readInput } from './input.ts'
import type { Input } from './input.ts'
import { createProgress } from './progress.ts'
import { projectOptions } from './project-options.ts'
import { readFormat } from './reporter.ts'
import type { Output, World } from './streams.ts'

/** `footlint [paths]`: lints, reports, and gives the exit code. */
export async function check({ operands, values }: Arguments, world: World): Promise<number> {
  const load = readFormat(values, world.cwd)
  const maxWarnings = readMaxWarnings(values['max-warnings'])
  const mode = readFixMode(values)
  const place = baselineFor(operands, values, world.cwd)
  const options = await projectOptions(values, world)
  if (values['print-config'] !== undefined) {
    return (await import('./print-config.ts')).printConfig(values['print-config'], options, world)
  }
  const input = await readInput(operands, values, world)
  if (values.debug !== undefined) {
    return (await import('./candidates.ts')).printCandidates(values.debug, input, options, world)
  }
  if (mode?.kind === 'diff') return (await import('./fix.ts')).printDiff(mode, input, options, world)
  const seen = mode
    ? await (await import('./fix.ts')).fix(mode, input, options, world)
    : await lint(input, options, world)
  const run = place ? (await import('./baseline.ts')).throughBaseline(seen, values, { place, input, world }) : seen
  const report = await load()
  const file = values['output-file']
  // The fixed text of standard input takes standard output.
  const stream = mode?.kind === 'fix' && input.kind === 'stdin' ? world.stderr : world.stdout
  const color = wantsColor(values, world.env, file === undefined ? stream : {})
  const { listed: rules } = await import('./rules.ts')
  const surroundings = { color, cwd: withSlashes(world.cwd), rules }
  writeReport(report(values.quiet ? errorsOnly(run) : run, surroundings), file, stream, world.cwd)
  complainAbout(run.failures, world.stderr)
  return exitCode(run, maxWarnings, world.stderr)
}

async function lint(input: Input, options: ProjectOptions, world: World): Promise<Run> {
  if (input.kind === 'stdin') return lintBytes(input.path, input.bytes, options)
  const progress = createProgress(world.stderr)
  try {
    return await lintFiles(input.patterns, { ...options, onProgress: progress.update })
  } finally {
    progress.end()
  }
}

function readMaxWarnings(text: string | undefined): number {
  if (text === undefined) return Infinity
  if (/^\d+$/.test(text)) return Number(text)
  throw new UsageError(`--max-warnings ${text}, expected a whole number that is not negative`)
}

function errorsOnly(run: Run): Run {
  const files = run.files.map((file) => ({
    ...file,
    findings: file.findings.filter((finding) => finding.severity === 'error'),
  }))
  return { ...run, files }
}

function writeReport(text: string, file: string | undefined, stream: Output, cwd: string): void {
  if (file === undefined) {
    stream.write(text)
    return
  }
  try {
    writeFileSync(resolve(cwd, file), text)
  } catch (error) {
    throw new UsageError(`cannot write the report to ${file}: ${(error as Error).message}`, { cause: error })
  }
}

/** One line for each file that could not be checked. */
export function complainAbout(failures: readonly Failure[], stderr: Output): void {
  for (const { path, message } of failures) stderr.write(`footlint: ${printable(path)}: ${printable(message)}\n`)
}

/** 2: something could not be checked. 1: errors, too many warnings, or directives that have become useless. */
function exitCode(run: Run, maxWarnings: number, stderr: Output): number {
  const { errors, warnings } = summarize(run)
  const tooMany = warnings > maxWarnings
  if (tooMany) stderr.write(`footlint: too many warnings: ${warnings}, --max-warnings allows ${maxWarnings}\n`)
  if (run.failures.length > 0) return 2
  const isStale = run.files.some((file) =>
    file.findings.some((finding) => finding.rule === 'directive-unused' && finding.severity !== 'info'),
  )
  return errors > 0 || tooMany || isStale ? 1 : 0
}
