import { dirname, resolve } from 'node:path'
import type { LoadOptions } from '../config/load.ts'
import type { Resolution, Resolver } from '../config/resolve.ts'
import type { Config } from '../config/schema.ts'
import type { Failure } from '../finding.ts'
import type { Reader } from '../document/document.ts'
import type { Way } from '../document/formats/index.ts'
import type { Library } from '../document/library.ts'
import type { Source } from '../source.ts'
import { configurations } from './configurations.ts'
import type { BookFiles } from './books.ts'
import type { CacheOptions } from './cache.ts'
import type { Change } from './change.ts'
import { discover } from './discover.ts'
import type { Discovery, FoundFile, IgnoredPath } from './discover.ts'
import { createIgnores } from './ignores.ts'
import { decodeSource, readOptions, readSource } from './read.ts'
import type { Skimmer } from './skim.ts'
import { visitAlone } from './visit-alone.ts'
import type { Share } from './visit-alone.ts'
import { attempt } from './visit-file.ts'
import { bookFinder, visitBook } from './visit-book.ts'
import type { VisitedBook, VisitedText } from './visit-book.ts'
import { createShelf } from './shelf.ts'
import type { Shelf } from './shelf.ts'
import { idle } from './stopwatch.ts'
import type { Stopwatch } from './stopwatch.ts'

/** How files are found and configured. */
export interface ProjectOptions {
  /** Paths are relative to it; by default, the working directory of the process. */
  readonly cwd?: string
  /** A configuration, the path of one, or `false` for none; by default, the nearest file of each document. */
  readonly config?: Config | string | false | undefined
  /** What the command line says about the configuration; it wins. */
  readonly commandLine?: LoadOptions['commandLine']
  /** `false`: configuration and plugins that would run code are refused. */
  readonly plugins?: boolean
  /** `false`: directives in the text are not obeyed. */
  readonly inlineConfig?: boolean
  /** `false`: ignore files and `ignores` do not count. */
  readonly ignore?: boolean
  readonly ignorePath?: string | undefined
  /** Of all that the patterns name, only what was changed is judged. */
  readonly change?: Change | undefined
  /** `false`: a glob or folder without a document is no failure. */
  readonly errorOnUnmatchedPattern?: boolean
  readonly reader?: Way | undefined
  /** Where results of earlier runs are kept. */
  readonly cache?: CacheOptions | undefined
  /** How many threads lint; by default as many as there are cores, where the work is worth it. */
  readonly concurrency?: number | 'auto' | 'off' | undefined
  /** Hears of every named path that is left out. */
  readonly onIgnored?: (ignored: IgnoredPath) => void
  /** Hears how many of the files are done. */
  readonly onProgress?: (done: number, total: number) => void
  /** Hears how long each step takes. */
  readonly stopwatch?: Stopwatch | undefined
}

const ignoredByConfiguration = '`ignores` of the configuration'

/** Does something with a source, what is configured for it, the reader of its format where that is not built in, and its bibliographies. */
export type Visit = (
  source: Source,
  resolution: Resolution,
  read: Reader | undefined,
  library: Library,
) => void | Promise<void>

/** What is done with files that stand for themselves, and with the books of which any file is asked for. */
export interface Visitor {
  readonly file: Visit
  readonly book: (book: VisitedBook) => void | Promise<void>
  /** Where bibliographies are kept, for those who want them afterwards. */
  readonly shelf?: Shelf
  /** Deals with a file without reading it anew, if it can. */
  readonly recall?: ((file: VisitedFile) => boolean | Promise<boolean>) | undefined
  /** Has what deals with files at once, if a look at their bytes is all that it takes. */
  readonly skimmer?: (() => Skimmer | undefined) | undefined
  /** Deals with a source at once, if a look at its characters is all that it takes. */
  readonly glance?: ((source: Source, resolution: Resolution) => boolean) | undefined
  /** Deals with a file whose text may need more memory than this thread has; `undefined` where it is this one's own. */
  readonly withRoom?: ((file: VisitedFile) => Promise<readonly Failure[] | undefined>) | undefined
  /** Has threads deal with files, if there are enough of them; asked for where there are several files. */
  readonly share?: (() => Share | undefined) | undefined
}

/** A file that stands for itself, and what is configured for it. */
export interface VisitedFile {
  readonly path: string
  readonly resolution: Resolution
}

/**
 * Takes every file that the patterns name, one after the other, sorted by path; then those that belong to books. A file
 * that fails stops no other.
 */
export async function visitFiles(
  patterns: readonly string[],
  options: ProjectOptions,
  visitor: Visitor,
): Promise<readonly Failure[]> {
  const cwd = resolve(options.cwd ?? process.cwd())
  const { change, stopwatch = idle } = options
  const { time } = stopwatch
  const configurationOf = await configurations(cwd, options)
  const found = await time('find', () => find(patterns, options, { cwd, configurationOf }))
  const shelf = visitor.shelf ?? createShelf(cwd, change, options.reader)
  for (const ignored of found.ignored) options.onIgnored?.(ignored)
  const failures = [...found.failures]
  let done = 0
  const progress = (count: number) => options.onProgress?.((done += count), found.files.length)
  const sorting = { cwd, options, configurationOf, visitor, progress }
  const { alone, books } = await time('configure', () => sortOut(found.files, sorting))
  failures.push(...(await visitAlone(alone, { cwd, change, visitor, shelf, stopwatch, progress })))
  const take = (path: string) => takeFile(path, { cwd, configurationOf, shelf, change })
  for (const [book, wanted] of books) {
    failures.push(...(await time('books', () => visitBook(book, wanted, take, visitor.book))))
    progress(wanted.size)
  }
  return failures
}

interface Sorting {
  readonly cwd: string
  readonly options: ProjectOptions
  readonly configurationOf: (path: string) => Promise<Resolver>
  readonly visitor: Visitor
  readonly progress: (count: number) => void
}

/** Tells files that have to be read, each for itself, from those of books; what is left out or known already is neither. */
async function sortOut(files: readonly FoundFile[], { cwd, options, configurationOf, visitor, progress }: Sorting) {
  const alone: VisitedFile[] = []
  const books = new Map<BookFiles, Set<string>>()
  const findBook = bookFinder(cwd, options)
  let folder: string | undefined
  let configuration!: Resolver
  for (const { path, explicit } of files) {
    // Most files stand beside the one before.
    if (dirname(path) !== folder) {
      folder = dirname(path)
      configuration = await configurationOf(path)
    }
    if (options.ignore !== false && configuration.isIgnored(path)) {
      if (explicit) options.onIgnored?.({ path, reason: ignoredByConfiguration })
      progress(1)
      continue
    }
    const book = configuration.books.length === 0 ? undefined : await findBook(path, configuration)
    if (book) {
      // What was changed in one file of a book may be seen in another.
      books.set(book, options.change ? new Set(book.paths) : (books.get(book) ?? new Set()).add(path))
      continue
    }
    const file = { path, resolution: configuration.resolve(path) }
    const recalled = visitor.recall?.(file)
    if (recalled instanceof Promise ? await recalled : recalled) progress(1)
    else alone.push(file)
  }
  return { alone, books }
}

async function find(
  patterns: readonly string[],
  { ignore = true, ignorePath, errorOnUnmatchedPattern = true, change }: ProjectOptions,
  { cwd, configurationOf }: Pick<Places, 'cwd' | 'configurationOf'>,
): Promise<Discovery> {
  const discovery = { cwd, ignore, ignorePath, errorOnUnmatchedPattern }
  if (!change) return discover(patterns, discovery)
  const { discoverChanged } = await import('./discover-changed.ts')
  return discoverChanged(patterns, change, { discovery, configurationOf })
}

/** Takes the bytes of one document that came another way, under the name of a file that need not exist. */
export async function visitBytes(
  path: string,
  bytes: Buffer,
  options: ProjectOptions,
  visitor: Visitor,
): Promise<readonly Failure[]> {
  const cwd = resolve(options.cwd ?? process.cwd())
  const { ignore = true, ignorePath } = options
  const configurationOf = await configurations(cwd, options)
  const configuration = await configurationOf(path)
  const byFile = createIgnores(cwd, ignore, ignorePath)(resolve(cwd, path), false)
  const reason = byFile ?? (ignore && configuration.isIgnored(path) ? ignoredByConfiguration : undefined)
  if (reason !== undefined) {
    options.onIgnored?.({ path, reason })
    return []
  }
  const shelf = visitor.shelf ?? createShelf(cwd, undefined, options.reader)
  const take = (own: string) =>
    takeFile(own, { cwd, configurationOf, shelf, change: undefined }, own === path ? bytes : undefined)
  const book = await bookFinder(cwd, { ...options, unsaved: path })(path, configuration)
  if (book) return visitBook(book, new Set([path]), take, visitor.book)
  const resolution = configuration.resolve(path)
  const { stopwatch = idle } = options
  const decode = () => stopwatch.time('read', () => decodeSource(path, bytes, readOptions(resolution)))
  return attempt({ path, take: decode, resolution, shelf, stopwatch }, visitor.file)
}

interface Places {
  readonly cwd: string
  readonly configurationOf: (path: string) => Promise<Resolver>
  readonly shelf: Shelf
  readonly change: Change | undefined
}

async function takeFile(
  path: string,
  { cwd, configurationOf, shelf, change }: Places,
  bytes?: Buffer,
): Promise<VisitedText> {
  const resolution = (await configurationOf(path)).resolve(path)
  const options = readOptions(resolution)
  const source = bytes ? decodeSource(path, bytes, options) : readSource(path, cwd, options, change?.bytesOf)
  const library = await shelf.libraryOf(source, resolution.bibliography)
  return { source, resolution, read: await shelf.readerOf(source), library }
}
