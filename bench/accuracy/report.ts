import { lintText } from '../../src/api.ts'
import type { Config } from '../../src/config/schema.ts'
import { positionAt } from '../../src/source.ts'
import type { Reported } from './score.ts'

/** What the linter reports about a document, with the places that labels speak of. */
export function reportOn(text: string, path: string, config: Config = {}): Reported[] {
  const { source, findings } = lintText(text, { path, config })
  return findings.map(({ rule, severity, message, range }) => {
    const { line, column } = positionAt(source, range.start)
    return { rule, severity, message, line, column, text: source.text.slice(range.start, range.end) }
  })
}
