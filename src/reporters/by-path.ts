import type { FileResult, Run } from '../finding.ts'

/** What a run says of a path: what was found, and why it could not be checked, or not wholly. */
export interface PathResult {
  readonly path: string
  readonly file: FileResult | undefined
  readonly failures: readonly string[]
}

/** The results and failures of a run by path, for formats that have one element for a file. */
export function byPath(run: Run): PathResult[] {
  const failures = new Map<string, string[]>()
  for (const { path, message } of run.failures) failures.set(path, [...(failures.get(path) ?? []), message])
  const files = run.files.map((file) => ({
    path: file.source.path,
    file,
    failures: failures.get(file.source.path) ?? [],
  }))
  const seen = new Set(files.map(({ path }) => path))
  const others = [...failures].filter(([path]) => !seen.has(path))
  return [...files, ...others.map(([path, messages]) => ({ path, file: undefined, failures: messages }))]
}
