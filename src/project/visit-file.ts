import type { Resolution } from '../config/resolve.ts'
import type { Failure } from '../finding.ts'
import type { Source } from '../source.ts'
import { attemptTo } from './attempt.ts'
import type { Shelf } from './shelf.ts'
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

/** Takes a source for a glance, if there still is anything to say of it; what goes wrong is said by those who take it with care. */
export function glance(
  { resolution }: VisitedFile,
  take: () => Source | 'done',
  visitor: Visitor,
): Source | 'done' | undefined {
  if (!visitor.glance) return undefined
  try {
    const source = take()
    return source === 'done' || visitor.glance(source, resolution) ? 'done' : source
  } catch {
    return undefined
  }
}
