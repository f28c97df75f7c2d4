import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import type { Failure } from '../finding.ts'
import { issuesUrl } from '../version.ts'
import type { FilesDuty, Reply } from './files-duty.ts'
import { createPool, WorkerCrash } from './pool.ts'
import type { Pool } from './pool.ts'
import type { Outcome } from './outcome.ts'
import { statOf } from './stat.ts'
import { idle } from './stopwatch.ts'
import type { ProjectOptions, VisitedFile } from './visit.ts'

/** Takes what a thread says of a file. */
export type Taken = (file: VisitedFile, outcome: Outcome, reply: Reply) => void

interface Sized extends VisitedFile {
  readonly size: number
}

/**
 * Files of fewer bytes are read by one thread: reading them takes less than starting others, which have to load and warm up
 * what reads documents. `npm run bench:threads` compares.
 */
const worthwhile = 200_000_000
/** A batch is so large that sending it costs nothing, and so small that no thread is left with all the rest. */
const batchBytes = 500_000
const batchFiles = 100

/**
 * Has threads lint files, if there is enough to do. Gives what went wrong with each file that they dealt with; the others,
 * those that depend on more than themselves, are left.
 */
export async function shareFiles(
  files: readonly VisitedFile[],
  options: ProjectOptions & { readonly cwd: string },
  taken: Taken,
): Promise<ReadonlyMap<string, readonly Failure[]>> {
  const count = threadsFor(files, options)
  if (count === 0) return new Map()
  const sized = files.map((file): Sized => ({
    path: file.path,
    resolution: file.resolution,
    size: sizeOf(file, options.cwd),
  }))
  const { cwd, config, commandLine, plugins, inlineConfig, cache, stopwatch } = options
  const told = { isKept: cache !== undefined, isTimed: stopwatch !== undefined }
  const duty = { cwd, config, commandLine, plugins, inlineConfig, ...told } as FilesDuty
  const { add, count: note } = stopwatch ?? idle
  note('threads', count)
  const pool = createPool(count, { name: 'files', options: duty })
  const done = new Map<string, readonly Failure[]>()
  try {
    const work = batchesOf(sized).map(async (batch) => {
      for (const [index, reply] of (await lintBatch(batch, pool)).entries()) {
        const file = batch[index]!
        if (reply.measured) add(reply.measured)
        if (reply.outcome) taken(file, reply.outcome, reply)
        if (reply.outcome || reply.failures.length > 0) done.set(file.path, reply.failures)
      }
    })
    await Promise.all(work)
  } finally {
    await pool.end()
  }
  return done
}

/** How many threads the files are worth; none where a configuration is a value that cannot be sent. */
function threadsFor(
  files: readonly VisitedFile[],
  { concurrency = 'off', config, cwd }: ProjectOptions & { readonly cwd: string },
): number {
  if (concurrency === 'off' || typeof config === 'object') return 0
  if (concurrency !== 'auto') return concurrency
  const cores = availableParallelism()
  return cores > 1 && estimate(files, cwd) > worthwhile ? cores : 0
}

/** To ask about every file takes a part of the time that the work does; one of so many says enough. */
const sample = 16

/** About so many bytes have to be read. */
function estimate(files: readonly VisitedFile[], cwd: string): number {
  const asked = files.filter((_, index) => index % sample === 0)
  const bytes = asked.reduce((sum, file) => sum + sizeOf(file, cwd), 0)
  return (bytes * files.length) / asked.length
}

const sizeOf = ({ path }: VisitedFile, cwd: string): number => statOf(resolve(cwd, path))?.size ?? 0

function batchesOf(files: readonly Sized[]): Sized[][] {
  const batches: Sized[][] = []
  let bytes = Infinity
  for (const file of files) {
    bytes += file.size
    const last = batches.at(-1)
    if (last && bytes <= batchBytes && last.length < batchFiles) last.push(file)
    else {
      batches.push([file])
      bytes = file.size
    }
  }
  return batches
}

/** If the thread dies of it, each file is tried once more by itself; one that kills a thread again is given up. */
async function lintBatch(batch: readonly VisitedFile[], pool: Pool): Promise<readonly Reply[]> {
  try {
    return (await pool.run(batch.map(({ path }) => path))) as Reply[]
  } catch (error) {
    if (!(error instanceof WorkerCrash)) throw error
    return Promise.all(batch.map((file) => lintAlone(file, pool)))
  }
}

async function lintAlone({ path }: VisitedFile, pool: Pool): Promise<Reply> {
  try {
    const [reply] = (await pool.run([path])) as Reply[]
    return reply!
  } catch (error) {
    const message = `footlint broke on this file: ${(error as Error).message}; please report it: ${issuesUrl}`
    return { failures: [{ path, message }] }
  }
}
