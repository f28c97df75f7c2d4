import { totalmem } from 'node:os'
import type { Failure } from '../finding.ts'
import { dutyOf, lintAlone } from './ask-thread.ts'
import type { Taken } from './ask-thread.ts'
import { createPool } from './pool.ts'
import { idle } from './stopwatch.ts'
import type { ProjectOptions, VisitedFile } from './visit.ts'

/** What three quarters of the memory hold that the process may use, in MiB. */
export function mostRoom(): number {
  const constrained = process.constrainedMemory?.() ?? 0
  const memory = constrained > 0 ? Math.min(constrained, totalmem()) : totalmem()
  return Math.floor((memory * 0.75) / 2 ** 20)
}

/**
 * Lints a document in a thread of its own that may take up so many MiB, and ends it: what it needs is more than Node gives
 * to a process, and is free again for the next one. `undefined` where the document is the main thread's own.
 */
export async function lintWithRoom(
  file: VisitedFile,
  options: ProjectOptions & { readonly cwd: string },
  taken: Taken,
  room = mostRoom(),
): Promise<readonly Failure[] | undefined> {
  const pool = createPool(1, dutyOf(options), room)
  try {
    const reply = await lintAlone(file, pool)
    if (reply.measured) (options.stopwatch ?? idle).add(reply.measured)
    if (reply.outcome) taken(file, reply.outcome, reply)
    return reply.outcome || reply.failures.length > 0 ? reply.failures : undefined
  } finally {
    await pool.end()
  }
}
