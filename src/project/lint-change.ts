import { withChanges } from '../compare/with-changes.ts'
import type { Document } from '../document/document.ts'
import { readerFor } from '../document/formats/index.ts'
import type { Library } from '../document/library.ts'
import { readDocument } from '../document/read.ts'
import type { FileResult } from '../finding.ts'
import { lintDocument } from '../lint.ts'
import { isCompared } from '../settings.ts'
import type { Settings } from '../settings.ts'
import { createSource } from '../source.ts'
import type { Source } from '../source.ts'
import type { Change } from './change.ts'
import { decodeSource } from './read.ts'

/** Lints a document as a change: compared with what it was before, where it was there. */
export async function lintChange(
  document: Document,
  settings: Settings,
  { change, library }: { readonly change: Change; readonly library: Library },
): Promise<FileResult> {
  const before = isCompared(settings) ? baseOf(document.source, change) : undefined
  if (!before) return lintDocument(document, settings)
  // Its bibliographies are those of today: what is gone from one, the document itself has to say.
  const base = readDocument(before, await readerFor(before), { ...settings, library })
  return lintDocument(withChanges([base], [document])[0]!, settings)
}

/** The text that a file had before; `undefined` where there was none, or none that can be read. */
export function baseOf({ path, format, language }: Source, { baseOf: find }: Change): Source | undefined {
  const base = find(path)
  if (!base) return undefined
  try {
    const before = decodeSource(base.path, base.bytes, { ...(language !== undefined && { language }) })
    return base.path === path ? createSource(path, before.text, { format }) : before
  } catch {
    return undefined
  }
}
