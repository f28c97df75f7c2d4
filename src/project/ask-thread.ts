import { issuesUrl } from '../version.ts'
import type { FilesDuty, Reply } from './files-duty.ts'
import type { Outcome } from './outcome.ts'
import { WorkerCrash } from './pool.ts'
import type { Duty, Pool } from './pool.ts'
import type { ProjectOptions, VisitedFile } from './visit.ts'

/** Takes what a thread says of a file. */
export type Taken = (file: VisitedFile, outcome: Outcome, reply: Reply) => void

/** What a thread has to know to lint files. */
export function dutyOf(options: ProjectOptions & { readonly cwd: string }): Duty {
  const { cwd, config, commandLine, plugins, inlineConfig, cache, stopwatch } = options
  const told = { isKept: cache !== undefined, isTimed: stopwatch !== undefined }
  const duty = { cwd, config, commandLine, plugins, inlineConfig, ...told } as FilesDuty
  return { name: 'files', options: duty }
}

/** Has a thread lint one file, which is given up where the thread dies of it. */
export async function lintAlone({ path }: VisitedFile, pool: Pool): Promise<Reply> {
  try {
    const [reply] = (await pool.run([path])) as Reply[]
    return reply!
  } catch (error) {
    return { failures: [{ path, message: reasonOf(error as Error) }] }
  }
}

function reasonOf(error: Error): string {
  if (error instanceof WorkerCrash && error.isOutOfMemory)
    return 'needs more memory than there is for a document, expected fewer markers and entries; cut it into several documents'
  return `footlint broke on this file: ${error.message}; please report it: ${issuesUrl}`
}
