import type { FileResult, Finding, Reporter, Run, Severity } from '../finding.ts'
import { lineAt } from '../source.ts'
import { columnCounter } from './columns.ts'
import type { ColumnOf } from './columns.ts'
import { inOneLine } from './in-one-line.ts'
import { printable } from './terminal.ts'

/** An annotation before it is written. */
interface Annotation {
  readonly severity: Severity
  readonly properties: Readonly<Record<string, string | number | undefined>>
  readonly message: string
}

/** GitHub keeps so many annotations of a kind from one step and drops the others without a word. */
const limit = 10
const commands: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' }
const severities = ['error', 'warning', 'info'] as const

/**
 * Workflow commands of GitHub Actions, the worst first. Those beyond the limit come behind a notice that says so: they
 * stand in the log only, where nothing but the message is seen, and so name their place in it.
 */
export const github: Reporter = (run) => {
  const all = annotationsOf(run)
  const kinds = severities.map((severity) => all.filter((one) => one.severity === severity))
  const isOver = kinds.some((kind) => kind.length > limit)
  // The notice itself takes the place of one.
  const shown = kinds.map((kind, at) => kind.slice(0, isOver && severities[at] === 'info' ? limit - 1 : limit))
  const rest = kinds.flatMap((kind, at) => kind.slice(shown[at]!.length))
  const notice = rest.length === 0 ? [] : [noticeOf(kinds, shown), ...rest.map(withPlace)]
  return [...shown.flat(), ...notice].map(render).join('')
}

function annotationsOf(run: Run): Annotation[] {
  const columnOf = columnCounter('code-point')
  const failures = run.failures.map(({ path, message }) => {
    return { severity: 'error' as const, properties: { title: 'footlint', file: path }, message }
  })
  const findings = run.files.flatMap((file) => file.findings.map((finding) => annotationOf(file, finding, columnOf)))
  return [...failures, ...findings]
}

function annotationOf({ source }: FileResult, finding: Finding, columnOf: ColumnOf): Annotation {
  const { severity, rule, range } = finding
  const line = lineAt(source, range.start)
  const endLine = lineAt(source, range.end)
  const properties = {
    title: rule,
    file: source.path,
    line,
    endLine,
    col: columnOf(source, range.start),
    // GitHub takes columns for one line only.
    endColumn: line === endLine ? columnOf(source, range.end) : undefined,
  }
  return { severity, properties, message: inOneLine(finding, columnOf) }
}

function noticeOf(kinds: readonly Annotation[][], shown: readonly Annotation[][]): Annotation {
  const counts = kinds.map((kind, at) => {
    const more = kind.length - shown[at]!.length
    return more === 0 ? '' : `${more} more ${severities[at]!}${more === 1 ? '' : 's'}`
  })
  const found = counts.filter((text) => text !== '').join(', ')
  const message = `${found} in the log of this step: GitHub shows ${limit} annotations of a kind`
  return { severity: 'info', properties: { title: 'footlint' }, message }
}

function withPlace(annotation: Annotation): Annotation {
  const { file, line, col, title } = annotation.properties
  const place = [file, line, col].filter((part) => part !== undefined).join(':')
  return { ...annotation, message: `${place}: ${annotation.message} [${title}]` }
}

function render({ severity, properties, message }: Annotation): string {
  const given = Object.entries(properties).filter(([, value]) => value !== undefined)
  const written = given.map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(',')
  return `::${commands[severity]} ${written}::${escapeData(message)}\n`
}

/** What the runner cannot take back, control characters among it, is written out. */
function escapeData(text: string): string {
  return printable(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'))
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
