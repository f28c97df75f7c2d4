import { resolve } from 'node:path'
import type { Resolution } from '../config/resolve.ts'
import { readDocument } from '../document/read.ts'
import type { FileResult, Run } from '../finding.ts'
import { lintDocument, lintSource } from '../lint.ts'
import { version } from '../version.ts'
import type { Change } from './change.ts'
import { lintBibliographies } from './lint-bibliographies.ts'
import { createShelf } from './shelf.ts'
import { createUsage } from './usage.ts'
import { visitBytes, visitFiles } from './visit.ts'
import type { ProjectOptions, Visitor } from './visit.ts'

/** Lints files, folders and globs, and the bibliographies that they use. */
export async function lintFiles(patterns: readonly string[], options: ProjectOptions = {}): Promise<Run> {
  const files: FileResult[] = []
  const { change } = options
  const shelf = createShelf(resolve(options.cwd ?? process.cwd()), change)
  const usage = createUsage()
  const visited = new Map<string, Resolution>()
  const file: Visitor['file'] = async (source, resolution, read, library) => {
    // Who cites its records is known when all documents have been read.
    if (source.format === 'bibliography') {
      visited.set(source.path, resolution)
      return
    }
    const { settings } = resolution
    const document = readDocument(source, read, { ...settings, library })
    usage.take(document, library)
    files.push(
      change
        ? await (await import('./lint-change.ts')).lintChange(document, settings, { change, library })
        : lintDocument(document, settings),
    )
  }
  const book: Visitor['book'] = async (visitedBook) => {
    for (const { source } of visitedBook.texts) usage.scan(source.text)
    await linter(files, change).book(visitedBook)
  }
  const failures = await visitFiles(patterns, options, { file, book, shelf })
  const bibliographies = await lintBibliographies(patterns, options, { shelf, usage, visited })
  return {
    version,
    files: [...files, ...bibliographies.files].sort(byPath),
    failures: [...failures, ...bibliographies.failures],
  }
}

/** Lints one document that is no file, such as standard input, under the name of one. */
export async function lintBytes(path: string, bytes: Buffer, options: ProjectOptions = {}): Promise<Run> {
  const files: FileResult[] = []
  const failures = await visitBytes(path, bytes, options, linter(files))
  return { version, files, failures }
}

/** Lints what it is shown. */
export function linter(files: FileResult[], change?: Change): Visitor {
  return {
    file: (source, { settings }, read, library) => void files.push(lintSource(source, settings, read, library)),
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
