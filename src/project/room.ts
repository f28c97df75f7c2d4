import { totalmem } from 'node:os'
import { setFlagsFromString } from 'node:v8'
import type { ResourceLimits } from 'node:worker_threads'
import type { Failure } from '../finding.ts'
import { dutyOf, lintAlone } from './ask-thread.ts'
import type { Taken } from './ask-thread.ts'
import { createPool } from './pool.ts'
import { idle } from './stopwatch.ts'
import type { ProjectOptions, VisitedFile } from './visit.ts'

/**
 * Three quarters of the memory that the process may use. Much of what is made of a text stays until the end: where little is
 * looked through at a time, it is moved about again and again.
 */
export function mostRoom(): ResourceLimits {
  const constrained = process.constrainedMemory?.() ?? 0
  const memory = constrained > 0 ? Math.min(constrained, totalmem()) : totalmem()
  return { maxOldGenerationSizeMb: Math.floor((memory * 0.75) / 2 ** 20), maxYoungGenerationSizeMb: 192 }
}

/** For the same reason, garbage is not looked for before there are so many MiB. */
const untouched = 2000

/**
 * Does something while threads that are started have room; they are started in their own time, so that what is set has to
 * stay until they are done. Compiled code is for an engine with the flags under which it was kept: what is needed is loaded
 * before.
 */
export async function withRoom<T>(room: ResourceLimits, work: () => Promise<T>): Promise<T> {
  setFlagsFromString(`--initial-old-space-size=${Math.min(untouched, (room.maxOldGenerationSizeMb ?? 0) >> 1)}`)
  try {
    return await work()
  } finally {
    setFlagsFromString('--initial-old-space-size=0')
  }
}

/**
 * Lints a document in a thread of its own that may take up so much memory, and ends it: what it needs may be more than Node
 * gives to a process, and is free again for the next one. `undefined` where the document is the main thread's own.
 */
export async function lintWithRoom(
  file: VisitedFile,
  options: ProjectOptions & { readonly cwd: string },
  taken: Taken,
  room = mostRoom(),
): Promise<readonly Failure[] | undefined> {
  const pool = createPool(1, dutyOf(options), room)
  try {
    const reply = await withRoom(room, () => lintAlone(file, pool))
    if (reply.measured) (options.stopwatch ?? idle).add(reply.measured)
    if (reply.outcome) taken(file, reply.outcome, reply)
    return reply.outcome || reply.failures.length > 0 ? reply.failures : undefined
  } finally {
    await pool.end()
  }
}
