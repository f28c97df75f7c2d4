import type { Run } from '../finding.ts'
import type { ProjectOptions } from './visit.ts'

/** How `lintFiles` finds files and configures them. */
export interface LintFilesOptions extends Omit<
  ProjectOptions,
  'commandLine' | 'change' | 'cache' | 'concurrency' | 'stopwatch'
> {
  /** Only what is in the index of git and not in the last commit, as it is there. */
  readonly staged?: boolean
  /** Only what has changed since the branch left this branch, tag or commit. */
  readonly changedSince?: string | undefined
}

/**
 * Lints files, folders and globs, as the command does: with the configuration that is nearest to each, and without what
 * ignore files leave out. A file that cannot be read is among the `failures`; only a wrong configuration throws.
 */
export async function lintFiles(patterns: string | readonly string[], options: LintFilesOptions = {}): Promise<Run> {
  // Imported when needed: a configuration that imports `defineConfig` shall not load all that searches for files.
  const project = await import('./lint-files.ts')
  const { staged, changedSince, ...rest } = options
  if (!staged && changedSince === undefined) return project.lintFiles([patterns].flat(), rest)
  const { findChange } = await import('./change.ts')
  const change = await findChange({ staged, changedSince }, options.cwd ?? process.cwd())
  return project.lintFiles([patterns].flat(), { ...rest, change })
}
