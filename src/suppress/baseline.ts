import type { FileResult, Finding, Suppressed } from '../finding.ts'
import { fingerprints } from '../fingerprint.ts'

/** Findings that were there when somebody decided to live with them: by path, then by rule, their fingerprints. */
export type Baseline = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>

/** A file of a run as the baseline knows it. */
export interface Checked {
  readonly file: FileResult
  /** Relative to the folder of the baseline, so that it does not matter where the command is started. */
  readonly path: string
  readonly fingerprintOf: ReadonlyMap<Finding, string>
}

export function checkedAs(path: string, file: FileResult): Checked {
  return { file, path, fingerprintOf: fingerprints({ ...file, source: { ...file.source, path } }) }
}

/** Takes out the findings that are recorded. Whatever severity they have now, somebody has decided. */
export function silence({ file, path, fingerprintOf }: Checked, baseline: Baseline): FileResult {
  const recorded = baseline.get(path)
  if (!recorded) return file
  const findings: Finding[] = []
  const suppressed: Suppressed[] = [...file.suppressed]
  for (const finding of file.findings) {
    if (recorded.get(finding.rule)?.has(fingerprintOf.get(finding)!))
      suppressed.push({ finding, by: 'baseline', reason: undefined })
    else findings.push(finding)
  }
  return { ...file, findings, suppressed }
}

/** What a run can judge. */
export interface Scope {
  /** Whether a file that was not checked no longer exists. */
  readonly isGone: (path: string) => boolean
  readonly isJudged: (rule: string) => boolean
}

/** What is recorded and no longer there. Nothing is said of files that this run has not seen, or not from all sides. */
export function staleIn(baseline: Baseline, checked: readonly Checked[], { isGone, isJudged }: Scope): Baseline {
  const seen = new Map(checked.map((one) => [one.path, one]))
  return filtered(baseline, (path, rule, fingerprint) => {
    const one = seen.get(path)
    if (!one) return isGone(path)
    return isJudged(rule) && !one.file.isPartial && !found(one).has(fingerprint)
  })
}

export function without(baseline: Baseline, others: Baseline): Baseline {
  return filtered(baseline, (path, rule, fingerprint) => !others.get(path)?.get(rule)?.has(fingerprint))
}

/** Only errors are recorded: nothing else makes a run fail unless somebody asks for it. */
export function withErrors(
  baseline: Baseline,
  checked: readonly Checked[],
  isMeant: (rule: string) => boolean,
): Baseline {
  const next = new Map([...baseline].map(([path, rules]) => [path, new Map(rules)]))
  for (const { file, path, fingerprintOf } of checked) {
    for (const finding of file.findings) {
      if (finding.severity !== 'error' || !isMeant(finding.rule)) continue
      const rules = next.get(path) ?? new Map<string, ReadonlySet<string>>()
      rules.set(finding.rule, new Set([...(rules.get(finding.rule) ?? []), fingerprintOf.get(finding)!]))
      next.set(path, rules)
    }
  }
  return next
}

export function sizeOf(baseline: Baseline): number {
  return [...baseline.values()].flatMap((rules) => [...rules.values()]).reduce((sum, { size }) => sum + size, 0)
}

export function filtered(
  baseline: Baseline,
  isKept: (path: string, rule: string, fingerprint: string) => boolean,
): Baseline {
  const rulesOf = (path: string, rules: ReadonlyMap<string, ReadonlySet<string>>) =>
    [...rules]
      .map(([rule, all]) => [rule, new Set([...all].filter((one) => isKept(path, rule, one)))] as const)
      .filter(([, { size }]) => size > 0)
  return new Map(
    [...baseline]
      .map(([path, rules]) => [path, new Map(rulesOf(path, rules))] as const)
      .filter(([, { size }]) => size > 0),
  )
}

function found({ fingerprintOf }: Checked): ReadonlySet<string> {
  return new Set(fingerprintOf.values())
}
