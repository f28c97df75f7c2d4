import picocolors from 'picocolors'
import type { FileResult, Finding, Reporter, Severity } from '../finding.ts'
import { lineAt, positionAt } from '../source.ts'
import type { Range, Source } from '../source.ts'
import { excerptOf } from './excerpt.ts'
import { renderSummary } from './summary.ts'
import { printable } from './terminal.ts'

type Paint = (text: string) => string
type Colors = Readonly<Record<'dim' | 'underline' | 'red' | 'yellow' | 'green' | 'blue', Paint>>

const same: Paint = (text) => text
const plain: Colors = { dim: same, underline: same, red: same, yellow: same, green: same, blue: same }

/** For people: findings by file, each with its line and the marker underlined, and a summary. */
export const pretty: Reporter = (run, { color }) => {
  // It asks for the stream of standard output as soon as it is loaded, which takes longer than a short report.
  const colors = color ? picocolors.createColors(true) : plain
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
