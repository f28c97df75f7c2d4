import { resolve } from 'node:path'
import type { Resolution, Resolver } from '../config/resolve.ts'
import type { Reader } from '../document/document.ts'
import type { Library } from '../document/library.ts'
import type { Failure } from '../finding.ts'
import type { Source } from '../source.ts'
import { attemptTo } from './attempt.ts'
import type { BookFiles } from './books.ts'
import type { Change } from './change.ts'
import { createIgnores } from './ignores.ts'

/** A file of a book as a `Visit` takes it. */
export interface VisitedText {
  readonly source: Source
  readonly resolution: Resolution
  readonly read: Reader | undefined
  readonly library: Library
}

/** The files of a book that can be read, in the order of reading. */
export interface VisitedBook {
  readonly texts: readonly VisitedText[]
  readonly scope: BookFiles['scope']
  /** `false`: one could not be read. */
  readonly isWhole: boolean
  /** Paths of those that the run was asked for; the others are read to judge these. */
  readonly wanted: ReadonlySet<string>
}

interface BookSearch {
  readonly ignorePath?: string | undefined
  readonly unsaved?: string
  readonly change?: Change | undefined
}

/**
 * Finds the book that a file belongs to. Without `project` in its configuration, nothing is done. Ignored files are no part
 * of a book even where a run checks them: what a chapter is judged by does not depend on what is asked for.
 */
export function bookFinder(
  cwd: string,
  { ignorePath, unsaved, change }: BookSearch,
): (path: string, configuration: Resolver) => Promise<BookFiles | undefined> {
  const byConfiguration = new Map<Resolver, ReadonlyMap<string, BookFiles>>()
  return async (path, configuration) => {
    if (configuration.books.length === 0) return undefined
    const known = byConfiguration.get(configuration)
    if (known) return known.get(path)
    const check = createIgnores(cwd, true, ignorePath)
    const isLeftOut = (file: string) =>
      check(resolve(cwd, file), false) !== undefined || configuration.isIgnored(file) || change?.holds?.(file) === false
    const found = await (await import('./books.ts')).findBooks(configuration.books, { cwd, isLeftOut, unsaved })
    byConfiguration.set(configuration, found)
    return found.get(path)
  }
}

/** Reads all files of a book, whichever of them are asked for. */
export async function visitBook(
  { paths, scope }: BookFiles,
  wanted: ReadonlySet<string>,
  take: (path: string) => Promise<VisitedText>,
  visit: (book: VisitedBook) => void | Promise<void>,
): Promise<Failure[]> {
  const texts: VisitedText[] = []
  const failures: Failure[] = []
  for (const path of paths) {
    failures.push(...(await attemptTo(path, async () => void texts.push(await take(path)))))
  }
  const isWhole = failures.length === 0
  const [first] = wanted
  return [...failures, ...(await attemptTo(first!, async () => visit({ texts, scope, isWhole, wanted })))]
}
