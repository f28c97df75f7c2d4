import { summarize } from '../finding.ts'
import type { FileResult, Finding, Reporter, Suppressed } from '../finding.ts'
import { lineAt } from '../source.ts'
import { byPath } from './by-path.ts'
import type { PathResult } from './by-path.ts'
import { columnCounter } from './columns.ts'
import type { ColumnOf } from './columns.ts'
import { inOneLine } from './in-one-line.ts'
import { declaration, element, escapeXml } from './xml.ts'

/** JUnit's XML: a suite for each file, a failed test for each finding, a passed one for a file without any. */
export const junit: Reporter = (run) => {
  const columnOf = columnCounter('code-point')
  const { errors, warnings, infos } = summarize(run)
  const suites = byPath(run).map((result) => suiteOf(result, columnOf))
  const counts = { failures: errors + warnings + infos, errors: run.failures.length }
  const tests = suites.reduce((sum, suite) => sum + suite.tests, 0)
  const texts = suites.map((suite) => suite.text)
  return declaration + element('testsuites', { name: 'footlint', tests, ...counts, time: 0 }, texts)
}

function suiteOf({ path, file, failures }: PathResult, columnOf: ColumnOf): { text: string; tests: number } {
  const { findings = [], suppressed = [] } = file ?? {}
  const caseOf = (name: string, content: readonly string[] = []) =>
    element('testcase', { name, classname: path, time: 0 }, content)
  const cases = [
    ...failures.map((message) => caseOf('footlint', [element('error', { message, type: 'unreadable' })])),
    ...findings.map((finding) => caseOf(finding.rule, [failureOf(file!, finding, columnOf)])),
    ...suppressed.map((one) => caseOf(one.finding.rule, [skippedOf(file!, one)])),
  ]
  if (findings.length === 0 && failures.length === 0) cases.push(caseOf('footlint'))
  const counts = { failures: findings.length, errors: failures.length, skipped: suppressed.length }
  return {
    text: element('testsuite', { name: path, tests: cases.length, ...counts, time: 0 }, cases),
    tests: cases.length,
  }
}

function failureOf({ source }: FileResult, finding: Finding, columnOf: ColumnOf): string {
  const place = `line ${lineAt(source, finding.range.start)}, column ${columnOf(source, finding.range.start)}`
  const message = inOneLine(finding, columnOf)
  return element('failure', { message, type: finding.severity }, [`${escapeXml(`${place}: ${message}`)}\n`])
}

function skippedOf({ source }: FileResult, { finding, by, reason }: Suppressed): string {
  const place = `line ${lineAt(source, finding.range.start)}`
  const why = by === 'baseline' ? 'recorded in the baseline' : reason
  return element('skipped', { message: `${place}: ${finding.message}${why === undefined ? '' : ` (${why})`}` })
}
