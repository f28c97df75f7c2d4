import { noLibrary } from '../document/library.ts'
import type { Library } from '../document/library.ts'
import type { FileResult, Finding, Stats, Suppressed } from '../finding.ts'
import { createSource } from '../source.ts'
import { noStats } from '../stats.ts'
import { mayCite } from './project-names.ts'
import { readOptions } from './read.ts'
import type { VisitedFile } from './visit.ts'

/** What came of a file that stands for itself, without its text: what a cache keeps and a worker sends. Plain data. */
export interface Outcome {
  readonly stats: Stats
  readonly findings: readonly Finding[]
  readonly suppressed: readonly Suppressed[]
  /** Keys that it cites, for the bibliographies of the run. */
  readonly cited: readonly string[]
  /** A project around it could name bibliographies for it. */
  readonly mayCite: boolean
}

/** What is left to say of a file without markers, entries, findings and keys. */
export const nothing: Outcome = { stats: noStats, findings: [], suppressed: [], cited: [], mayCite: false }

/** A result as an outcome; `undefined` where it depends on other files too. */
export function outcomeOf(result: FileResult, library: Library, cited: readonly string[]): Outcome | undefined {
  const { source, stats, findings, suppressed } = result
  if (library !== noLibrary || source.format === 'bibliography') return undefined
  return { stats, findings, suppressed, cited, mayCite: mayCite(source.text) }
}

/** Whether the text of its file is needed to report it. */
export function needsText({ findings, suppressed }: Pick<Outcome, 'findings' | 'suppressed'>): boolean {
  return findings.length > 0 || suppressed.length > 0
}

/** Of a file of which there is nothing to say, nobody asks for the text, and a run over thousands would hold all of them. */
export function withoutText(result: FileResult): FileResult {
  if (needsText(result)) return result
  const { path, format, language } = result.source
  return { ...result, source: createSource(path, '', { format, ...(language !== undefined && { language }) }) }
}

/** The result again. Without its text, which nobody asks for where there is nothing to say. */
export function resultOfOutcome({ path, resolution }: VisitedFile, outcome: Outcome, text = ''): FileResult {
  const { stats, findings, suppressed } = outcome
  return { source: createSource(path, text, readOptions(resolution)), stats, findings, suppressed }
}
