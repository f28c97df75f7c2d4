import type { Range, Source } from './source.ts'

export type Severity = 'error' | 'warning' | 'info'

/** What a message names: text, a number, or a list of either. */
export type Datum = string | number | readonly string[] | readonly number[]
export type Data = Readonly<Record<string, Datum>>

/** One range of the source and what stands there afterwards. */
export interface Edit extends Range {
  readonly text: string
}

/** Edits that are made together or not at all. Safe: no reader of the text could tell another meaning afterwards. */
export interface Fix {
  readonly title: string
  readonly safe: boolean
  readonly edits: readonly Edit[]
  /** What changes besides white space, punctuation and the marker's own brackets: entries go or stand elsewhere, or labels change. */
  readonly changes?: 'entries' | 'renumber'
}

/** Another place that a finding speaks of. */
export interface Related {
  readonly message: string
  readonly range: Range
  /** The file that it is in, where that is another one than the finding's. */
  readonly source?: Source
}

/** What a rule found, in words and at a place. */
export interface Finding {
  readonly rule: string
  readonly messageId: string
  readonly severity: Severity
  readonly message: string
  readonly data: Data
  readonly range: Range
  readonly related: readonly Related[]
  readonly fix?: Fix
  /** Where the rule is explained. */
  readonly url?: string
}

/** A finding that a directive or the baseline silenced, with the directive's reason. */
export interface Suppressed {
  readonly finding: Finding
  readonly by: 'directive' | 'baseline'
  readonly reason: string | undefined
}

/** A series in figures. */
export interface SeriesStats {
  readonly notation: string
  readonly first: string | number | null
  readonly last: string | number | null
  readonly markers: number
  readonly entries: number
}

export interface Stats {
  readonly markers: number
  readonly entries: number
  readonly series: readonly SeriesStats[]
}

/** One document after the rules have seen it. Findings are sorted by place, then by rule. */
export interface FileResult {
  readonly source: Source
  readonly stats: Stats
  readonly findings: readonly Finding[]
  readonly suppressed: readonly Suppressed[]
  /** Others that may use it were no part of the run, so that not all is said of it that a run over everything would say. */
  readonly isPartial?: true
}

/** A file that could not be read, or a rule that broke on it: said in one line, and reason for exit code 2. */
export interface Failure {
  readonly path: string
  readonly message: string
}

/** One run of the program over some documents; all that a reporter gets to see. Files are sorted by path. */
export interface Run {
  readonly version: string
  readonly files: readonly FileResult[]
  readonly failures: readonly Failure[]
}

/** What a report says of a rule besides its findings. */
export interface RuleSummary {
  readonly id: string
  readonly summary: string
}

/** What a reporter is told besides the run; all of it is decided by the caller. */
export interface ReporterOptions {
  readonly color: boolean
  /** What the paths of the run are relative to, for formats that want absolute ones; with `/`. */
  readonly cwd?: string
  /** For formats that describe the rules; without it, they describe those that found something, by their ids. */
  readonly rules?: readonly RuleSummary[]
}

/** A pure function from a run to what is printed. */
export type Reporter = (run: Run, options: ReporterOptions) => string

const ranks: Record<Severity, number> = { info: 0, warning: 1, error: 2 }

/** The milder of two severities. */
export function milder(one: Severity, other: Severity): Severity {
  return ranks[one] <= ranks[other] ? one : other
}

export interface Summary {
  readonly files: number
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  /** Findings with a safe fix. */
  readonly fixable: number
}

/** Counts the findings of a run. */
export function summarize(run: Run): Summary {
  const counts = { error: 0, warning: 0, info: 0 }
  let fixable = 0
  for (const { findings } of run.files) {
    for (const { severity, fix } of findings) {
      counts[severity]++
      if (fix?.safe) fixable++
    }
  }
  return { files: run.files.length, errors: counts.error, warnings: counts.warning, infos: counts.info, fixable }
}

/** Puts data into a message template: `'{{label}} is not defined'`. A name without a datum stays as it is written. */
export function renderMessage(template: string, data: Data): string {
  const parts = partsOf(template)
  let message = parts[0]!
  for (let index = 1; index < parts.length; index += 2) message += textOf(parts[index]!, data) + parts[index + 1]!
  return message
}

function textOf(name: string, data: Data): string {
  if (!Object.hasOwn(data, name)) return `{{${name}}}`
  const datum = data[name]!
  return typeof datum === 'object' ? datum.join(', ') : String(datum)
}

const knownParts = new Map<string, readonly string[]>()

/** Words and names in turn; of each template it is asked for every finding. */
function partsOf(template: string): readonly string[] {
  const parts = knownParts.get(template) ?? template.split(/\{\{(\w+)\}\}/)
  knownParts.set(template, parts)
  return parts
}

/** By place, then by rule and message: the same document always gives the same list. */
export function compareFindings(one: Finding, other: Finding): number {
  return (
    one.range.start - other.range.start ||
    one.range.end - other.range.end ||
    (one.rule < other.rule ? -1 : one.rule > other.rule ? 1 : 0) ||
    (one.messageId < other.messageId ? -1 : one.messageId > other.messageId ? 1 : 0)
  )
}
