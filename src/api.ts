import type { Config } from './config/schema.ts'
import type { FileResult } from './finding.ts'
import { lintSource } from './lint.ts'
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

/** Lints one text. Synchronous, touches no file, and runs in browsers. */
export function lint(text: string, options: LintOptions = {}): FileResult {
  const { path = '<text>', config } = options
  const resolution = resolverOfValue(config).resolve(path)
  const format = options.format ?? resolution.format
  const language = options.language ?? resolution.language
  const source = createSource(path, text, { ...(format && { format }), ...(language && { language }) })
  return lintSource(source, resolution.settings)
}
