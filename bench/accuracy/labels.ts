import { readFileSync } from 'node:fs'

/** A fault that a person marked in a document. `line` and `column` from 1, in UTF-16 code units. */
export interface Label {
  readonly line: number
  readonly column: number
  readonly kind: string
  readonly marker?: string
  readonly level?: string
  readonly note?: string
  /** To report it and not to report it are both right. */
  readonly optional?: boolean
  /** Another place or kind under which the same fault may be reported. */
  readonly alt?: Alternative | readonly Alternative[]
}

export type Alternative = string | { readonly line?: number; readonly column?: number; readonly kind?: string }

export interface LabelledDocument {
  readonly id: string
  /** Relative to the root that is scored. */
  readonly file: string
  readonly language?: string
  /** What was looked for: where no label of that kind stands, there is no such fault. */
  readonly kinds?: readonly string[]
  readonly findings: readonly Label[]
}

/** A place and a rule under which a fault may be reported. */
export interface Spot {
  readonly line: number
  readonly column: number
  readonly rule: string
}

/** Which rule speaks of which kind of fault. The name of a rule is a kind as well. */
const rulesByKind: Readonly<Record<string, string>> = {
  order: 'marker-order',
  gap: 'marker-gap',
  duplicate: 'marker-duplicate',
  repeat: 'marker-duplicate',
  reuse: 'marker-duplicate',
  space: 'marker-spacing',
  spacing: 'marker-spacing',
  'space-before': 'marker-spacing',
  'space-inside': 'marker-spacing',
  'space-between': 'marker-spacing',
  'space-after': 'marker-spacing',
  punctuation: 'marker-punctuation',
  malformed: 'marker-malformed',
  undefined: 'marker-undefined',
  unused: 'entry-unused',
  'duplicate-entry': 'entry-duplicate',
  'duplicate-definition': 'entry-duplicate',
  empty: 'entry-empty',
  'empty-entry': 'entry-empty',
  'malformed-entry': 'entry-malformed',
  notation: 'marker-notation',
  start: 'series-start',
  entries: 'series-entries',
  'no-entries': 'series-entries',
}

/** What is looked for in a document that does not say it. */
const usualKinds = ['order', 'gap', 'repeat', 'space', 'malformed', 'undefined', 'unused', 'start', 'entries']

/** The rules that the labels of a document judge: those of the kinds that were looked for, found or not. */
export function judgedRules({ kinds = usualKinds, findings }: LabelledDocument): Set<string> {
  return new Set([...kinds, ...findings.map(({ kind }) => kind)].flatMap((kind) => ruleForKind(kind) ?? []))
}

/** The rule for a kind of label; `undefined` for a kind that no rule speaks of. */
export function ruleForKind(kind: string): string | undefined {
  if (Object.hasOwn(rulesByKind, kind)) return rulesByKind[kind]
  return /^(marker|cluster|entry|series)-[a-z]+$/.test(kind) ? kind : undefined
}

/** Where a label may be hit: its own place first, then its alternatives. Empty for a kind that no rule speaks of. */
export function spotsOf(label: Label): Spot[] {
  const given = label.alt === undefined ? [] : Array.isArray(label.alt) ? (label.alt as Alternative[]) : [label.alt]
  const alternatives = (given as Alternative[]).map((one) => (typeof one === 'string' ? { kind: one } : one))
  return [{}, ...alternatives].flatMap((alternative) => {
    const { line, column, kind } = { line: label.line, column: label.column, kind: label.kind, ...alternative }
    const rule = ruleForKind(kind)
    return rule === undefined ? [] : [{ line, column, rule }]
  })
}

/** Reads labels: one JSON object a line. */
export function readLabels(path: string): LabelledDocument[] {
  const lines = readFileSync(path, 'utf8').split(/\r?\n/)
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return []
    try {
      return [JSON.parse(line) as LabelledDocument]
    } catch (cause) {
      throw new Error(`${path}:${index + 1}: expected one JSON object a line`, { cause })
    }
  })
}
