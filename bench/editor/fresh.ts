import { lintBytes } from '../../src/project/lint-files.ts'
import { positionAt } from '../../src/source.ts'

/** What a run of its own finds in a text: `line:column-line:column rule message`, from 1. */
export async function freshRun(path: string, text: string, cwd: string): Promise<string[]> {
  const run = await lintBytes(path, Buffer.from(text), { cwd })
  const [file] = run.files
  if (!file) return run.failures.map(({ message }) => `1:1-1:1  ${message}`)
  return file.findings.map(({ range, rule, message }) => {
    const [start, end] = [positionAt(file.source, range.start), positionAt(file.source, range.end)]
    return `${start.line}:${start.column}-${end.line}:${end.column} ${rule} ${message}`
  })
}
