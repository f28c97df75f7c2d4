import { resolve } from 'node:path'
import type { Resolution } from '../config/resolve.ts'
import { noLibrary } from '../document/library.ts'
import type { Failure, FileResult } from '../finding.ts'
import { configurations } from './configurations.ts'
import { coverageOf } from './coverage.ts'
import { createIgnores } from './ignores.ts'
import { lintFile } from './lint-file.ts'
import type { Shelf } from './shelf.ts'
import type { Usage } from './usage.ts'
import { attempt } from './visit-file.ts'
import type { ProjectOptions } from './visit.ts'

/** What a run knows of its bibliographies when all documents have been seen. */
export interface Collected {
  readonly shelf: Shelf
  readonly usage: Usage
  /** What is configured for those that were named or found themselves, by path. */
  readonly visited: ReadonlyMap<string, Resolution>
}

/**
 * Lints the bibliographies of a run: those that were found like any document, and those that documents use. What ignore
 * files leave out is read for its keys, and not judged.
 */
export async function lintBibliographies(
  patterns: readonly string[],
  options: ProjectOptions,
  { shelf, usage, visited }: Collected,
): Promise<{ readonly files: readonly FileResult[]; readonly failures: readonly Failure[] }> {
  const files: FileResult[] = []
  const failures: Failure[] = [...shelf.failures.values()]
  if (shelf.volumes.size === 0) return { files, failures }
  const cwd = resolve(options.cwd ?? process.cwd())
  // Of a change, only a part of the documents was read.
  const { change, stopwatch } = options
  const isSeen = change ? () => false : coverageOf(patterns, cwd)
  const resolutionOf = await companions(cwd, options)
  for (const [absolute, { source }] of shelf.volumes) {
    const { path } = source
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as documents are
    const resolution = visited.get(path) ?? (change ? undefined : await resolutionOf(path, absolute))
    if (!resolution) continue
    const isWhole = isSeen(absolute, shelf.configured.get(absolute))
    const isJudged = usage.isUsed(path) && isWhole
    const library = { ...noLibrary, isCited: isJudged ? usage.isCited : undefined }
    // oxlint-disable-next-line no-await-in-loop
    const found = await attempt({ path, take: () => source, resolution, shelf }, async (own, { settings }, read) => {
      const { result: file } = await lintFile(own, settings, { read, library, stopwatch })
      files.push(isWhole ? file : { ...file, isPartial: true })
    })
    failures.push(...found)
  }
  return { files, failures }
}

/** Says what is configured for a bibliography that a document brought along; `undefined` where it is left out. */
async function companions(
  cwd: string,
  options: ProjectOptions,
): Promise<(path: string, absolute: string) => Promise<Resolution | undefined>> {
  const { ignore = true, ignorePath } = options
  const isIgnored = createIgnores(cwd, ignore, ignorePath)
  const configurationOf = await configurations(cwd, options)
  return async (path, absolute) => {
    if (isIgnored(absolute, false) !== undefined) return undefined
    const configuration = await configurationOf(path)
    return ignore && configuration.isIgnored(path) ? undefined : configuration.resolve(path)
  }
}
