import type { FileResult, Finding, Run } from '../finding.ts'
import { lineAt } from '../source.ts'
import type { Range, Source } from '../source.ts'
import { homepage } from '../version.ts'
import { columnCounter } from './columns.ts'
import type { ColumnOf } from './columns.ts'
import { replacementOf } from './replacement.ts'

/** The tool, as the Reviewdog Diagnostic Format names it. */
export const rdfSource = { name: 'footlint', url: homepage }

const severities = { error: 'ERROR', warning: 'WARNING', info: 'INFO' } as const

/** The findings of a run in the Reviewdog Diagnostic Format: columns are UTF-8 bytes, ends are exclusive. */
export function rdfDiagnostics(run: Run): object[] {
  const columnOf = columnCounter('utf8')
  return [
    ...run.failures.map(({ path, message }) => ({ message, location: { path }, severity: 'ERROR' })),
    ...run.files.flatMap((file) => file.findings.map((finding) => diagnosticOf(file, finding, columnOf))),
  ]
}

function diagnosticOf({ source }: FileResult, finding: Finding, columnOf: ColumnOf): object {
  const { rule, severity, message, range, related, url } = finding
  const replacement = replacementOf(source, finding)
  return {
    message,
    location: locationOf(source, range, columnOf),
    severity: severities[severity],
    code: { value: rule, ...(url !== undefined && { url }) },
    ...(replacement && {
      suggestions: [{ range: rangeOf(source, replacement, columnOf), text: replacement.text }],
    }),
    ...(related.length > 0 && {
      relatedLocations: related.map((one) => ({
        message: one.message,
        location: locationOf(one.source ?? source, one.range, columnOf),
      })),
    }),
  }
}

function locationOf(source: Source, range: Range, columnOf: ColumnOf): object {
  return { path: source.path, range: rangeOf(source, range, columnOf) }
}

function rangeOf(source: Source, { start, end }: Range, columnOf: ColumnOf): object {
  const positionOf = (offset: number) => ({ line: lineAt(source, offset), column: columnOf(source, offset) })
  return { start: positionOf(start), end: positionOf(end) }
}
