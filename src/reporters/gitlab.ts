import type { FileResult, Reporter, Run } from '../finding.ts'
import { fingerprints } from '../fingerprint.ts'
import { sha256 } from '../sha256.ts'
import { lineAt } from '../source.ts'
import { columnCounter } from './columns.ts'
import type { ColumnOf } from './columns.ts'
import { inOneLine } from './in-one-line.ts'
import { printableJson } from './terminal.ts'

const severities = { error: 'major', warning: 'minor', info: 'info' } as const

/**
 * GitLab Code Quality (docs.gitlab.com/ci/testing/code_quality). The fingerprints hold no line number, so that an edit
 * above does not open everything anew; GitLab drops a finding whose fingerprint it has seen already.
 */
export const gitlab: Reporter = (run) => {
  const columnOf = columnCounter('code-point')
  const issues = [...failuresOf(run), ...run.files.flatMap((file) => issuesOf(file, columnOf))]
  return `${printableJson(JSON.stringify(issues, undefined, 2))}\n`
}

function issuesOf(file: FileResult, columnOf: ColumnOf): object[] {
  const { source, findings } = file
  const fingerprintOf = fingerprints(file)
  return findings.map((finding) => {
    const { rule, severity, range } = finding
    return {
      description: inOneLine(finding, columnOf),
      check_name: rule,
      fingerprint: fingerprintOf.get(finding),
      severity: severities[severity],
      location: {
        path: source.path,
        lines: { begin: lineAt(source, range.start), end: lineAt(source, Math.max(range.start, range.end - 1)) },
      },
    }
  })
}

function failuresOf({ failures }: Run): object[] {
  return failures.map(({ path, message }) => ({
    description: message,
    check_name: 'footlint',
    fingerprint: sha256(JSON.stringify([path, message])).slice(0, 32),
    severity: 'critical',
    location: { path, lines: { begin: 1 } },
  }))
}
