import type { FileResult, Run } from '../finding.ts'
import { lintSource } from '../lint.ts'
import { version } from '../version.ts'
import { visitBytes, visitFiles } from './visit.ts'
import type { ProjectOptions } from './visit.ts'

/** Lints files, folders and globs. */
export async function lintFiles(patterns: readonly string[], options: ProjectOptions = {}): Promise<Run> {
  const files: FileResult[] = []
  const failures = await visitFiles(patterns, options, (source, { settings }, read) => {
    files.push(lintSource(source, settings, read))
  })
  return { version, files, failures }
}

/** Lints one document that is no file, such as standard input, under the name of one. */
export async function lintBytes(path: string, bytes: Buffer, options: ProjectOptions = {}): Promise<Run> {
  const files: FileResult[] = []
  const failures = await visitBytes(path, bytes, options, (source, { settings }, read) => {
    files.push(lintSource(source, settings, read))
  })
  return { version, files, failures }
}
