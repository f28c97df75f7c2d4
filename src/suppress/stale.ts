import { compareFindings, renderMessage } from '../finding.ts'
import type { Data, FileResult, Finding } from '../finding.ts'
import { noStats } from '../stats.ts'
import type { Source } from '../source.ts'
import type { Baseline } from './baseline.ts'

/** The check of the baseline itself, described like a rule for those who list or explain it. */
export const stale = {
  id: 'baseline-stale',
  summary: 'What the baseline records has to be there still',
  severity: 'error',
  fixable: undefined,
  messages: {
    finding:
      'A finding of `{{rule}}` in `{{path}}` is recorded and no longer there, expected --prune-suppressions to take it out',
    findings:
      '{{count}} findings of `{{rule}}` in `{{path}}` are recorded and no longer there, expected --prune-suppressions to take them out',
    file: '`{{path}}` is recorded and no longer exists, expected --prune-suppressions to take it out',
  },
} as const

/** What is said of the baseline, as of any other file, so that every report has it: a finding for each rule of a file. */
export function staleFile(source: Source, entries: Baseline, isGone: (path: string) => boolean): FileResult {
  const findings = [...entries].flatMap(([path, rules]) => {
    if (isGone(path)) return [findingAt(source, 'file', [...rules.values()][0]!, { path })]
    return [...rules].map(([rule, all]) =>
      all.size === 1
        ? findingAt(source, 'finding', all, { rule, path })
        : findingAt(source, 'findings', all, { count: all.size, rule, path }),
    )
  })
  return { source, stats: noStats, findings: findings.toSorted(compareFindings), suppressed: [] }
}

/** At the first of some fingerprints, which occur once each. */
function findingAt(
  source: Source,
  messageId: keyof typeof stale.messages,
  [first]: ReadonlySet<string>,
  data: Data,
): Finding {
  const start = source.text.indexOf(first!)
  const range = { start, end: start + first!.length }
  const message = renderMessage(stale.messages[messageId], data)
  return { rule: stale.id, messageId, severity: stale.severity, message, data, range, related: [] }
}
