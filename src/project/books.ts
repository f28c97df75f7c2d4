import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import picomatch from 'picomatch/posix.js'
import type { BookConfig } from '../config/books.ts'
import { ConfigError } from '../errors.ts'
import { promisedFormat } from '../source.ts'
import { relativePath, withSlashes } from './paths.ts'

/** The files of a book in the order of reading, as paths from the working directory. */
export interface BookFiles {
  readonly paths: readonly string[]
  readonly scope: 'book' | 'chapter'
}

interface Surroundings {
  readonly cwd: string
  /** Whether a file that a pattern finds is left out. */
  readonly isLeftOut: (path: string) => boolean
  /** A document that may not be on the disk yet. */
  readonly unsaved: string | undefined
}

/** The book of each file: the first one that names it. */
export async function findBooks(
  books: readonly BookConfig[],
  around: Surroundings,
): Promise<ReadonlyMap<string, BookFiles>> {
  const byPath = new Map<string, BookFiles>()
  for (const { patterns, scope, folder = around.cwd } of books) {
    const paths: string[] = []
    for (const { pattern, where } of patterns) {
      const files = await filesOf(pattern, folder, around)
      if (files.length === 0)
        throw new ConfigError(`${where}: matches no document, expected at least one that is not ignored`)
      paths.push(...files)
    }
    const book: BookFiles = { paths: [...new Set(paths)].filter((path) => !byPath.has(path)), scope }
    for (const path of book.paths) byPath.set(path, book)
  }
  return byPath
}

/** What is no glob is a file, whether it is there or not: that it is not is said when it is read. */
async function filesOf(pattern: string, folder: string, { cwd, isLeftOut, unsaved }: Surroundings): Promise<string[]> {
  const glob = withSlashes(pattern)
  const { globSync, isDynamicPattern } = await import('tinyglobby')
  const named = relativePath(cwd, resolve(folder, pattern))
  if (existsSync(resolve(folder, pattern)) || !isDynamicPattern(glob)) return [named]
  const paths = globSync(glob, {
    cwd: folder,
    absolute: true,
    dot: true,
    expandDirectories: false,
    ignore: ['**/node_modules/**', '**/.git/**'],
  })
  const names = paths.map((path) => relativePath(cwd, resolve(path)))
  if (unsaved !== undefined && picomatch([glob], { dot: true })(relativePath(folder, resolve(cwd, unsaved))))
    names.push(unsaved)
  return [...new Set(names)].filter((path) => promisedFormat(path) !== undefined && !isLeftOut(path)).toSorted(byName)
}

const { compare } = new Intl.Collator('en', { numeric: true })

/** Folder by folder, numbers as numbers: `chapter-2` before `chapter-10`. */
function byName(one: string, other: string): number {
  const [first, second] = [one.split('/'), other.split('/')]
  const at = first.findIndex((part, index) => part !== second[index])
  return compare(first[at] ?? '', second[at] ?? '') || (one < other ? -1 : 1)
}
