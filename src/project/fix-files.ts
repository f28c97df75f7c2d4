import { WriteError } from '../errors.ts'
import type { FileResult, Run } from '../finding.ts'
import type { Reaching } from '../fix/fix-book.ts'
import { fixSource } from '../fix/rounds.ts'
import type { Fixed } from '../fix/rounds.ts'
import { lintSource } from '../lint.ts'
import type { Source } from '../source.ts'
import { version } from '../version.ts'
import type { Cache } from './cache.ts'
import { byPath, linter } from './lint-files.ts'
import { heedSignals } from './signals.ts'
import { visitBytes, visitFiles } from './visit.ts'
import type { VisitedBook } from './visit-book.ts'
import type { ProjectOptions, Visitor } from './visit.ts'
import { replaceSources } from './write-all.ts'
import type { Replacement } from './write-all.ts'

/** One document before and after. */
export interface FixedFile {
  readonly before: Source
  readonly fixed: Omit<Fixed, 'document'>
}

/** A run over documents that were fixed: what is left to find in them, and what was done. */
export interface FixRun {
  readonly run: Run
  readonly files: readonly FixedFile[]
  /** Files that were left as they are, since something of their book could not be read. */
  readonly leftAlone: readonly string[]
  /** Fixes that change other files of a book too and are not made for that reason, or since they are unsafe. */
  readonly reaching: readonly Reaching[]
}

export interface FixFilesOptions extends ProjectOptions {
  /** Unsafe fixes too. */
  readonly unsafe: boolean
  /** Whether files are written. */
  readonly write: boolean
}

/** Fixes files, folders and globs. */
export async function fixFiles(patterns: readonly string[], options: FixFilesOptions): Promise<FixRun> {
  const cwd = options.cwd ?? process.cwd()
  const signals = options.write ? heedSignals() : undefined
  const outlet = signals && { write: (files: readonly Replacement[]) => replaceSources(files, cwd), ...signals }
  const { visitor, recallClean, finish } = collector(options, outlet)
  const cache =
    options.cache && !options.change ? (await import('./cache.ts')).openCache(options.cache, cwd) : undefined
  try {
    return finish(await visitFiles(patterns, options, { ...visitor, recall: cache && recallClean(cache) }))
  } finally {
    signals?.end()
  }
}

/** Fixes one document that is no file. */
export async function fixBytes(path: string, bytes: Buffer, options: FixFilesOptions): Promise<FixRun> {
  const { visitor, finish } = collector(options)
  return finish(await visitBytes(path, bytes, options, visitor))
}

/** What is done with a fixed text: it is written where files are, and others have their turn. */
interface Outlet {
  readonly write?: (files: readonly Replacement[]) => void
  readonly giveWay?: (() => Promise<void>) | undefined
}

interface Collected {
  readonly results: FileResult[]
  readonly files: FixedFile[]
  readonly leftAlone: string[]
  readonly reaching: Reaching[]
}

function collector(
  options: FixFilesOptions,
  outlet: Outlet = {},
): {
  readonly visitor: Visitor
  readonly recallClean: (cache: Cache) => Visitor['recall']
  readonly finish: (failures: Run['failures']) => FixRun
} {
  const collected: Collected = { results: [], files: [], leftAlone: [], reaching: [] }
  return {
    recallClean: (cache) => cleanRecaller(collected, cache),
    visitor: { file: fileFixer(collected, options, outlet), book: bookFixer(collected, options, outlet) },
    finish(failures) {
      const { results, ...rest } = collected
      return { run: { version, files: results.sort(byPath), failures }, ...rest }
    },
  }
}

/** Where an earlier run has found nothing, there is nothing to fix. What this one finds is not kept: it changes the texts. */
function cleanRecaller({ results }: Collected, cache: Cache): Visitor['recall'] {
  return async (file) => {
    const { result } = (await cache.recall(file)) ?? {}
    if (!result || result.findings.length > 0) return false
    results.push(result)
    return true
  }
}

function fileFixer(
  { results, files }: Collected,
  { unsafe, change }: FixFilesOptions,
  { write, giveWay }: Outlet,
): Visitor['file'] {
  return async (source, { settings }, read, library) => {
    // Records are somebody else's matter; whoever only lints hears of them.
    if (source.format === 'bibliography') return
    const fixed = fixSource(source, settings, { unsafe, read, library })
    try {
      if (fixed.result.source.text !== source.text) write?.([{ before: source, text: fixed.result.source.text }])
    } catch (error) {
      // The findings of the text that is still there.
      if (error instanceof WriteError) results.push(lintSource(source, settings, read, library))
      throw error
    }
    // Compared with the version before, what is left is something else than what could be fixed.
    const result = change
      ? await (await import('./lint-change.ts')).lintChange(fixed.document, settings, { change, library })
      : fixed.result
    results.push(result)
    files.push({ before: source, fixed })
    await giveWay?.()
  }
}

function bookFixer(
  { results, files, leftAlone, reaching }: Collected,
  { unsafe, change }: FixFilesOptions,
  { write, giveWay }: Outlet,
): Visitor['book'] {
  return async (book) => {
    const { fixVisitedBook } = await import('./fix-visited-book.ts')
    const fixed = fixVisitedBook(book, unsafe)
    if (!fixed) {
      leftAlone.push(...book.wanted)
      return linter(results, change).book(book)
    }
    try {
      if (fixed.isChanged) write?.(fixed.replacements)
    } catch (error) {
      if (error instanceof WriteError) await linter(results).book(book)
      throw error
    }
    if (change) await linter(results, change).book({ ...book, texts: fixedTexts(book, fixed.files) })
    else results.push(...fixed.files.map((file) => file.fixed.result))
    files.push(...fixed.files)
    reaching.push(...fixed.reaching)
    await giveWay?.()
  }
}

/** The texts of a book as they are then. */
function fixedTexts({ texts }: VisitedBook, files: readonly FixedFile[]): VisitedBook['texts'] {
  const after = new Map(files.map(({ before, fixed }) => [before.path, fixed.result.source]))
  return texts.map((text) => ({ ...text, source: after.get(text.source.path) ?? text.source }))
}
