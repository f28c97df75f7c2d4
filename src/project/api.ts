import type { Run } from '../finding.ts'
import type { ProjectOptions } from './visit.ts'

/** How `lintFiles` finds files and configures them. */
export type LintFilesOptions = Omit<ProjectOptions, 'commandLine' | 'cache' | 'concurrency'>

/**
 * Lints files, folders and globs, as the command does: with the configuration that is nearest to each, and without what
 * ignore files leave out. A file that cannot be read is among the `failures`; only a wrong configuration throws.
 */
export async function lintFiles(patterns: string | readonly string[], options: LintFilesOptions = {}): Promise<Run> {
  // Imported when needed: a configuration that imports `defineConfig` shall not load all that searches for files.
  const project = await import('./lint-files.ts')
  return project.lintFiles([patterns].flat(), options)
}
