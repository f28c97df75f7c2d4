import type { Config } from './config/schema.ts'
import type { Document, Reader } from './document/document.ts'
import { readerFor } from './document/formats/index.ts'
import { createLibrary } from './document/library.ts'
import type { Library } from './document/library.ts'
import { namedBibliographies } from './document/named.ts'
import { readDocument } from './document/read.ts'
import type { FileResult, Finding } from './finding.ts'
import { lintDocument, lintSource } from './lint.ts'
import { isCompared } from './settings.ts'
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
  /** An earlier version of the text: `marker-lost` says which citations were lost since. */
  readonly base?: string | undefined
}

/** Lints one text. Touches no file, and runs in browsers; a promise because a format loads its parser when it needs it. */
export async function lint(text: string, options: LintOptions = {}): Promise<FileResult> {
  const { source, settings } = prepare(text, options)
  const named = await namedBibliographies(source)
  const library = named && createLibrary(named)
  const read = await readerFor(source)
  if (options.base === undefined || !isCompared(settings)) return lintSource(source, settings, read, library)
  const document = readDocument(source, read, { ...settings, library })
  return lintAgainst(options.base, document, { settings, read, library })
}

interface Known {
  readonly settings: Settings
  readonly read: Reader | undefined
  readonly library: Library | undefined
}

/** Lints a document as a change of an earlier version. */
async function lintAgainst(base: string, document: Document, { settings, read, library }: Known): Promise<FileResult> {
  const { path, format, language } = document.source
  const { withChanges } = await import('./compare/with-changes.ts')
  const before = createSource(path, base, { format, ...(language !== undefined && { language }) })
  const known = readDocument(before, read, { ...settings, library })
  return lintDocument(withChanges([known], [document])[0]!, settings)
}

/** The same at once, for Markdown and plain text; another format needs its reader. */
export function lintText(text: string, options: LintOptions = {}, read?: Reader): FileResult {
  const { source, settings } = prepare(text, options)
  return lintSource(source, settings, read)
}

/** What `applyFixes` may be told besides. */
export interface FixOptions extends LintOptions {
  /** Unsafe fixes are made too. */
  readonly unsafe?: boolean
}

/** A text that was fixed. */
export interface FixResult {
  readonly text: string
  /** What is left to find in it. */
  readonly result: FileResult
  /** What was fixed, with its places in the text as it was then. */
  readonly made: readonly Finding[]
  /** Fixes that would have changed what a marker leads to, with the reason. */
  readonly refused: readonly { readonly finding: Finding; readonly reason: string }[]
}

/** Makes the fixes of a text, as `--fix` does: no marker leads to other words than before. Touches no file. */
export async function applyFixes(text: string, options: FixOptions = {}): Promise<FixResult> {
  const { source, settings } = prepare(text, options)
  const { fixSource } = await import('./fix/rounds.ts')
  const named = await namedBibliographies(source)
  const library = named && createLibrary(named)
  const read = await readerFor(source)
  const { unsafe = false, base } = options
  const fixed = fixSource(source, settings, { unsafe, read, library })
  const { made, refused } = fixed
  const result =
    base === undefined || !isCompared(settings)
      ? fixed.result
      : await lintAgainst(base, fixed.document, { settings, read, library })
  return {
    text: (source.hasByteOrderMark ? '\uFEFF' : '') + result.source.text,
    result,
    made: made.map(({ finding }) => finding),
    refused: refused.map(({ offer, refusal }) => ({ finding: offer.finding, reason: refusal.message })),
  }
}

function prepare(text: string, options: LintOptions): { readonly source: Source; readonly settings: Settings } {
  const { path = '<text>', config } = options
  const resolution = resolverOfValue(config).resolve(path)
  const format = options.format ?? resolution.format
  const language = options.language ?? resolution.language
  const source = createSource(path, text, { ...(format && { format }), ...(language && { language }) })
  return { source, settings: resolution.settings }
}
