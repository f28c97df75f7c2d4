import type { Run } from '../finding.ts'
import { lintBytes, lintFiles } from '../project/lint-files.ts'
import type { ProjectOptions } from '../project/visit.ts'
import type { Arguments, Values } from './args.ts'
import { baselineFor } from './baseline-choice.ts'
import { readFixMode } from './fix-mode.ts'
import { readInput } from './input.ts'
import type { Input } from './input.ts'
import { createProgress } from './progress.ts'
import { projectOptions } from './project-options.ts'
import { reporterOf } from './report-run.ts'
import type { World } from './streams.ts'
import type { RunTiming } from './timing.ts'

/** `footlint [paths]`: lints, reports, and gives the exit code. */
export async function check({ operands, values }: Arguments, world: World): Promise<number> {
  if (values.jsonl) return (await import('./jsonl.ts')).answerLines({ operands, values }, world)
  const timing = values.timing ? await beginTiming(values) : undefined
  const report = reporterOf(values, world)
  const mode = readFixMode(values)
  const place = baselineFor(operands, values, world.cwd)
  const options = { ...(await projectOptions(values, world)), stopwatch: timing?.stopwatch }
  if (values['print-config'] !== undefined) {
    return (await import('./print-config.ts')).printConfig(values['print-config'], options, world)
  }
  const input = await readInput(operands, values, world)
  if (values.debug !== undefined) {
    return (await import('./candidates.ts')).printCandidates(values.debug, input, options, world)
  }
  if (mode?.kind === 'diff') return (await import('./fix.ts')).printDiff(mode, input, options, world)
  const open = place && (await import('./baseline.ts')).openBaseline(place)
  const seen = mode
    ? await (await import('./fix.ts')).fix(mode, input, options, world)
    : await lint(input, options, world)
  const run = open ? (await import('./baseline.ts')).throughBaseline(seen, values, { open, input, world }) : seen
  // The fixed text of standard input takes standard output.
  const reported = () => report(run, mode?.kind === 'fix' && input.kind === 'stdin' ? world.stderr : undefined)
  if (!timing) return reported()
  const code = await timing.stopwatch.time('report', reported)
  timing.print(world.stderr)
  return code
}

async function beginTiming(values: Values): Promise<RunTiming> {
  return (await import('./timing.ts')).timeRun(values, () => performance.now())
}

async function lint(input: Input, options: ProjectOptions, world: World): Promise<Run> {
  if (input.kind === 'stdin') return lintBytes(input.path, input.bytes, options)
  const progress = createProgress(() => world.stderr)
  try {
    return await lintFiles(input.patterns, { ...options, onProgress: progress.update })
  } finally {
    progress.end()
  }
}
