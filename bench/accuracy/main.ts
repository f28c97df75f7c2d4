import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Config } from '../../src/config/schema.ts'
import { renderTable } from '../../scripts/generated.ts'
import { readLabels } from './labels.ts'
import { reportOn } from './report.ts'
import { labelledRules, scoreDocument, summarizeScores } from './score.ts'
import type { DocumentScore, Row, Scope } from './score.ts'

const usage = `Usage: npm run bench:accuracy -- <labels.jsonl> [options]

Compares what footlint reports with what people marked, and prints a Markdown table.

  --root <folder>          what the files of the labels are relative to (default: the folder of the labels)
  --rules <ids>            rules that are judged at every level, with commas (default: those that the labels name)
  --levels <levels>        levels that are judged whatever the rule is, with commas (default: error)
  --config <file>          a configuration in JSON (default: recommended)
  --list                   every false alarm and every fault that was missed
  --min-precision <share>  exit code 1 below it
  --min-recall <share>     exit code 1 below it`

const options = {
  root: { type: 'string' },
  rules: { type: 'string' },
  levels: { type: 'string', default: 'error' },
  config: { type: 'string' },
  list: { type: 'boolean', default: false },
  'min-precision': { type: 'string', default: '0' },
  'min-recall': { type: 'string', default: '0' },
} as const

function main(): number {
  const { values, positionals } = parseArgs({ allowPositionals: true, options })
  const [labelsPath] = positionals
  if (labelsPath === undefined) {
    console.error(usage)
    return 2
  }
  const documents = readLabels(labelsPath)
  const root = resolve(values.root ?? dirname(labelsPath))
  const config = values.config === undefined ? {} : (JSON.parse(readFileSync(values.config, 'utf8')) as Config)
  const scope: Scope = {
    rules: values.rules === undefined ? labelledRules(documents) : new Set(values.rules.split(',')),
    levels: new Set(values.levels.split(',')),
  }
  const read = (file: string) => readFileSync(join(root, file), 'utf8')
  const scores = documents.map((one) => scoreDocument(one, reportOn(read(one.file), one.file, config), scope))
  const rows = summarizeScores(scores)
  console.log(`${renderRows(rows)}\n\n${documents.length} documents; ${describeUnscored(scores)}`)
  if (values.list) console.log(scores.flatMap(listFaults).join('\n'))
  const { precision, recall } = rows.at(-1)!
  return precision < Number(values['min-precision']) || recall < Number(values['min-recall']) ? 1 : 0
}

function renderRows(rows: readonly Row[]): string {
  return renderTable(
    ['rule', 'hits', 'false alarms', 'missed', 'precision', 'recall', 'documents with a false alarm', 'optional'],
    rows.map((row) => [
      row.name,
      String(row.hits),
      String(row.falseAlarms),
      String(row.missed),
      row.precision.toFixed(3),
      row.recall.toFixed(3),
      String(row.documentsWithFalseAlarm),
      String(row.optional),
    ]),
  )
}

/** Findings of rules that the labels know nothing of are not judged, but said. */
function describeUnscored(scores: readonly DocumentScore[]): string {
  const rules = scores.flatMap((one) => one.unscored.map(({ rule }) => rule))
  if (rules.length === 0) return 'every finding was judged'
  const counts = [...new Set(rules)].toSorted().map((rule) => `${rule} ${rules.filter((one) => one === rule).length}`)
  return `not judged, as the labels say nothing about it: ${counts.join(', ')}`
}

function listFaults(one: DocumentScore): string[] {
  return [
    ...one.falseAlarms.map(
      (it) => `false   ${one.file}:${it.line}:${it.column} ${it.severity} ${it.rule} ${it.message}`,
    ),
    ...one.missed.map(
      (it) => `missed  ${one.file}:${it.line}:${it.column} ${it.level ?? ''} ${it.kind} ${it.marker ?? ''}`,
    ),
  ]
}

process.exitCode = main()
