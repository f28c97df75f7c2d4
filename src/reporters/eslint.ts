import type { Finding, Reporter } from '../finding.ts'
import { positionAt } from '../source.ts'
import type { Source } from '../source.ts'
import { byPath } from './by-path.ts'
import type { PathResult } from './by-path.ts'
import { columnCounter } from './columns.ts'
import type { ColumnOf } from './columns.ts'
import { inOneLine } from './in-one-line.ts'
import { replacementOf } from './replacement.ts'
import { printableJson } from './terminal.ts'

/** What `eslint --format json` prints, for editors and programs that read it. ESLint has two severities; `info` is a warning. */
export const eslint: Reporter = (run, { cwd }) => {
  const columnOf = columnCounter('code-point')
  return `${printableJson(JSON.stringify(byPath(run).map((result) => describe(result, cwd, columnOf))))}\n`
}

function describe({ path, file, failures }: PathResult, cwd: string | undefined, columnOf: ColumnOf): object {
  const findings = file?.findings ?? []
  const messageOf = (finding: Finding) => describeFinding(file!.source, finding, columnOf)
  const count = (isError: boolean, ofThem: readonly Finding[]) =>
    ofThem.filter(({ severity }) => (severity === 'error') === isError).length
  const fixable = findings.filter((finding) => replacementOf(file!.source, finding))
  return {
    filePath: cwd === undefined ? path : absolute(cwd, path),
    messages: [
      ...failures.map((message) => ({ ruleId: null, fatal: true, severity: 2, message, line: 1, column: 1 })),
      ...findings.map(messageOf),
    ],
    suppressedMessages: (file?.suppressed ?? []).map(({ finding, by, reason }) => ({
      ...messageOf(finding),
      suppressions: [{ kind: by === 'directive' ? by : 'file', justification: reason ?? '' }],
    })),
    errorCount: count(true, findings) + failures.length,
    fatalErrorCount: failures.length,
    warningCount: count(false, findings),
    fixableErrorCount: count(true, fixable),
    fixableWarningCount: count(false, fixable),
    usedDeprecatedRules: [],
  }
}

function describeFinding(source: Source, finding: Finding, columnOf: ColumnOf): object {
  const { rule, messageId, severity, range } = finding
  const start = positionAt(source, range.start)
  const end = positionAt(source, range.end)
  const replacement = replacementOf(source, finding)
  return {
    ruleId: rule,
    severity: severity === 'error' ? 2 : 1,
    message: inOneLine(finding, columnOf),
    line: start.line,
    column: start.column,
    nodeType: null,
    messageId,
    endLine: end.line,
    endColumn: end.column,
    ...(replacement && { fix: { range: [replacement.start, replacement.end], text: replacement.text } }),
  }
}

const isAbsolute = (path: string) => /^(?:\/|[A-Za-z]:\/)/.test(path)

/** `/texts` and `../notes/a.md`: `/notes/a.md`. */
function absolute(cwd: string, path: string): string {
  if (isAbsolute(path)) return path
  const parts = cwd.split('/')
  for (const part of path.split('/')) {
    if (part === '..' && parts.length > 1) parts.pop()
    else if (part !== '.' && part !== '..') parts.push(part)
  }
  return parts.join('/')
}
