import type { FileResult, Finding, Reporter } from '../finding.ts'
import { lineAt } from '../source.ts'
import { columnCounter } from './columns.ts'
import type { ColumnOf } from './columns.ts'
import { inOneLine } from './in-one-line.ts'
import { renderSummary } from './summary.ts'
import { printable } from './terminal.ts'

/** GitHub takes no summary of a step beyond a mebibyte. What this leaves is for what others write there. */
const budget = 900_000
/** No cell has more of a text than this. */
const longest = 500

/** A table for the summary of a step, a comment or a wiki: GitHub Flavored Markdown. */
export const markdown: Reporter = (run) => {
  const columnOf = columnCounter('code-point')
  const failures = run.failures.map(({ path, message }) => `| ${code(path)} | error | ${sentence(message)} | |\n`)
  const rows = [...failures, ...run.files.flatMap((file) => file.findings.map((one) => rowOf(file, one, columnOf)))]
  const kept = fitting(rows)
  const left = rows.length - kept.length
  const table =
    rows.length === 0 ? '' : `\n| place | severity | finding | rule |\n| --- | --- | --- | --- |\n${kept.join('')}`
  const more = left === 0 ? '' : `\n${left} more ${left === 1 ? 'is' : 'are'} not shown.\n`
  return `### footlint\n\n${renderSummary(run)}\n${table}${more}`
}

function rowOf({ source }: FileResult, finding: Finding, columnOf: ColumnOf): string {
  const { range, severity, rule } = finding
  const place = `${source.path}:${lineAt(source, range.start)}:${columnOf(source, range.start)}`
  return `| ${code(place)} | ${severity} | ${sentence(inOneLine(finding, columnOf))} | ${code(rule)} |\n`
}

function fitting(rows: readonly string[]): readonly string[] {
  let left = budget
  const end = rows.findIndex((row) => {
    left -= new TextEncoder().encode(row).length
    return left < 0
  })
  return end < 0 ? rows : rows.slice(0, end)
}

/** Messages have text of the user in backquotes, which may hold backquotes itself. Whatever is code then, all of it is data. */
function sentence(message: string): string {
  const parts = shortened(message).split('`')
  return parts
    .map((part, at) => (at % 2 === 1 && at < parts.length - 1 ? wrapped(part) : escapeMarkdown(part)))
    .join('')
}

function code(text: string): string {
  return wrapped(shortened(text))
}

const wrapped = (text: string) => (text === '' ? '' : `<code>${escapeMarkdown(text)}</code>`)

function shortened(text: string): string {
  return text.length > longest ? `${printable(text.slice(0, longest))}…` : printable(text)
}

/**
 * A character reference is text, wherever it stands: neither markup nor the end of a cell. Addresses are looked for in
 * what the references stand for, so a comment keeps their parts apart.
 */
function escapeMarkdown(text: string): string {
  return text.replace(/(?<=www)\.|:(?=\/)|[!-&*+:<-@[-`{-~]/gi, (character, at: number) => {
    const isOfAddress = character === '.' || character === '@' || text.startsWith(':/', at)
    return `${isOfAddress ? '<!-- -->' : ''}&#${character.charCodeAt(0)};`
  })
}
