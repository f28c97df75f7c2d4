import type { Failure } from '../finding.ts'
import type { Source } from '../source.ts'
import type { Change } from './change.ts'
import { readOptions, readSource } from './read.ts'
import type { Shelf } from './shelf.ts'
import type { Stopwatch } from './stopwatch.ts'
import { attempt, glance } from './visit-file.ts'
import type { VisitedFile, Visitor } from './visit.ts'

/** Lints a file, and says what went wrong. */
export type Work = (file: VisitedFile) => Promise<readonly Failure[]>

/** Threads that deal with files. */
export interface Sharing {
  /** Takes a file of so many characters, and gives way to what threads have to say. */
  readonly add: (file: VisitedFile, size: number) => Promise<void>
  /** Says by their paths what went wrong with each of the files; does its part of the work. */
  readonly finish: (work: Work) => Promise<ReadonlyMap<string, readonly Failure[]>>
  readonly end: () => Promise<void>
}

/** How files are shared among threads. */
export interface Share {
  /** From so many characters on that have to be read with care. */
  readonly worthwhile: number
  readonly begin: (progress: (count: number) => void) => Promise<Sharing>
}

export interface Surroundings {
  readonly cwd: string
  readonly change: Change | undefined
  readonly visitor: Visitor
  readonly shelf: Shelf
  readonly stopwatch: Stopwatch
  readonly progress: (count: number) => void
}

interface Waiting {
  readonly file: VisitedFile
  readonly source: Source | undefined
}

/** Visits files that stand for themselves. Says in their order what went wrong. */
export async function visitAlone(files: readonly VisitedFile[], around: Surroundings): Promise<readonly Failure[]> {
  const { visitor, progress } = around
  const { time } = around.stopwatch
  const take = ({ path, resolution }: VisitedFile) =>
    time('read', () => readSource(path, around.cwd, readOptions(resolution), around.change?.bytesOf))
  const care = async ({ file, source }: Waiting): Promise<readonly Failure[]> => {
    const { path, resolution } = file
    const own = source ? () => source : () => take(file)
    const failures = await attempt({ ...around, path, take: own, resolution }, visitor.file)
    progress(1)
    return failures
  }
  const said = new Map<string, readonly Failure[]>()
  const desk = createDesk(files.length > 1 ? visitor.share : undefined, progress)
  try {
    for (const file of files) {
      const source = glance({ take: () => take(file), resolution: file.resolution }, visitor)
      if (source === 'done') progress(1)
      else if (desk) await desk.put({ file, source })
      else said.set(file.path, await care({ file, source }))
    }
    const sharing = desk?.sharing()
    for (const one of desk?.waiting() ?? []) said.set(one.file.path, await care(one))
    const shared = sharing && (await time('threads', () => sharing.finish((file) => care({ file, source: undefined }))))
    for (const [path, failures] of shared ?? []) said.set(path, failures)
  } finally {
    await desk?.sharing()?.end()
  }
  return files.flatMap(({ path }) => said.get(path) ?? [])
}

/** Where files wait until it shows whether there are enough of them to be shared. */
function createDesk(share: Share | undefined, progress: (count: number) => void) {
  if (!share) return undefined
  let waiting: Waiting[] = []
  let size = 0
  let sharing: Sharing | undefined
  const sizeOf = ({ source }: Waiting) => source?.text.length ?? 0
  return {
    sharing: () => sharing,
    waiting: () => waiting,
    async put(one: Waiting): Promise<void> {
      waiting.push(one)
      size += sizeOf(one)
      if (size < share.worthwhile) return
      sharing ??= await share.begin(progress)
      for (const { file, source } of waiting) await sharing.add(file, source?.text.length ?? 0)
      waiting = []
    },
  }
}
