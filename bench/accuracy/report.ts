import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../../src/config/schema.ts'
import { lintBytes } from '../../src/project/lint-files.ts'
import { positionAt } from '../../src/source.ts'
import type { Reported } from './score.ts'

/** What the linter reports about a file, with the places that labels speak of. The bibliographies that it names are read. */
export async function reportOn(root: string, file: string, config: Config = {}): Promise<Reported[]> {
  // One of the documents is not UTF-8: its labels speak of what is left of it.
  const bytes = Buffer.from(readFileSync(join(root, file), 'utf8'))
  const { files, failures } = await lintBytes(file, bytes, { cwd: root, config, ignore: false })
  for (const { path, message } of failures) throw new Error(`${path}: ${message}`)
  return files.flatMap(({ source, findings }) =>
    findings.map(({ rule, severity, message, range }) => {
      const { line, column } = positionAt(source, range.start)
      return { rule, severity, message, line, column, text: source.text.slice(range.start, range.end) }
    }),
  )
}
