import type { Document, Reader } from './document/document.ts'
import { readDocument } from './document/read.ts'
import { RuleError } from './errors.ts'
import { compareFindings } from './finding.ts'
import type { FileResult, Finding, SeriesStats, Stats } from './finding.ts'
import type { RuleSetting, Settings } from './settings.ts'
import type { Source } from './source.ts'
import { suppress } from './suppress/comments.ts'
import { unreadableFindings } from './unreadable.ts'

/**
 * Reads a document and runs the rules over it. Pure: no file is touched, nothing is remembered. `read` is the reader of
 * the source's format, where one had to be loaded.
 */
export function lintSource(source: Source, settings: Settings, read?: Reader): FileResult {
  return lintDocument(readDocument(source, read), settings)
}

/** The same for a document that was read already. */
export function lintDocument(document: Document, settings: Settings): FileResult {
  const { source } = document
  const found: Finding[] = []
  for (const setting of settings.rules) collect(document, setting, found)
  const { findings, suppressed } = suppress(document, found.sort(compareFindings), settings)
  const unreadable = unreadableFindings(source.format, document.problems)
  return { source, stats: statsOf(document), findings: [...unreadable, ...findings].sort(compareFindings), suppressed }
}

function collect(document: Document, setting: RuleSetting, found: Finding[]): void {
  const { rule, severity, options } = setting
  try {
    for (const finding of rule.check(document, options, severity)) found.push(withConfiguredFix(finding, setting))
  } catch (error) {
    throw new RuleError(rule.id, error)
  }
}

/** A configuration may trust a rule's fixes more than the rule does, or less, or not at all. */
function withConfiguredFix(finding: Finding, { fixes }: RuleSetting): Finding {
  if (!finding.fix || fixes === undefined) return finding
  const { fix, ...rest } = finding
  return fixes === 'off' ? rest : { ...rest, fix: { ...fix, safe: fixes === 'safe' } }
}

function statsOf(document: Document): Stats {
  const series = document.series.map((one): SeriesStats => {
    const labels = one.firstAppearances.map((appearance) => appearance.label)
    return {
      notation: one.notation,
      first: one.lowest ?? labels[0] ?? null,
      last: one.highest ?? labels.at(-1) ?? null,
      markers: one.markers.length,
      entries: one.entries.length,
    }
  })
  return { markers: series.reduce((sum, one) => sum + one.markers, 0), entries: document.entries.length, series }
}
