import type { Finding, Reporter } from '../finding.ts'
import { lineAt } from '../source.ts'
import { byPath } from './by-path.ts'
import type { PathResult } from './by-path.ts'
import { columnCounter } from './columns.ts'
import type { ColumnOf } from './columns.ts'
import { inOneLine } from './in-one-line.ts'
import { declaration, element } from './xml.ts'

/** The XML of Checkstyle, which many programs read. Columns count code points. */
export const checkstyle: Reporter = (run) => {
  const columnOf = columnCounter('code-point')
  const files = byPath(run).map((result) => element('file', { name: result.path }, errorsOf(result, columnOf)))
  return declaration + element('checkstyle', { version: '4.3' }, files)
}

function errorsOf({ file, failures }: PathResult, columnOf: ColumnOf): string[] {
  const errorOf = (finding: Finding) =>
    element('error', {
      line: lineAt(file!.source, finding.range.start),
      column: columnOf(file!.source, finding.range.start),
      severity: finding.severity,
      message: inOneLine(finding, columnOf),
      source: `footlint.${finding.rule}`,
    })
  return [
    ...failures.map((message) => element('error', { line: 1, severity: 'error', message, source: 'footlint' })),
    ...(file?.findings ?? []).map(errorOf),
  ]
}
