import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { renderTable } from '../../scripts/generated.ts'
import type { Config } from '../../src/config/schema.ts'
import type { FileResult, Finding } from '../../src/finding.ts'
import { positionAt, promisedFormat } from '../../src/source.ts'
import { lint } from '../../src/api.ts'
import { contextOf } from './context.ts'
import { drawn } from './drawn.ts'
import { isNamedPlace } from './named.ts'

const usage = `Usage: npm run bench:corpus -- <folder> [options]

Lints every document of a folder and prints each finding with the text around it, to be looked at by hand:
path:line:column severity rule message ‹text before⟦finding⟧text behind›
Exit code 1: a crash, or a finding whose message names another text than the one at its place.

  --rules <ids>      only these rules, with commas
  --levels <levels>  only these levels, with commas
  --config <file>    a configuration in JSON (default: recommended)
  --sample <n>       that many of the findings, drawn by the seed, in the order of their places
  --seed <n>         for the drawing (default: 1)
  --reach <n>        how many characters of text on either side are shown (default: 40)
  --slowest <n>      how many of the slowest files are named (default: 5)
  --quiet            the summary only`

const options = {
  rules: { type: 'string' },
  levels: { type: 'string' },
  config: { type: 'string' },
  sample: { type: 'string' },
  seed: { type: 'string', default: '1' },
  reach: { type: 'string', default: '40' },
  slowest: { type: 'string', default: '5' },
  quiet: { type: 'boolean', default: false },
} as const

interface Linted {
  readonly path: string
  readonly size: number
  readonly milliseconds: number
  readonly findings: readonly Finding[]
  readonly crash: string | undefined
  /** Findings whose message names something else than what stands at their place. */
  readonly misplaced: number
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options })
  const [folder] = positionals
  if (folder === undefined) {
    console.error(usage)
    return 2
  }
  const config = values.config === undefined ? {} : (JSON.parse(readFileSync(values.config, 'utf8')) as Config)
  const isShown = (finding: Finding) =>
    isIn(values.rules, finding.rule) && isIn(values.levels, finding.severity) && !values.quiet
  const shown: string[] = []
  const show = ({ source, findings }: FileResult) => {
    for (const finding of findings.filter(isShown)) {
      const { line, column } = positionAt(source, finding.range.start)
      const place = `${source.path}:${line}:${column}`
      const mark = isNamedPlace(source, finding) ? '' : 'MISPLACED '
      const context = contextOf(source, finding, Number(values.reach))
      shown.push(`${place} ${mark}${finding.severity} ${finding.rule} ${finding.message} ${context}`)
    }
  }
  const files: Linted[] = []
  for (const path of documentsIn(folder)) files.push(await lintFile(folder, path, config, show))
  const size = values.sample === undefined ? shown.length : Number(values.sample)
  for (const line of drawn(shown, size, Number(values.seed))) console.log(line)
  console.log(summarize(files, Number(values.slowest)))
  return files.some((file) => file.crash !== undefined || file.misplaced > 0) ? 1 : 0
}

const isIn = (list: string | undefined, item: string) => list === undefined || list.split(',').includes(item)

function documentsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => entry.isFile() && promisedFormat(entry.name) !== undefined)
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .toSorted()
}

async function lintFile(
  folder: string,
  path: string,
  config: Config,
  show: (result: FileResult) => void,
): Promise<Linted> {
  const text = readFileSync(join(folder, path), 'utf8')
  const began = performance.now()
  const timed = () => ({ path, size: text.length, milliseconds: performance.now() - began })
  try {
    const result = await lint(text, { path, config })
    const misplaced = result.findings.filter((finding) => !isNamedPlace(result.source, finding)).length
    const linted = { ...timed(), findings: result.findings, crash: undefined, misplaced }
    show(result)
    return linted
  } catch (error) {
    const crash = error instanceof Error ? (error.stack ?? error.message) : String(error)
    console.log(`${path} CRASH ${crash}`)
    return { ...timed(), findings: [], crash, misplaced: 0 }
  }
}

function summarize(files: readonly Linted[], slowest: number): string {
  const findings = files.flatMap((file) => file.findings)
  const rules = [...new Set(findings.map((finding) => finding.rule))].toSorted()
  const count = (rule: string, severity: string) =>
    String(findings.filter((finding) => finding.rule === rule && finding.severity === severity).length)
  const documents = (rule: string) =>
    String(files.filter((file) => file.findings.some((finding) => finding.rule === rule)).length)
  const bySpeed = files.toSorted((one, other) => other.milliseconds - one.milliseconds).slice(0, slowest)
  return [
    '',
    renderTable(
      ['rule', 'errors', 'warnings', 'infos', 'documents'],
      rules.map((rule) => [rule, count(rule, 'error'), count(rule, 'warning'), count(rule, 'info'), documents(rule)]),
    ),
    '',
    renderTable(
      ['slowest', 'characters', 'ms'],
      bySpeed.map((file) => [file.path, String(file.size), file.milliseconds.toFixed(1)]),
    ),
    '',
    `${files.length} documents, ${files.filter((file) => file.crash !== undefined).length} crashes, ` +
      `${files.reduce((sum, file) => sum + file.misplaced, 0)} findings that name another text than the one at their place`,
  ].join('\n')
}

process.exitCode = await main()
