import type { FileResult, Finding, Reporter } from '../finding.ts'
import { columnAt, lineAt } from '../source.ts'
import { printable } from './terminal.ts'

/** One finding a line, `path:line:column: severity message [rule]`, for editors, `grep` and problem matchers. */
export const unix: Reporter = (run) => run.files.flatMap(renderFile).join('')

function renderFile(file: FileResult): string[] {
  const path = printable(file.source.path)
  const column = columnCounter(file)
  return file.findings.map(({ range, severity, message, rule, related }) => {
    const place = `${lineAt(file.source, range.start)}:${column(range.start)}`
    return `${path}:${place}: ${severity} ${printable(message)}${elsewhere(related)} [${printable(rule)}]\n`
  })
}

/** Places in other files, which nobody finds by looking around: `; "[3]" is cited here first (one.md:3:12)`. */
function elsewhere(related: Finding['related']): string {
  const places = related.flatMap(({ message, range, source }) => {
    if (!source) return []
    const place = `${lineAt(source, range.start)}:${columnAt(source, range.start, 'code-point')}`
    return [`; ${printable(message)} (${printable(source.path)}:${place})`]
  })
  return places.join('')
}

/** Columns in code points. Counts on from the finding before, as a document may be one line with all the findings. */
function columnCounter({ source }: FileResult): (offset: number) => number {
  let last = { line: 0, offset: 0, column: 1 }
  return (offset) => {
    const line = lineAt(source, offset)
    const goesOn = line === last.line && offset >= last.offset
    const column = goesOn
      ? last.column + Array.from(source.text.slice(last.offset, offset)).length
      : columnAt(source, offset, 'code-point')
    last = { line, offset, column }
    return column
  }
}
