import picocolors from 'picocolors'
import { summarize } from '../finding.ts'
import type { FileResult, Finding, Reporter, Run, Severity } from '../finding.ts'
import { lineAt, positionAt } from '../source.ts'
import type { Range, Source } from '../source.ts'
import { excerptOf } from './excerpt.ts'
import { printable } from './terminal.ts'

type Colors = ReturnType<typeof picocolors.createColors>
type Paint = (text: string) => string

/** For people: findings by file, each with its line and the marker underlined, and a summary. */
export const pretty: Reporter = (run, { color }) => {
  const colors = picocolors.createColors(color)
  const files = run.files.filter((file) => file.findings.length > 0).map((file) => renderFile(file, colors))
  return [...files, `${renderSummary(run, colors)}\n`].join('\n')
}

function renderFile(file: FileResult, colors: Colors): string {
  const findings = file.findings.map((finding) => renderFinding(file.source, finding, colors))
  return [colors.underline(printable(file.source.path)), ...findings].join('\n')
}

function renderFinding(source: Source, finding: Finding, colors: Colors): string {
  const paint = severityPaint(finding.severity, colors)
  const rule = colors.dim(printable(finding.rule))
  const lines = [
    `  ${placeOf(source, finding.range)}  ${paint(finding.severity)}  ${printable(finding.message)}  ${rule}`,
    ...renderExcerpt(source, finding.range, paint, colors),
  ]
  for (const { message, range, source: other = source } of finding.related) {
    const file = other === source ? '' : `${printable(other.path)}:`
    lines.push(`    ${file}${placeOf(other, range)}  ${printable(message)}`)
    // The line is on the screen already when both places are near each other.
    const isHere = other === source && isShown(source, finding.range, range)
    if (!isHere) lines.push(...renderExcerpt(other, range, colors.dim, colors))
  }
  return `${lines.join('\n')}\n`
}

function isShown(source: Source, one: Range, other: Range): boolean {
  return lineAt(source, one.start) === lineAt(source, other.start) && Math.abs(one.start - other.start) < 20
}

function renderExcerpt(source: Source, range: Range, paint: Paint, colors: Colors): string[] {
  const excerpt = excerptOf(source, range)
  const number = String(excerpt.line).padStart(6)
  const carets = `${' '.repeat(excerpt.indent)}${paint('^'.repeat(excerpt.width))}`
  return [`${colors.dim(`${number} |`)} ${excerpt.text}`, `${colors.dim(`${' '.repeat(number.length)} |`)} ${carets}`]
}

function placeOf(source: Source, range: Range): string {
  const { line, column } = positionAt(source, range.start)
  return `${line}:${column}`
}

function severityPaint(severity: Severity, colors: Colors): Paint {
  if (severity === 'error') return colors.red
  return severity === 'warning' ? colors.yellow : colors.blue
}

function renderSummary(run: Run, colors: Colors): string {
  const { files, errors, warnings, infos, fixable } = summarize(run)
  const suppressed = run.files.reduce((sum, file) => sum + file.suppressed.length, 0)
  const counts = [count(errors, 'error'), count(warnings, 'warning'), count(infos, 'info')]
  const found = counts.filter((text) => !text.startsWith('0 '))
  const paint = errors > 0 ? colors.red : warnings > 0 ? colors.yellow : colors.green
  const parts = [
    files === 0 ? 'No document checked' : `${paint(inWords(found) || 'Nothing to report')} in ${count(files, 'file')}`,
    files === 0 ? '' : checkedPart(run),
    fixable > 0 ? `${fixable} can be fixed` : '',
    suppressed > 0 ? `${suppressed} silenced by directives` : '',
    run.failures.length > 0 ? colors.red(`${count(run.failures.length, 'path')} could not be checked`) : '',
  ]
  return parts.filter((part) => part !== '').join(', ')
}

/** What a silent run has looked at: the answer to "did it see my footnotes at all?". */
function checkedPart(run: Run): string {
  const markers = run.files.reduce((sum, file) => sum + file.stats.markers, 0)
  const entries = run.files.reduce((sum, file) => sum + file.stats.entries, 0)
  return `${count(markers, 'marker')} and ${count(entries, 'entry', 'entries')} seen`
}

function inWords(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`
}
