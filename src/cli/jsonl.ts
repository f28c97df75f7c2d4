import { UsageError } from '../errors.ts'
import { answerStream } from '../project/lines/stream.ts'
import type { Sink } from '../project/lines/stream.ts'
import type { Arguments } from './args.ts'
import { refuseBeside } from './exclusions.ts'
import type { OptionName } from './options.ts'
import { projectOptions } from './project-options.ts'
import type { Output, World } from './streams.ts'

const defaultLimit = 64 * 1024 * 1024
const largestLimit = 500 * 1024 * 1024

/** What counts for a document of a stream; all else is about files, or about what is written of them. */
const companions = new Set<OptionName>([
  'jsonl-limit',
  'config',
  'no-config',
  'no-plugins',
  'rule',
  'no-inline-config',
  'report-unused-disable-directives-severity',
  'concurrency',
  'color',
  'no-color',
])

/**
 * `--jsonl`: answers each line of standard input with one of standard output. What is found in a document is no reason for
 * another exit code than 0: those that drive such a filter take that for a crash.
 */
export async function answerLines(
  { operands, values }: Pick<Arguments, 'operands' | 'values'>,
  world: World,
): Promise<number> {
  refuseBeside('jsonl', values, (other) => !companions.has(other))
  if (operands.some((operand) => operand !== '-'))
    throw new UsageError(`--jsonl reads standard input, expected no paths, found ${operands.join(' ')}`)
  const { config, commandLine, plugins = true, inlineConfig = true, concurrency } = await projectOptions(values, world)
  const limit = readLimit(values['jsonl-limit'])
  const duty = { cwd: world.cwd, config, commandLine, plugins, inlineConfig, limit }
  await answerStream(world.stdin, sinkTo(world.stdout), { ...duty, concurrency })
  return 0
}

function readLimit(text: string | undefined): number {
  if (text === undefined) return defaultLimit
  const limit = Number(text)
  if (/^\d+$/.test(text) && limit > 0 && limit <= largestLimit) return limit
  throw new UsageError(`--jsonl-limit ${text}, expected a number of bytes from 1 to ${largestLimit}`)
}

/** A stream of Node; a collector in a test is none of these. */
interface Pipe extends Output {
  readonly writable?: boolean
  once?: (event: string, listener: () => void) => void
}

/** Waits where the reader is slower, and stops where it has gone. */
function sinkTo(stream: Pipe): Sink {
  return async (text) => {
    const isThrough = stream.write(text) !== false
    if (!isThrough && stream.writable !== false && stream.once) await settled(stream)
    return stream.writable !== false
  }
}

function settled(stream: Pipe): Promise<void> {
  return new Promise((resolve) => {
    for (const event of ['drain', 'close', 'error']) stream.once?.(event, resolve)
  })
}
