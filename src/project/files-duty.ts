import { resolve } from 'node:path'
import { ConfigError } from '../errors.ts'
import type { Failure } from '../finding.ts'
import type { Source } from '../source.ts'
import { configurations } from './configurations.ts'
import { digest } from './effective.ts'
import { lintFile } from './lint-file.ts'
import { needsText, outcomeOf } from './outcome.ts'
import type { Outcome } from './outcome.ts'
import { readOptions, readSource } from './read.ts'
import { createShelf } from './shelf.ts'
import { idle } from './stopwatch.ts'
import type { Measured } from './stopwatch.ts'
import { createUsage } from './usage.ts'
import { attempt } from './visit-file.ts'
import type { ProjectOptions } from './visit.ts'
import { contentOf, encodeSource } from './write.ts'

/** What a thread has to know to lint files as the main one would: all that can be sent. */
export type FilesDuty = Pick<ProjectOptions, 'config' | 'commandLine' | 'plugins' | 'inlineConfig'> & {
  readonly cwd: string
  /** Whether the results are kept. */
  readonly isKept: boolean
  /** Whether it has to say how long everything takes. */
  readonly isTimed: boolean
}

/** What came of a file. The text comes along only where it is needed; `undefined` where others have to be read with it. */
export interface Reply {
  readonly outcome?: Outcome
  /** With its byte order mark. */
  readonly text?: string
  /** A hash of the content, for results that are kept. */
  readonly content?: string
  /** How long everything took since the last file that said so. */
  readonly measured?: Measured
  readonly failures: readonly Failure[]
}

/** Lints files in a thread. What depends on other files is left to the main thread, mistakes of configuration too. */
export async function beginFiles(duty: FilesDuty): Promise<(paths: readonly string[]) => Promise<Reply[]>> {
  const cwd = resolve(duty.cwd)
  const configurationOf = await configurations(cwd, duty)
  const shelf = createShelf(cwd)
  const usage = createUsage()
  const timing = duty.isTimed ? (await import('./timing.ts')).createTiming(() => performance.now()) : undefined
  const stopwatch = timing ?? idle

  async function lintOne(path: string): Promise<Reply> {
    const resolution = (await configurationOf(path)).resolve(path)
    let reply: Reply = { failures: [] }
    const take = () => stopwatch.time('read', () => readSource(path, cwd, readOptions(resolution)))
    const failures = await attempt(
      { path, take, resolution, shelf, stopwatch },
      async (source, { settings }, read, library) => {
        const { result, document } = await lintFile(source, settings, { read, library, stopwatch })
        const outcome = outcomeOf(result, library, usage.take(document, library))
        if (outcome) reply = replyOf(source, outcome, duty.isKept)
      },
    )
    return failures.length > 0 ? { failures } : reply
  }

  return async (paths) => {
    const replies: Reply[] = []
    // oxlint-disable-next-line no-await-in-loop -- one text after the other, so that only one is held
    for (const path of paths) replies.push(await lintOne(path).catch(leaveToMain))
    const [first, ...others] = replies
    return first && timing ? [{ ...first, measured: timing.take() }, ...others] : replies
  }
}

function replyOf(source: Source, outcome: Outcome, isKept: boolean): Reply {
  const bytes = isKept ? encodeSource(source) : undefined
  return {
    outcome,
    failures: [],
    ...(needsText(outcome) && { text: contentOf(source) }),
    ...(bytes && { content: digest(bytes) }),
  }
}

function leaveToMain(error: unknown): Reply {
  if (error instanceof ConfigError) return { failures: [] }
  throw error
}
