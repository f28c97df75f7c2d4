import { resolve } from 'node:path'
import type { Resolver } from '../config/resolve.ts'
import type { Failure } from '../finding.ts'
import { promisedFormat } from '../source.ts'
import type { Change } from './change.ts'
import type { Discovery, DiscoverOptions, FoundFile, IgnoredPath } from './discover.ts'
import { createIgnores } from './ignores.ts'
import { namedBy } from './named-by.ts'

export interface Surroundings {
  readonly discovery: DiscoverOptions
  readonly configurationOf: (path: string) => Promise<Resolver>
}

/**
 * The documents of a change that the patterns name. No folder is walked: git knows the files. Only where a bibliography
 * or a configuration is among them, the documents that use it are looked for.
 */
export async function discoverChanged(
  patterns: readonly string[],
  change: Change,
  surroundings: Surroundings,
): Promise<Discovery> {
  const { cwd, ignore, ignorePath } = surroundings.discovery
  const check = createIgnores(cwd, ignore, ignorePath)
  const { isNamed, failures } = await namedBy(patterns, change, cwd)
  const files = new Map<string, FoundFile>()
  const ignored: IgnoredPath[] = []
  for (const { path, isDeleted } of change.files) {
    const named = isNamed(path)
    if (isDeleted || named === 'no' || (named === 'below' && promisedFormat(path) === undefined)) continue
    const reason = check(resolve(cwd, path), false)
    if (reason === undefined) files.set(path, { path, explicit: named === 'itself' })
    else if (named === 'itself') ignored.push({ path, reason })
  }
  const { usersOf } = await import('./users.ts')
  for (const path of await usersOf(change, patterns, surroundings)) {
    if (!files.has(path)) files.set(path, { path, explicit: false })
  }
  return {
    files: sorted([...files.values()]),
    ignored,
    failures: [...change.failures.filter(isBelow(isNamed)), ...failures],
  }
}

const isBelow =
  (isNamed: (path: string) => string) =>
  ({ path }: Failure) =>
    isNamed(path) === 'itself' || (isNamed(path) === 'below' && promisedFormat(path) !== undefined)

function sorted(files: FoundFile[]): FoundFile[] {
  return files.sort((one, other) => (one.path < other.path ? -1 : one.path > other.path ? 1 : 0))
}
