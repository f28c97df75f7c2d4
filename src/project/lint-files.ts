import { resolve } from 'node:path'
import type { Resolution } from '../config/resolve.ts'
import { readDocument } from '../document/read.ts'
import type { FileResult, Run } from '../finding.ts'
import { lintDocument, lintSource } from '../lint.ts'
import { version } from '../version.ts'
import { lintBibliographies } from './lint-bibliographies.ts'
import { createShelf } from './shelf.ts'
import { createUsage } from './usage.ts'
import { visitBytes, visitFiles } from './visit.ts'
import type { ProjectOptions } from './visit.ts'

/** Lints files, folders and globs, and the bibliographies that they use. */
export async function lintFiles(patterns: readonly string[], options: ProjectOptions = {}): Promise<Run> {
  const files: FileResult[] = []
  const shelf = createShelf(resolve(options.cwd ?? process.cwd()))
  const usage = createUsage()
  const visited = new Map<string, Resolution>()
  const visit: Parameters<typeof visitFiles>[2] = (source, resolution, read, library) => {
    // Who cites its records is known when all documents have been read.
    if (source.format === 'bibliography') {
      visited.set(source.path, resolution)
      return
    }
    const document = readDocument(source, read, library)
    usage.take(document, library)
    files.push(lintDocument(document, resolution.settings))
  }
  const failures = await visitFiles(patterns, options, visit, shelf)
  const bibliographies = await lintBibliographies(patterns, options, { shelf, usage, visited })
  return {
    version,
    files: [...files, ...bibliographies.files].toSorted((one, other) => (one.source.path < other.source.path ? -1 : 1)),
    failures: [...failures, ...bibliographies.failures],
  }
}

/** Lints one document that is no file, such as standard input, under the name of one. */
export async function lintBytes(path: string, bytes: Buffer, options: ProjectOptions = {}): Promise<Run> {
  const files: FileResult[] = []
  const failures = await visitBytes(path, bytes, options, (source, { settings }, read, library) => {
    files.push(lintSource(source, settings, read, library))
  })
  return { version, files, failures }
}
