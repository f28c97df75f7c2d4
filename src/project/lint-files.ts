import type { FileResult, Run } from '../finding.ts'
import { lintSource } from '../lint.ts'
import { version } from '../version.ts'
import { visitBytes, visitFiles } from './visit.ts'
import type { ProjectOptions, Visitor } from './visit.ts'

/** Lints files, folders and globs. */
export async function lintFiles(patterns: readonly string[], options: ProjectOptions = {}): Promise<Run> {
  const files: FileResult[] = []
  const failures = await visitFiles(patterns, options, linter(files))
  return { version, files: files.sort(byPath), failures }
}

/** Lints one document that is no file, such as standard input, under the name of one. */
export async function lintBytes(path: string, bytes: Buffer, options: ProjectOptions = {}): Promise<Run> {
  const files: FileResult[] = []
  const failures = await visitBytes(path, bytes, options, linter(files))
  return { version, files, failures }
}

/** Lints what it is shown. */
export function linter(files: FileResult[]): Visitor {
  return {
    file: (source, { settings }, read) => void files.push(lintSource(source, settings, read)),
    async book({ texts, wanted, ...options }) {
      const { lintBook } = await import('../lint-book.ts')
      const configured = texts.map(({ source, resolution, read }) => ({ source, settings: resolution.settings, read }))
      for (const file of lintBook(configured, options)) if (wanted.has(file.source.path)) files.push(file)
    },
  }
}

/** Sorts results by path. */
export function byPath({ source: one }: FileResult, { source: other }: FileResult): number {
  return one.path < other.path ? -1 : one.path > other.path ? 1 : 0
}
