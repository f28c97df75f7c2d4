import { renderTable } from '../../scripts/generated.ts'
import { rowOf } from './score.ts'
import type { DocumentScore, Row } from './score.ts'

const heads = [
  'hits',
  'false alarms',
  'of them errors',
  'missed',
  'precision',
  'recall',
  'documents with a false alarm',
]

function cellsOf(row: Row): string[] {
  const { hits, falseAlarms, errors, missed, precision, recall, documentsWithFalseAlarm } = row
  const counts = [hits, falseAlarms, errors, missed].map(String)
  return [...counts, precision.toFixed(3), recall.toFixed(3), String(documentsWithFalseAlarm)]
}

/** One row for each rule. */
export function renderRules(rows: readonly Row[]): string {
  return renderTable(
    ['rule', ...heads, 'optional'],
    rows.map((row) => [
      row.name.startsWith('all') ? row.name : `\`${row.name}\``,
      ...cellsOf(row),
      String(row.optional),
    ]),
  )
}

/** One row for each file of labels. */
export function renderFiles(files: readonly { readonly name: string; readonly scores: readonly DocumentScore[] }[]) {
  return renderTable(
    ['labels', 'documents', ...heads],
    files.map(({ name, scores }) => [`\`${name}\``, String(scores.length), ...cellsOf(rowOf(name, scores))]),
  )
}

/** Findings of rules that the labels know nothing of are not judged, but said. */
export function renderUnscored(scores: readonly DocumentScore[]): string {
  const rules = scores.flatMap((one) => one.unscored.map(({ rule }) => rule))
  if (rules.length === 0) return 'Every finding was judged.'
  const counts = [...new Set(rules)]
    .toSorted()
    .map((rule) => `${rules.filter((one) => one === rule).length} of \`${rule}\``)
  return `Not judged, as nobody looked for it in these documents: ${counts.join(', ')}.`
}

/** Every false alarm and every fault that was missed, a line each. */
export function listFaults(one: DocumentScore): string[] {
  return [
    ...one.falseAlarms.map(
      (it) => `false   ${one.file}:${it.line}:${it.column} ${it.severity} ${it.rule} ${it.message}`,
    ),
    ...one.missed.map(
      (it) => `missed  ${one.file}:${it.line}:${it.column} ${it.level ?? ''} ${it.kind} ${it.marker ?? ''}`,
    ),
  ]
}
