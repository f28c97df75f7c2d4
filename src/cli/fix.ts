import type { Finding, Run } from '../finding.ts'
import { unifiedDiff } from '../fix/diff.ts'
import { isMade } from '../fix/offers.ts'
import { fixBytes, fixFiles } from '../project/fix-files.ts'
import type { FixFilesOptions, FixedFile, FixRun } from '../project/fix-files.ts'
import type { ProjectOptions } from '../project/visit.ts'
import { encodeSource } from '../project/write.ts'
import { printable } from '../reporters/terminal.ts'
import { positionAt } from '../source.ts'
import { complainAbout } from './report-run.ts'
import type { FixMode } from './fix-mode.ts'
import type { Input } from './input.ts'
import { createProgress } from './progress.ts'
import type { Output, World } from './streams.ts'

/** `--fix` and `--fix-dry-run`: gives the run over what is left; says what was done on standard error. */
export async function fix(mode: FixMode, input: Input, options: ProjectOptions, world: World): Promise<Run> {
  const fixed = await fixInput(mode, input, options, world)
  if (mode.kind === 'fix' && input.kind === 'stdin') world.stdout.write(fixedText(input.bytes, fixed.files))
  describe(mode, fixed, world.stderr)
  return fixed.run
}

/** `--diff`: exit code 1 where there is anything to fix. */
export async function printDiff(mode: FixMode, input: Input, options: ProjectOptions, world: World): Promise<number> {
  const fixRun = await fixInput(mode, input, options, world)
  const { run, files } = fixRun
  const diffs = files.map(({ before, fixed: { result } }) =>
    unifiedDiff(before.path, encodeSource(before).toString(), encodeSource(result.source).toString()),
  )
  for (const diff of diffs) if (diff !== '') world.stdout.write(diff)
  describe(mode, fixRun, world.stderr)
  complainAbout(run.failures, world.stderr)
  if (run.failures.length > 0) return 2
  return diffs.some((diff) => diff !== '') ? 1 : 0
}

async function fixInput(mode: FixMode, input: Input, project: ProjectOptions, world: World): Promise<FixRun> {
  const options: FixFilesOptions = { ...project, unsafe: mode.unsafe, write: mode.kind === 'fix' }
  if (input.kind === 'stdin') return fixBytes(input.path, input.bytes, options)
  const progress = createProgress(() => world.stderr)
  try {
    return await fixFiles(input.patterns, { ...options, onProgress: progress.update })
  } finally {
    progress.end()
  }
}

/** An editor takes what comes for the new text, so a document that is ignored comes back as it is. */
function fixedText(bytes: Buffer, [file]: readonly FixedFile[]): string {
  return (file ? encodeSource(file.fixed.result.source) : bytes).toString()
}

function describe({ kind, unsafe }: FixMode, { run, files, leftAlone, reaching }: FixRun, stderr: Output): void {
  const say = (line: string) => stderr.write(`footlint: ${line}\n`)
  for (const { fixed } of files) for (const line of refusals(fixed)) say(line)
  if (leftAlone.length > 0)
    say(
      `note: nothing is fixed in ${counted(leftAlone.length, 'file')} of a book that cannot be read as a whole: ${listed(leftAlone)}`,
    )
  const made = files.flatMap(({ fixed }) => fixed.made.map(({ finding }) => finding))
  const count = files.filter(({ fixed }) => fixed.made.length > 0).length
  if (made.length > 0) {
    say(
      `${kind === 'fix' ? 'fixed' : 'would fix'} ${counted(made.length, 'problem')} in ${counted(count, 'file')}: ${byRule(made)}`,
    )
  }
  const far = reaching.filter(({ fix: open }) => open.edits.length > 0)
  const left = [
    ...run.files
      .flatMap((file) => file.findings)
      .filter(({ fix: open }) => open?.safe === false && open.edits.length > 0),
    ...far.filter(({ fix: open }) => !open.safe).map(({ finding }) => finding),
  ]
  if (left.length > 0 && !unsafe)
    say(`${counted(left.length, 'more fix', 'more fixes')} with --unsafe-fixes: ${byRule(left)}`)
  const beyond = far.filter(({ fix: open }) => isMade(open, unsafe))
  if (beyond.length > 0) {
    const found = byRule(beyond.map(({ finding }) => finding))
    const paths = [...new Set(beyond.flatMap((one) => one.paths))]
    say(
      `${counted(beyond.length, 'more fix', 'more fixes')} if all of these files of a book are named: ${listed(paths)}: ${found}`,
    )
  }
}

const listed = (paths: readonly string[]) => paths.map(printable).join(', ')

function* refusals({ result, refused, unsettled }: FixedFile['fixed']): Generator<string> {
  const { source } = result
  for (const { offer, refusal } of refused) {
    const { line, column } = positionAt(source, offer.finding.range.start)
    const place = `${printable(source.path)}:${line}:${column}`
    yield `${place}: the fix of ${offer.finding.rule} is not made: ${printable(refusal.message)}`
  }
  if (unsettled) yield `${printable(source.path)}: stopped after ten rounds, there is more to fix; run it again`
}

/** `marker-spacing 10, marker-residue 2`, the most frequent first. */
function byRule(findings: readonly Finding[]): string {
  const counts = new Map<string, number>()
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  const sorted = [...counts].toSorted(([one, few], [other, many]) => many - few || (one < other ? -1 : 1))
  return sorted.map(([rule, number]) => `${rule} ${number}`).join(', ')
}

const counted = (number: number, one: string, many = `${one}s`) => `${number} ${number === 1 ? one : many}`
