import { UsageError } from '../errors.ts'
import { unifiedDiff } from '../fix/diff.ts'
import { isChanged, rewriteBytes, rewriteFiles } from '../project/rewrite-files.ts'
import type { Rewriting, RewriteRun } from '../project/rewrite-files.ts'
import { encodeSource } from '../project/write.ts'
import type { Arguments, Values } from './args.ts'
import { complainAbout } from './report-run.ts'
import { readInput } from './input.ts'
import type { Input } from './input.ts'
import { projectOptions } from './project-options.ts'
import { renderJson, renderPretty } from './rewrite-report.ts'
import type { Command } from './rewrite-report.ts'
import type { Output, World } from './streams.ts'

/** Writes the documents, unless only a look was asked for. Exit code 1: something is refused, or would change. */
export async function rewriteCommand<R extends Rewriting>(
  command: Command<R>,
  { operands, values }: Arguments,
  world: World,
): Promise<number> {
  const { render, look } = readLook(values)
  const input = await readInput(operands, values, world)
  if (operands.length === 0 && input.kind === 'files' && !look) throw withoutPaths(command.name)
  const { allowed, rewrite, join } = command
  const options = { ...(await projectOptions(values, world)), allowed, rewrite, join, write: !look }
  const run =
    input.kind === 'stdin'
      ? await rewriteBytes(input.path, input.bytes, options)
      : await rewriteFiles(input.patterns, options)
  const isFilter = input.kind === 'stdin' && !look
  if (isFilter) world.stdout.write(textOf(input, run))
  if (look === 'diff') writeDiffs(run, world.stdout)
  const stream = isFilter || look === 'diff' ? world.stderr : world.stdout
  stream.write(render(command, run, look !== undefined))
  complainAbout(run.failures, world.stderr)
  return exitCode(run, look !== undefined)
}

/** How the report looks, and whether anything is written at all. */
function readLook(values: Values): {
  readonly render: typeof renderPretty
  readonly look: 'diff' | 'dry-run' | undefined
} {
  const { format = 'pretty', diff, 'dry-run': dryRun } = values
  if (format !== 'pretty' && format !== 'json')
    throw new UsageError(`unknown format ${format}, expected pretty or json`)
  if (diff && dryRun) throw new UsageError('--diff and --dry-run exclude each other, expected one of them')
  return { render: format === 'json' ? renderJson : renderPretty, look: diff ? 'diff' : dryRun ? 'dry-run' : undefined }
}

/** What a linter reports on without being told where, this would change. */
function withoutPaths(name: string): UsageError {
  return new UsageError(`\`footlint ${name}\` writes files, expected paths or --stdin`, {
    hint: `\`footlint ${name} .\` takes every document below the working directory; --dry-run and --diff write nothing`,
  })
}

function textOf(input: Extract<Input, { kind: 'stdin' }>, { rewritten: [one] }: RewriteRun<Rewriting>): string {
  const part = one?.parts[0]
  return (part ? encodeSource({ ...part.source, text: part.text }) : input.bytes).toString()
}

function writeDiffs({ rewritten }: RewriteRun<Rewriting>, stdout: Output): void {
  for (const { source, text } of rewritten.flatMap(({ parts }) => parts)) {
    const after = encodeSource({ ...source, text })
    const diff = unifiedDiff(source.path, encodeSource(source).toString(), after.toString())
    if (diff !== '') stdout.write(diff)
  }
}

function exitCode({ rewritten, failures }: RewriteRun<Rewriting>, isLook: boolean): number {
  if (failures.length > 0) return 2
  return rewritten.some(({ parts, refusals }) => refusals.length > 0 || (isLook && parts.some(isChanged))) ? 1 : 0
}
