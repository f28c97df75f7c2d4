import { cachedDataVersionTag, setFlagsFromString } from 'node:v8'
import { statOf } from '../project/stat.ts'

/**
 * Flags of V8 by its major version, that of Node 20, of 22, and of 24: how often code has to run before it is compiled once
 * more, to be faster. Most runs are over before that pays for the time that it takes.
 */
const flags: Readonly<Record<string, string>> = {
  11: '--interrupt-budget=132000',
  12: '--invocation-count-for-turbofan=6000',
  13: '--invocation-count-for-turbofan=20000',
}

/** Makes a short run shorter. An engine that is not known is left as it is: it complains of flags that it has not. */
export function tuneForShortRuns({ v8 = '' }: Readonly<Record<string, string | undefined>>): void {
  const flag = flags[v8.split('.')[0]!]
  if (flag) setFlagsFromString(flag)
}

/** Nothing runs often in a run over so much text, in bytes. */
const little = 32_000

/**
 * Whether a command line names documents, and so little of them that the run is over before it is worth tuning: to load
 * what tunes takes a tenth of it. What is an option's value is a file as well then, or none.
 */
export function isOverLittle(argv: readonly string[]): boolean {
  let size = 0
  for (const word of argv) {
    const stats = word.startsWith('-') ? undefined : statOf(word)
    if (stats) size += stats.isFile() ? stats.size : Infinity
  }
  return size > 0 && size <= little
}

/** What tells apart engines, with their flags, that keep their compiled code beside each other. */
export function engineTag(): string {
  return cachedDataVersionTag().toString(36)
}

/** What a process says of its engine. */
interface Engine {
  readonly version: string
  readonly arch: string
  readonly execArgv: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
}

/** The same of one that is as it was installed, without asking what takes long to load. V8 itself looks as well. */
export function plainEngineTag({ version, arch, execArgv, env }: Engine): string {
  return env['NODE_OPTIONS'] || execArgv.length > 0 ? engineTag() : `${version}-${arch}`
}
