import type { FileResult, Reporter } from '../finding.ts'
import { columnAt, lineAt } from '../source.ts'
import { printable } from './terminal.ts'

/** One finding a line, `path:line:column: severity message [rule]`, for editors, `grep` and problem matchers. */
export const unix: Reporter = (run) => run.files.flatMap(renderFile).join('')

function renderFile(file: FileResult): string[] {
  const path = printable(file.source.path)
  const column = columnCounter(file)
  return file.findings.map(({ range, severity, message, rule }) => {
    const place = `${lineAt(file.source, range.start)}:${column(range.start)}`
    return `${path}:${place}: ${severity} ${printable(message)} [${printable(rule)}]\n`
  })
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
