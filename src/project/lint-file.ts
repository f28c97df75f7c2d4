import type { Document, Reader } from '../document/document.ts'
import type { Library } from '../document/library.ts'
import type { FileResult } from '../finding.ts'
import type { Settings } from '../settings.ts'
import type { Source } from '../source.ts'
import type { Change } from './change.ts'
import type { lintChange } from './lint-change.ts'
import { lookAt } from './look.ts'
import { idle } from './stopwatch.ts'
import type { Stopwatch } from './stopwatch.ts'

interface Surroundings {
  readonly read: Reader | undefined
  readonly library: Library
  readonly change?: Change | undefined
  readonly stopwatch?: Stopwatch | undefined
}

/** What was found, and what else a run wants to know of the document. */
export interface LintedFile {
  readonly result: FileResult
  readonly document: Pick<Document, 'source' | 'series'>
}

/** Lints a file; what reads documents is loaded when there is something in one. */
export async function lintFile(source: Source, settings: Settings, around: Surroundings): Promise<LintedFile> {
  const { read, library, change, stopwatch = idle } = around
  const { time, count } = stopwatch
  count('files', 1)
  count('characters', source.text.length)
  // What is gone from a text that was changed is found by its absence; and a reader that was asked for has to read.
  const look = change || read ? undefined : time('look', () => lookAt(source, settings, library))
  if (look?.result) return { result: look.result, document: { source, series: [] } }
  const { readDocument, lintDocument } = await stopwatch.closely()
  const document = readDocument(source, read, { ...settings, library, unmarked: look?.isUnmarked })
  const result = change
    ? await time('compare', async () => lintChanged(document, settings, { change, library }))
    : lintDocument(document, settings)
  return { result, document }
}

async function lintChanged(...given: Parameters<typeof lintChange>): ReturnType<typeof lintChange> {
  return (await import('./lint-change.ts')).lintChange(...given)
}
