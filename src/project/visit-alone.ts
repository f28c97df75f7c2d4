import type { Failure } from '../finding.ts'
import type { Source } from '../source.ts'
import type { Change } from './change.ts'
import { createPlaceIn } from './paths.ts'
import { decodeSource, readBytes, readOptions, readSource } from './read.ts'
import type { Shelf } from './shelf.ts'
import type { Stopwatch } from './stopwatch.ts'
import { isVast } from './vast.ts'
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
  /** Behind so many characters that had to be read with care, threads take the rest. */
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

/** To make what looks at bytes takes as long as to look at so many files in the other way. */
const few = 100

/** Whether no thread of the usual kind may have memory enough for a source. */
const holdsTooMuch = (source: Source | undefined): boolean => source !== undefined && isVast(source.text)

const lengthOf = (source: Source | undefined): number => source?.text.length ?? 0

/** Takes files, and visits them with care. */
function workOf(around: Surroundings, count: number) {
  const { time } = around.stopwatch
  const skimmer = count > few ? around.visitor.skimmer?.() : undefined
  const placeOf = createPlaceIn(around.cwd)
  const take = ({ path, resolution }: VisitedFile): Source =>
    time('read', () => readSource(path, around.cwd, readOptions(resolution), around.change?.bytesOf))
  const care = async (file: VisitedFile, source?: Source): Promise<readonly Failure[]> => {
    const { path, resolution } = file
    const own = source ? () => source : () => take(file)
    const elsewhere = holdsTooMuch(source) ? await around.visitor.withRoom?.(file) : undefined
    const failures = elsewhere ?? (await attempt({ ...around, path, take: own, resolution }, around.visitor.file))
    around.progress(1)
    return failures
  }
  /** Takes files from the disk, and glances at them. */
  const glanceAt = (file: VisitedFile) => {
    const { path, resolution } = file
    const takeLeft = () => {
      const bytes = readBytes(placeOf(path), skimmer?.room)
      return skimmer?.take(file, bytes) ?? decodeSource(path, bytes, readOptions(resolution))
    }
    return glance(file, () => time('read', takeLeft), around.visitor)
  }
  return { glanceAt, care }
}

/** Visits files that stand for themselves. Says in their order what went wrong. */
export async function visitAlone(files: readonly VisitedFile[], around: Surroundings): Promise<readonly Failure[]> {
  const { visitor, progress, stopwatch } = around
  const { glanceAt, care } = workOf(around, files.length)
  const said = new Map<string, readonly Failure[]>()
  const share = files.length > 1 ? visitor.share?.() : undefined
  let sharing: Sharing | undefined
  let size = 0
  try {
    for (const file of files) {
      const source = glanceAt(file)
      if (source === 'done') {
        progress(1)
        continue
      }
      const length = lengthOf(source)
      size += length
      if (share && size >= share.worthwhile) sharing ??= await share.begin(progress)
      if (sharing && !holdsTooMuch(source)) await sharing.add(file, length)
      else said.set(file.path, await care(file, source))
    }
    const ended = sharing && stopwatch.time('threads', () => sharing!.finish((file) => care(file)))
    for (const [path, failures] of (await ended) ?? []) said.set(path, failures)
  } finally {
    await sharing?.end()
  }
  return files.flatMap(({ path }) => said.get(path) ?? [])
}
