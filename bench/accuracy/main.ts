import { readFileSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Config } from '../../src/config/schema.ts'
import { writeGenerated } from '../write.ts'
import { judgedRules, readLabels } from './labels.ts'
import type { LabelledDocument } from './labels.ts'
import { reportOn } from './report.ts'
import { rowOf, scoreDocument, summarizeScores } from './score.ts'
import type { DocumentScore } from './score.ts'
import { listFaults, renderFiles, renderRules, renderUnscored } from './tables.ts'

const usage = `Usage: npm run bench:accuracy -- <labels.jsonl>... [options]

Compares what footlint reports with what people marked, and prints Markdown tables: one row for each rule, and one for
each file of labels where there are several.

  --root <folder>          what the files of the labels are relative to (default: the folder of the first labels)
  --levels <levels>        levels that are judged whatever the rule is, with commas (default: error)
  --config <file>          a configuration in JSON (default: recommended)
  --list                   every false alarm and every fault that was missed
  --write                  puts the tables into docs/accuracy.md
  --min-precision <share>  exit code 1 below it
  --min-recall <share>     exit code 1 below it`

const options = {
  root: { type: 'string' },
  levels: { type: 'string', default: 'error' },
  config: { type: 'string' },
  list: { type: 'boolean', default: false },
  write: { type: 'boolean', default: false },
  'min-precision': { type: 'string', default: '0' },
  'min-recall': { type: 'string', default: '0' },
} as const

interface LabelFile {
  readonly name: string
  readonly documents: readonly LabelledDocument[]
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options })
  const [first] = positionals
  if (first === undefined) {
    console.error(usage)
    return 2
  }
  const root = resolve(values.root ?? dirname(first))
  const config = values.config === undefined ? {} : (JSON.parse(readFileSync(values.config, 'utf8')) as Config)
  const files = positionals.map((path): LabelFile => ({ name: basename(path), documents: readLabels(path) }))
  const report = (file: string) => reportOn(root, file, config)
  const scored = await scoreFiles(files, report, new Set(values.levels.split(',')))
  const scores = scored.flatMap((one) => one.scores)
  const rows = summarizeScores(scores)
  const parts = [renderRules(rows), renderFiles(scored), renderUnscored(scores)]
  console.log((files.length > 1 ? parts : [parts[0], parts[2]]).join('\n\n'))
  if (values.list) console.log(scores.flatMap(listFaults).join('\n'))
  if (values.write) writeGenerated('docs/accuracy.md', 'accuracy', parts.join('\n\n'))
  const { precision, recall } = rowOf('all', scores)
  return precision < Number(values['min-precision']) || recall < Number(values['min-recall']) ? 1 : 0
}

/** A document may be labelled twice, each time for other rules. */
async function scoreFiles(
  files: readonly LabelFile[],
  report: (file: string) => ReturnType<typeof reportOn>,
  levels: ReadonlySet<string>,
): Promise<{ name: string; scores: DocumentScore[] }[]> {
  const judged = new Map<string, Set<string>>()
  const documents = files.flatMap((one) => one.documents)
  for (const document of documents)
    judged.set(document.file, new Set([...(judged.get(document.file) ?? []), ...judgedRules(document)]))
  const reports = new Map<string, Awaited<ReturnType<typeof reportOn>>>()
  for (const file of judged.keys()) reports.set(file, await report(file))
  return files.map(({ name, documents: own }) => ({
    name,
    scores: own.map((one) => scoreDocument(one, reports.get(one.file)!, { levels, elsewhere: judged.get(one.file)! })),
  }))
}

process.exitCode = await main()
