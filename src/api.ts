import type { Config } from './config/schema.ts'
import type { FileResult, Run } from './finding.ts'
import { lintSource } from './lint.ts'
import type { ProjectOptions } from './project/visit.ts'
import { createSource } from './source.ts'
import type { FormatName } from './source.ts'
import { resolverOfValue } from './value-config.ts'

/** What `lint` may be told about a text. */
export interface LintOptions {
  /** What the text is called in the result, and what `overrides` and the format go by. */
  readonly path?: string | undefined
  /** How the text is read; by default, what the configuration says, then what the path promises, then Markdown. */
  readonly format?: FormatName | undefined
  /** A BCP 47 tag. */
  readonly language?: string | undefined
  /** By default, the recommended one. */
  readonly config?: Config | undefined
}

/** How `lintFiles` finds files and configures them. */
export type LintFilesOptions = Omit<ProjectOptions, 'commandLine'>

/** Lints one text. Synchronous, touches no file, and runs in browsers. */
export function lint(text: string, options: LintOptions = {}): FileResult {
  const { path = '<text>', config } = options
  const resolution = resolverOfValue(config).resolve(path)
  const format = options.format ?? resolution.format
  const language = options.language ?? resolution.language
  const source = createSource(path, text, { ...(format && { format }), ...(language && { language }) })
  return lintSource(source, resolution.settings)
}

/**
 * Lints files, folders and globs, as the command does: with the configuration that is nearest to each, and without what
 * ignore files leave out. A file that cannot be read is among the `failures`; only a wrong configuration throws.
 */
export async function lintFiles(patterns: string | readonly string[], options: LintFilesOptions = {}): Promise<Run> {
  // Not imported above, so that `lint` can be bundled for browsers.
  const project = await import('./project/lint-files.ts')
  return project.lintFiles([patterns].flat(), options)
}
