import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import type { Resolution } from '../config/resolve.ts'
import type { FileResult, Run } from '../finding.ts'
import { version } from '../version.ts'
import { noLibrary } from '../document/library.ts'
import type { Taken } from './ask-thread.ts'
import type { Cache, Recalled } from './cache.ts'
import type { Change } from './change.ts'
import { glanceAt } from './glance.ts'
import { lintBibliographies } from './lint-bibliographies.ts'
import { lintFile } from './lint-file.ts'
import { nothing, outcomeOf, resultOfOutcome, withoutText } from './outcome.ts'
import { createProjectCheck } from './project-names.ts'
import { createShelf } from './shelf.ts'
import { createSkimmer } from './skim.ts'
import { idle } from './stopwatch.ts'
import type { Stopwatch } from './stopwatch.ts'
import { createUsage } from './usage.ts'
import type { Usage } from './usage.ts'
import type { Share } from './visit-alone.ts'
import { visitBytes, visitFiles } from './visit.ts'
import type { ProjectOptions, Visitor } from './visit.ts'

/** What a run has found, and what it knows of its bibliographies. */
interface Findings {
  readonly files: FileResult[]
  readonly usage: Usage
  readonly visited: Map<string, Resolution>
}

interface Means {
  readonly change: Change | undefined
  readonly stopwatch: Stopwatch
}

/** Lints files, folders and globs, and the bibliographies that they use. */
export async function lintFiles(patterns: readonly string[], options: ProjectOptions = {}): Promise<Run> {
  const cwd = resolve(options.cwd ?? process.cwd())
  const { change, reader, stopwatch = idle } = options
  const { time } = stopwatch
  // What is found in a change depends on what was there before; and who compares two ways of reading wants both to read.
  const isQuick = change === undefined && reader !== 'whole'
  const place = isQuick ? options.cache : undefined
  const cache = place && (await time('cache', async () => (await import('./cache.ts')).openCache(place, cwd)))
  const shelf = createShelf(cwd, change, reader)
  const found: Findings = { files: [], usage: createUsage(), visited: new Map() }
  const ways = isQuick ? quick(found, cache, { ...options, cwd }) : {}
  const visitor = { ...thorough(found, cache, { change, stopwatch }), ...ways, shelf }
  const failures = await visitFiles(patterns, options, visitor)
  time('cache', () => cache?.save())
  const bibliographies = await time('bibliographies', () => lintBibliographies(patterns, options, { ...found, shelf }))
  return {
    version,
    files: [...found.files, ...bibliographies.files].sort(byPath),
    failures: [...failures, ...bibliographies.failures],
  }
}

/** Reads files and lints them. */
function thorough(
  { files, usage, visited }: Findings,
  cache: Cache | undefined,
  { change, stopwatch }: Means,
): Pick<Visitor, 'file' | 'book'> {
  return {
    async file(source, resolution, read, library) {
      const { path, format } = source
      // Who cites its records is known when all documents have been read.
      if (format === 'bibliography') {
        visited.set(path, resolution)
        return
      }
      const { settings } = resolution
      const { result, document } = await lintFile(source, settings, { read, library, change, stopwatch })
      const cited = usage.take(document, library)
      files.push(withoutText(result))
      cache?.keep({ path, resolution }, outcomeOf(result, library, cited), source)
    },
    async book(visitedBook) {
      for (const { source } of visitedBook.texts) usage.scan(source.text)
      await linter(files, change).book(visitedBook)
    },
  }
}

/** Has files dealt with by whoever is faster: those who did it before, or several at a time. */
function quick(
  { files, usage }: Findings,
  cache: Cache | undefined,
  options: ProjectOptions & { readonly cwd: string },
): Pick<Visitor, 'recall' | 'skimmer' | 'glance' | 'share' | 'withRoom'> {
  const { stopwatch = idle } = options
  const isInProject = createProjectCheck(options.cwd)
  const take = (recalled: Recalled | undefined): boolean => {
    if (!recalled) return false
    stopwatch.count('recalled', 1)
    usage.cite(recalled.cited)
    files.push(recalled.result)
    return true
  }
  return {
    recall:
      cache &&
      ((file) => {
        const recalled = stopwatch.time('cache', () => cache.recall(file))
        return recalled instanceof Promise ? recalled.then(take) : take(recalled)
      }),
    skimmer: () =>
      createSkimmer(stopwatch, (file, stats, bytes) => {
        const outcome = { ...nothing, stats }
        files.push(resultOfOutcome(file, outcome))
        cache?.keep(file, outcome, bytes)
      }),
    glance(source, resolution) {
      const result = glanceAt(source, resolution, { stopwatch, isInProject })
      if (!result) return false
      const cited = usage.take({ source, series: [] }, noLibrary)
      files.push(withoutText(result))
      cache?.keep({ path: source.path, resolution }, outcomeOf(result, noLibrary, cited), source)
      return true
    },
    ...inThreads({ files, usage }, cache, options),
  }
}

/**
 * A thread has to load and to warm up what reads documents before it helps, and takes some 35 MB. Behind so many characters
 * that had to be read with care, it may help with the rest. `npm run bench:threads` compares.
 */
const worthwhile = 24_000_000

/** Has threads deal with files, if there may be some; a configuration that is a value cannot be sent. */
function inThreads(
  { files, usage }: Pick<Findings, 'files' | 'usage'>,
  cache: Cache | undefined,
  options: ProjectOptions & { readonly cwd: string },
): Pick<Visitor, 'share' | 'withRoom'> {
  const { concurrency = 'off', config } = options
  if (concurrency === 'off' || typeof config === 'object') return {}
  const taken: Taken = (file, outcome, { text, content }) => {
    usage.cite(outcome.cited)
    files.push(resultOfOutcome(file, outcome, text))
    cache?.keep(file, outcome, content)
  }
  const shareAmong = (count: number): Share => ({
    worthwhile: concurrency === 'auto' ? worthwhile : 0,
    async begin(progress) {
      const { beginSharing } = await import('./share.ts')
      return beginSharing(count, options, (file, ...said) => {
        progress(1)
        taken(file, ...said)
      })
    },
  })
  return {
    share() {
      const count = concurrency === 'auto' ? availableParallelism() : concurrency
      return count > 1 ? shareAmong(count) : undefined
    },
    withRoom: async (file) => (await import('./room.ts')).lintWithRoom(file, options, taken),
  }
}

/** Lints one document that is no file, such as standard input, under the name of one. */
export async function lintBytes(path: string, bytes: Buffer, options: ProjectOptions = {}): Promise<Run> {
  const files: FileResult[] = []
  const failures = await visitBytes(path, bytes, options, linter(files, undefined, options.stopwatch))
  return { version, files, failures }
}

/** Lints what it is shown. */
export function linter(files: FileResult[], change?: Change, stopwatch?: Stopwatch): Visitor {
  return {
    async file(source, { settings }, read, library) {
      files.push((await lintFile(source, settings, { read, library, stopwatch })).result)
    },
    async book({ texts, wanted, ...options }) {
      const { lintBook } = await import('../lint-book.ts')
      const configured = texts.map(({ resolution, ...text }) => ({ ...text, settings: resolution.settings }))
      const compare = change && (await import('./compare-book.ts')).compareBook(configured, options, change)
      for (const file of lintBook(configured, options, compare)) if (wanted.has(file.source.path)) files.push(file)
    },
  }
}

/** Sorts results by path. */
export function byPath({ source: one }: FileResult, { source: other }: FileResult): number {
  return one.path < other.path ? -1 : one.path > other.path ? 1 : 0
}
