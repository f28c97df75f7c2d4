import type { Failure } from '../finding.ts'
import { dutyOf, lintAlone } from './ask-thread.ts'
import type { Taken } from './ask-thread.ts'
import type { Reply } from './files-duty.ts'
import { createPool, WorkerCrash } from './pool.ts'
import type { Pool } from './pool.ts'
import { isContent } from './look.ts'
import { idle } from './stopwatch.ts'
import type { ProjectOptions, VisitedFile } from './visit.ts'
import type { Sharing, Work } from './visit-alone.ts'

type Options = ProjectOptions & { readonly cwd: string }

/** A batch is so large that sending it costs nothing, and so small that no thread is left with all the rest. */
const batchCharacters = 100_000
const batchFiles = 100

/** What is to be done, and what has come of it. */
interface State {
  readonly batches: VisitedFile[][]
  readonly done: Map<string, readonly Failure[]>
  /** What is the main thread's own: files that depend on more than themselves, mistakes of configuration. */
  readonly left: VisitedFile[]
}

/** Has so many threads lint files, the main one among them, which looks for more of them first. */
export function beginSharing(count: number, options: Options, taken: Taken): Sharing {
  ;(options.stopwatch ?? idle).count('threads', count)
  const pool = createPool(count - 1, dutyOf(options))
  const state: State = { batches: [], done: new Map(), left: [] }
  const drains = new Set<Promise<void>>()
  let filling: VisitedFile[] = []
  let characters = 0

  function send(): void {
    state.batches.push(filling)
    filling = []
    characters = 0
    if (drains.size >= count - 1) return
    const draining = drain(state, pool, takerOf(state, options, taken)).then(() => void drains.delete(draining))
    // One that failed stays, and says so to those who wait for all.
    draining.catch(() => {})
    drains.add(draining)
  }

  return {
    async add(file, size) {
      filling.push(file)
      characters += size
      if (characters >= batchCharacters || filling.length >= batchFiles) send()
      await giveWay()
    },
    async finish(work) {
      if (filling.length > 0) send()
      await help(state, work)
      await Promise.all(drains)
      // oxlint-disable-next-line no-await-in-loop -- one after the other, as documents are
      for (const file of state.left.toSorted(byPath)) state.done.set(file.path, await work(file))
      return state.done
    },
    end: pool.end,
  }
}

/** Has a thread do one batch after the other. */
async function drain({ batches }: State, pool: Pool, take: (file: VisitedFile, reply: Reply) => void): Promise<void> {
  for (let batch = batches.shift(); batch; batch = batches.shift()) {
    // oxlint-disable-next-line no-await-in-loop -- a thread does one at a time
    for (const [index, reply] of (await lintBatch(batch, pool)).entries()) take(batch[index]!, reply)
  }
}

function takerOf({ done, left }: State, { stopwatch = idle }: Options, taken: Taken) {
  return (file: VisitedFile, reply: Reply): void => {
    if (reply.measured) stopwatch.add(reply.measured)
    if (reply.outcome) taken(file, reply.outcome, reply)
    if (reply.outcome || reply.failures.length > 0) done.set(file.path, reply.failures)
    else left.push(file)
  }
}

/**
 * Does what no thread has begun, from the end; mistakes of configuration are said later, in their order. Rules of plugins are
 * not run here: a thread that they end is replaced.
 */
async function help({ batches, done, left }: State, work: Work): Promise<void> {
  while (batches.at(-1)?.every(({ resolution }) => isContent(resolution.settings))) {
    for (const file of batches.pop()!) {
      try {
        done.set(file.path, await work(file))
      } catch {
        left.push(file)
      }
      await giveWay()
    }
  }
}

/** Threads have something to say, and want more. */
const giveWay = () => new Promise<void>((resolve) => void setImmediate(resolve))

const byPath = ({ path: one }: VisitedFile, { path: other }: VisitedFile) => (one < other ? -1 : 1)

/** If the thread dies of it, each file is tried once more by itself; one that kills a thread again is given up. */
async function lintBatch(batch: readonly VisitedFile[], pool: Pool): Promise<readonly Reply[]> {
  try {
    return (await pool.run(batch.map(({ path }) => path))) as Reply[]
  } catch (error) {
    if (!(error instanceof WorkerCrash)) throw error
    return Promise.all(batch.map((file) => lintAlone(file, pool)))
  }
}
