import type { FileResult, Reporter } from '../finding.ts'
import { lineAt } from '../source.ts'
import { columnCounter } from './columns.ts'
import type { ColumnOf } from './columns.ts'
import { inOneLine } from './in-one-line.ts'
import { printable } from './terminal.ts'

/**
 * One finding a line, `path:line:column: severity message [rule]`, for editors, `grep` and problem matchers. What could not
 * be checked stands at the beginning of its file, where such programs can go to.
 */
export const unix: Reporter = (run) => {
  const columnOf = columnCounter('code-point')
  const failures = run.failures.map(({ path, message }) => {
    return `${printable(path)}:1:1: error ${printable(message)} [footlint]\n`
  })
  return [...failures, ...run.files.flatMap((file) => renderFile(file, columnOf))].join('')
}

function renderFile({ source, findings }: FileResult, columnOf: ColumnOf): string[] {
  const path = printable(source.path)
  return findings.map((finding) => {
    const { range, severity, rule } = finding
    const place = `${lineAt(source, range.start)}:${columnOf(source, range.start)}`
    return `${path}:${place}: ${severity} ${printable(inOneLine(finding, columnOf))} [${printable(rule)}]\n`
  })
}
