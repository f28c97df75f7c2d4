import type { Document, Reader } from '../document/document.ts'
import type { Library } from '../document/library.ts'
import type { FileResult } from '../finding.ts'
import type { Settings } from '../settings.ts'
import type { Source } from '../source.ts'
import type { Change } from './change.ts'
import { silentResult } from './silent.ts'

interface Surroundings {
  readonly read: Reader | undefined
  readonly library: Library
  readonly change?: Change | undefined
}

/** What was found, and what else a run wants to know of the document. */
export interface LintedFile {
  readonly result: FileResult
  readonly document: Pick<Document, 'source' | 'series'>
}

/** Lints a file; what reads documents is loaded when there is something in one. */
export async function lintFile(source: Source, settings: Settings, around: Surroundings): Promise<LintedFile> {
  const { read, library, change } = around
  // What is gone from a text that was changed is found by its absence; and a reader that was asked for has to read.
  const silent = change || read ? undefined : silentResult(source, settings, library)
  if (silent) return { result: silent, document: { source, series: [] } }
  const { readDocument, lintDocument } = await import('./closely.ts')
  const document = readDocument(source, read, { ...settings, library })
  const result = change
    ? await (await import('./lint-change.ts')).lintChange(document, settings, { change, library })
    : lintDocument(document, settings)
  return { result, document }
}
