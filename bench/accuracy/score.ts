import type { Severity } from '../../src/finding.ts'
import { judgedRules, ruleForKind, spotsOf } from './labels.ts'
import type { Label, LabelledDocument, Spot } from './labels.ts'

/** A finding as far as it is compared with labels. */
export interface Reported extends Spot {
  readonly severity: Severity
  /** What stands at its place. */
  readonly text: string
  readonly message: string
}

/** How the findings about one document compare with its labels. */
export interface DocumentScore {
  readonly file: string
  readonly hits: readonly { readonly finding: Reported; readonly label: Label }[]
  /** Findings that hit a label which may be reported or not. */
  readonly optional: readonly Reported[]
  readonly falseAlarms: readonly Reported[]
  readonly missed: readonly Label[]
  /** Findings of rules that the labels say nothing about. */
  readonly unscored: readonly Reported[]
}

export interface Scope {
  /** Levels at which a finding is judged whatever its rule is: nothing false may be an error. */
  readonly levels: ReadonlySet<string>
  /** Rules that other labels of the same document judge. */
  readonly elsewhere?: ReadonlySet<string>
}

/** Compares. A label is hit once at most: a fault that is reported twice is one hit and one false alarm. */
export function scoreDocument(document: LabelledDocument, findings: readonly Reported[], scope: Scope): DocumentScore {
  const open = new Set(document.findings)
  const judged = judgedRules(document)
  const counts = ({ rule, severity }: Reported) =>
    judged.has(rule) || (scope.levels.has(severity) && !scope.elsewhere?.has(rule))
  const score = { file: document.file, hits: [], optional: [], falseAlarms: [], missed: [], unscored: [] } as {
    [Key in keyof DocumentScore]: DocumentScore[Key] extends readonly (infer Item)[] ? Item[] : DocumentScore[Key]
  }
  for (const finding of findings) {
    const label = [...open].find((one) => spotsOf(one).some((spot) => isHit(spot, one, finding)))
    if (label) open.delete(label)
    if (label?.optional) score.optional.push(finding)
    else if (label) score.hits.push({ finding, label })
    else if (counts(finding)) score.falseAlarms.push(finding)
    else if (!scope.elsewhere?.has(finding.rule)) score.unscored.push(finding)
  }
  score.missed.push(...[...open].filter((label) => !label.optional && ruleForKind(label.kind) !== undefined))
  return score
}

/**
 * An entry is hit anywhere on its line: labels have it at the start of the line, findings at its number. A marker with
 * several numbers is hit at any of them.
 */
function isHit(spot: Spot, label: Label, finding: Reported): boolean {
  if (spot.line !== finding.line || spot.rule !== finding.rule) return false
  const { length } = label.marker ?? ''
  if (spot.column === finding.column) return true
  if (finding.column > spot.column && finding.column + finding.text.length <= spot.column + length) return true
  return spot.rule.startsWith('entry-') && bare(label.marker ?? '') === bare(finding.text)
}

/** `12`, `[12]` and `12.` are one label. */
function bare(label: string): string {
  return label.replaceAll(/[^\p{L}\p{N}]/gu, '')
}

export interface Row {
  readonly name: string
  /** False alarms that are errors. */
  readonly errors: number
  readonly hits: number
  readonly falseAlarms: number
  readonly missed: number
  readonly optional: number
  readonly documentsWithFalseAlarm: number
  /** 1 where nothing was reported or nothing was to be found. */
  readonly precision: number
  readonly recall: number
}

/** Leftovers stand in rows: one pasted page has more of them than all other documents have faults. */
const frequent = 'marker-residue'

/** One row for each rule that is scored, one for all but the rule that is hit most, and one for all. */
export function summarizeScores(scores: readonly DocumentScore[]): Row[] {
  const names = scores.flatMap((score) => [
    ...[...score.hits.map((hit) => hit.finding), ...score.falseAlarms, ...score.optional].map(({ rule }) => rule),
    ...score.missed.map((label) => ruleForKind(label.kind)!),
  ])
  const rows = [...new Set(names)].toSorted().map((rule) => rowOf(rule, scores, (name) => name === rule))
  const others = rowOf(`all but \`${frequent}\``, scores, (name) => name !== frequent)
  return [...rows, others, rowOf('all', scores)]
}

/** Sums up what is counted; all of it, unless it is said which rules. */
export function rowOf(name: string, scores: readonly DocumentScore[], isCounted = (_rule: string) => true): Row {
  const count = (one: (score: DocumentScore) => readonly (string | undefined)[]) =>
    scores.flatMap(one).filter((rule) => isCounted(rule ?? '')).length
  const rulesOf = (findings: readonly Reported[]) => findings.map(({ rule }) => rule)
  const hits = count((score) => score.hits.map(({ label }) => ruleForKind(label.kind)))
  const falseAlarms = count((score) => rulesOf(score.falseAlarms))
  const missed = count((score) => score.missed.map((label) => ruleForKind(label.kind)))
  return {
    name,
    hits,
    falseAlarms,
    errors: count((score) => rulesOf(score.falseAlarms.filter(({ severity }) => severity === 'error'))),
    missed,
    optional: count((score) => rulesOf(score.optional)),
    documentsWithFalseAlarm: scores.filter((score) => rulesOf(score.falseAlarms).some(isCounted)).length,
    precision: share(hits, falseAlarms),
    recall: share(hits, missed),
  }
}

function share(hits: number, others: number): number {
  return hits + others === 0 ? 1 : hits / (hits + others)
}
