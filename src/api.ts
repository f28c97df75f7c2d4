import type { Config } from './config/schema.ts'
import type { Reader } from './document/document.ts'
import { readerFor } from './document/formats/index.ts'
import { createLibrary } from './document/library.ts'
import { namedBibliographies } from './document/named.ts'
import type { FileResult } from './finding.ts'
import { lintSource } from './lint.ts'
import type { Settings } from './settings.ts'
import { createSource } from './source.ts'
import type { FormatName, Source } from './source.ts'
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

/** Lints one text. Touches no file, and runs in browsers; a promise because a format loads its parser when it needs it. */
export async function lint(text: string, options: LintOptions = {}): Promise<FileResult> {
  const { source, settings } = prepare(text, options)
  const named = await namedBibliographies(source)
  return lintSource(source, settings, await readerFor(source), named && createLibrary(named))
}

/** The same at once, for Markdown and plain text; another format needs its reader. */
export function lintText(text: string, options: LintOptions = {}, read?: Reader): FileResult {
  const { source, settings } = prepare(text, options)
  return lintSource(source, settings, read)
}

function prepare(text: string, options: LintOptions): { readonly source: Source; readonly settings: Settings } {
  const { path = '<text>', config } = options
  const resolution = resolverOfValue(config).resolve(path)
  const format = options.format ?? resolution.format
  const language = options.language ?? resolution.language
  const source = createSource(path, text, { ...(format && { format }), ...(language && { language }) })
  return { source, settings: resolution.settings }
}
