import type { Finding } from '../finding.ts'
import { lineAt } from '../source.ts'
import type { ColumnOf } from './columns.ts'

/**
 * The message with the places in other files, which nobody finds by looking around:
 * `…; "[3]" is cited here first (one.md:3:12)`. For formats that have one text for a finding.
 */
export function inOneLine({ message, related }: Finding, columnOf: ColumnOf): string {
  const places = related.flatMap(({ message: other, range, source }) => {
    if (!source) return []
    return [`; ${other} (${source.path}:${lineAt(source, range.start)}:${columnOf(source, range.start)})`]
  })
  return message + places.join('')
}
