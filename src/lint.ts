import { collect } from './collect.ts'
import type { Document, Reader } from './document/document.ts'
import type { Library } from './document/library.ts'
import { readDocument } from './document/read.ts'
import { compareFindings } from './finding.ts'
import type { FileResult, Finding, Stats } from './finding.ts'
import type { Settings } from './settings.ts'
import type { Source } from './source.ts'
import { statsOfFile } from './stats.ts'
import { suppress } from './suppress/comments.ts'
import { unreadableFindings } from './unreadable.ts'

/**
 * Reads a document and runs the rules over it. Pure: no file is touched, nothing is remembered. `read` is the reader of
 * the source's format, where one had to be loaded; `library` is what was read of its bibliographies.
 */
export function lintSource(source: Source, settings: Settings, read?: Reader, library?: Library): FileResult {
  return lintDocument(readDocument(source, read, { ...settings, library }), settings)
}

/** Runs the rules over a document. */
export function lintDocument(document: Document, settings: Settings): FileResult {
  const found: Finding[] = []
  for (const setting of settings.rules) collect(document, setting, found)
  return resultOf(document, found, settings, statsOfFile(document))
}

/** What is said of a file: what rules have found in it, and what directives and parsers have to add. */
export function resultOf(
  file: Pick<Document, 'source' | 'comments' | 'problems'>,
  found: Finding[],
  settings: Settings,
  stats: Stats,
): FileResult {
  const { findings, suppressed } = suppress(file, found.sort(compareFindings), settings)
  const unreadable = unreadableFindings(file.source.format, file.problems)
  const all = unreadable.length > 0 ? [...unreadable, ...findings].sort(compareFindings) : findings
  return { source: file.source, stats, findings: all, suppressed }
}
