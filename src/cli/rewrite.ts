import { UsageError } from '../errors.ts'
import { unifiedDiff } from '../fix/diff.ts'
import { rewriteBytes, rewriteFiles } from '../project/rewrite-files.ts'
import type { Rewriting, RewriteRun } from '../project/rewrite-files.ts'
import { encodeSource } from '../project/write.ts'
import type { Arguments, Values } from './args.ts'
import { complainAbout } from './check.ts'
import { readInput } from './input.ts'
import type { Input } from './input.ts'
import { projectOptions } from './project-options.ts'
import { isChanged, renderJson, renderPretty } from './rewrite-report.ts'
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
  const { allowed, rewrite } = command
  const options = { ...(await projectOptions(values, world)), allowed, rewrite, write: !look }
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

function textOf(input: Extract<Input, { kind: 'stdin' }>, { files: [file] }: RewriteRun<Rewriting>): string {
  return (file ? encodeSource({ ...file.before, text: file.text }) : input.bytes).toString()
}

function writeDiffs({ files }: RewriteRun<Rewriting>, stdout: Output): void {
  for (const { before, text } of files) {
    const after = encodeSource({ ...before, text })
    const diff = unifiedDiff(before.path, encodeSource(before).toString(), after.toString())
    if (diff !== '') stdout.write(diff)
  }
}

function exitCode({ files, failures }: RewriteRun<Rewriting>, isLook: boolean): number {
  if (failures.length > 0) return 2
  return files.some((file) => file.refusals.length > 0 || (isLook && isChanged(file))) ? 1 : 0
}
