import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { UsageError } from '../errors.ts'
import { relativePath } from '../project/paths.ts'
import { meantCommand } from './args.ts'
import type { Values } from './args.ts'
import type { World } from './streams.ts'

/** What is to be checked. */
export type Input =
  | { readonly kind: 'files'; readonly patterns: readonly string[] }
  | { readonly kind: 'stdin'; readonly path: string; readonly bytes: Buffer }

/** Reads standard input if it was asked for; without any path, the working directory is meant. */
export async function readInput(operands: readonly string[], values: Values, world: World): Promise<Input> {
  const dashes = operands.filter((operand) => operand === '-')
  if (values.stdin || dashes.length > 0) {
    const change = values.staged ? '--staged' : values['changed-since'] === undefined ? undefined : '--changed-since'
    if (change) throw new UsageError(`${change} asks git for documents, expected it without standard input`)
    const others = operands.filter((operand) => operand !== '-')
    if (others.length > 0)
      throw new UsageError(`expected standard input or paths, found both: - and ${others.join(' ')}`)
    return { kind: 'stdin', path: stdinPath(values, world.cwd), bytes: await readAll(world.stdin) }
  }
  if (values['stdin-filename'] !== undefined) {
    throw new UsageError('--stdin-filename names a document on standard input, expected --stdin with it')
  }
  refuseMistypedCommand(operands, world.cwd)
  return { kind: 'files', patterns: operands.length === 0 ? ['.'] : operands }
}

export const unnamedInput = '<stdin>'

function stdinPath(values: Values, cwd: string): string {
  const name = values['stdin-filename']
  return name === undefined ? unnamedInput : relativePath(cwd, resolve(cwd, name))
}

async function readAll(stream: World['stdin']): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk)
  return Buffer.concat(chunks)
}

/** `footlint explian marker-gap` is no pair of missing files. */
function refuseMistypedCommand(operands: readonly string[], cwd: string): void {
  const [first] = operands
  // To see that it is there takes less than to compare words.
  if (first === undefined || existsSync(resolve(cwd, first))) return
  const meant = meantCommand(first)
  if (meant === undefined) return
  throw new UsageError(`there is no command and no file ${first}, did you mean \`footlint ${meant}\`?`)
}
