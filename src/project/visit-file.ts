import type { Resolution } from '../config/resolve.ts'
import type { Failure } from '../finding.ts'
import type { Source } from '../source.ts'
import { attemptTo } from './attempt.ts'
import type { Shelf } from './shelf.ts'
import type { Skimmer } from './skim.ts'
import { idle } from './stopwatch.ts'
import type { Stopwatch } from './stopwatch.ts'
import type { Visit, VisitedFile, Visitor } from './visit.ts'

interface Attempt {
  readonly path: string
  readonly take: () => Source
  readonly resolution: Resolution
  readonly shelf: Shelf
  readonly stopwatch?: Stopwatch | undefined
}

/** Visits one source; a mistake is a failure, and stops nothing else. */
export async function attempt(
  { path, take, resolution, shelf, stopwatch: { time } = idle }: Attempt,
  visit: Visit,
): Promise<Failure[]> {
  return attemptTo(path, async () => {
    const source = take()
    const library = await time('bibliographies', () => shelf.libraryOf(source, resolution.bibliography))
    await visit(source, resolution, await shelf.readerOf(source), library)
  })
}

/** How a file is read for a glance. */
interface Reading {
  readonly read: () => Buffer
  readonly decode: (bytes: Buffer) => Source
  readonly skimmer: Skimmer | undefined
}

/** Takes a file for a glance; what goes wrong is said by those who take it with care. */
export function glance(
  file: VisitedFile,
  { read, decode, skimmer }: Reading,
  visitor: Visitor,
): Source | 'done' | undefined {
  if (!visitor.glance) return undefined
  try {
    const bytes = read()
    if (skimmer?.take(file, bytes)) return 'done'
    const source = decode(bytes)
    return visitor.glance(source, file.resolution) ? 'done' : source
  } catch {
    return undefined
  }
}
