import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { UsageError } from '../errors.ts'
import { summarize } from '../finding.ts'
import type { Failure, Run } from '../finding.ts'
import { withSlashes } from '../project/paths.ts'
import { printable } from '../reporters/terminal.ts'
import type { Values } from './args.ts'
import { wantsColor } from './color.ts'
import { readFormat } from './reporter.ts'
import type { Output, World } from './streams.ts'

/** Reports a run as the command line wants it, and gives the exit code. What is wrong with that is said before the run. */
export function reporterOf(values: Values, world: World): (run: Run, stream?: Output) => Promise<number> {
  const load = readFormat(values, world.cwd)
  const maxWarnings = readMaxWarnings(values['max-warnings'])
  return async (run, stream = world.whole ?? world.stdout) => {
    const report = await load()
    const file = values['output-file']
    const color = wantsColor(values, world.env, file === undefined ? stream : {})
    const known = await import('./rules.ts')
    const surroundings = {
      color,
      cwd: withSlashes(world.cwd),
      // Few formats list them.
      get rules() {
        return known.listed
      },
    }
    writeReport(report(values.quiet ? errorsOnly(run) : run, surroundings), file, stream, world.cwd)
    // Who asks for the stream has it made.
    if (run.failures.length > 0) complainAbout(run.failures, world.stderr)
    return exitCode(run, maxWarnings, world)
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
function exitCode(run: Run, maxWarnings: number, world: World): number {
  const { errors, warnings } = summarize(run)
  const tooMany = warnings > maxWarnings
  if (tooMany) world.stderr.write(`footlint: too many warnings: ${warnings}, --max-warnings allows ${maxWarnings}\n`)
  if (run.failures.length > 0) return 2
  const isStale = run.files.some((file) =>
    file.findings.some((finding) => finding.rule === 'directive-unused' && finding.severity !== 'info'),
  )
  return errors > 0 || tooMany || isStale ? 1 : 0
}
