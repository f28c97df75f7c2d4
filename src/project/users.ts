import { readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { bibliographyFormatOf } from '../bibliography/bibliography.ts'
import type { Resolver } from '../config/resolve.ts'
import type { ConfiguredBibliographies } from '../config/trace.ts'
import { namedBibliographies } from '../document/named.ts'
import { promisedFormat } from '../source.ts'
import type { Source } from '../source.ts'
import type { Change } from './change.ts'
import type { Surroundings } from './discover-changed.ts'
import type { DiscoverOptions } from './discover.ts'
import { createIgnores } from './ignores.ts'
import { namedBy } from './named-by.ts'
import { relativePath } from './paths.ts'
import { candidatesFor } from './places.ts'
import { createProjectNames } from './project-names.ts'
import { readOptions, readSource } from './read.ts'

/** Documents, changed or not, that a changed bibliography or configuration applies to; the only ones that are searched for. */
export async function usersOf(
  change: Change,
  patterns: readonly string[],
  surroundings: Surroundings,
): Promise<readonly string[]> {
  const { discovery, configurationOf } = surroundings
  const { cwd } = discovery
  const configurations = await changedConfigurations(change, configurationOf, cwd)
  const bibliographies = new Set(
    change.files.filter((file) => isBibliography(file.path, change, cwd)).map(({ path }) => path),
  )
  const freed = foldersWithout(change, cwd)
  if (configurations.size + bibliographies.size + freed.length === 0) return []
  const uses = bibliographyCheck(bibliographies, change, cwd)
  const users: string[] = []
  for (const path of await allDocuments(change, patterns, discovery)) {
    const configuration = await configurationOf(path)
    const isConfigured = configuration.files?.some((file) => configurations.has(file)) ?? false
    const isFreed = freed.some((folder) => !relativePath(folder, resolve(cwd, path)).startsWith('../'))
    if (isConfigured || isFreed || (await uses(path, configuration))) users.push(path)
  }
  return users
}

async function allDocuments(
  change: Change,
  patterns: readonly string[],
  discovery: DiscoverOptions,
): Promise<readonly string[]> {
  if (!change.list) {
    const { discover } = await import('./discover.ts')
    const { files } = await discover(patterns, { ...discovery, errorOnUnmatchedPattern: false })
    return files.map(({ path }) => path)
  }
  const isIgnored = createIgnores(discovery.cwd, discovery.ignore, discovery.ignorePath)
  const { isNamed } = await namedBy(patterns, change, discovery.cwd)
  return change.list().filter((path) => {
    return (
      promisedFormat(path) && isNamed(path) !== 'no' && isIgnored(resolve(discovery.cwd, path), false) === undefined
    )
  })
}

/** Files of the change that configurations are made of. */
async function changedConfigurations(
  change: Change,
  configurationOf: Surroundings['configurationOf'],
  cwd: string,
): Promise<ReadonlySet<string>> {
  const { files } = change
  const used = new Set<string>()
  const folders = new Set(files.map(({ path }) => resolve(cwd, path, '..')))
  for (const folder of [cwd, ...folders]) {
    const configuration = await configurationOf(relativePath(cwd, resolve(folder, 'document.md')))
    for (const file of configuration.files ?? []) used.add(file)
  }
  const changed = files.filter(({ path }) => used.has(resolve(cwd, path)) && speaksOtherwise(path, change, cwd))
  return new Set(changed.map(({ path }) => resolve(cwd, path)))
}

/** Of a package.json, most changes are about other programs. */
function speaksOtherwise(path: string, { baseOf, bytesOf }: Change, cwd: string): boolean {
  const before = basename(path) === 'package.json' ? baseOf(path)?.bytes : undefined
  if (!before) return true
  const own = (bytes: Buffer) => JSON.stringify((JSON.parse(bytes.toString()) as { footlint?: unknown }).footlint)
  try {
    return own(before) !== own(bytesOf(path) ?? readFileSync(resolve(cwd, path)))
  } catch {
    return true
  }
}

/** Folders whose configuration was deleted: another one applies to their documents now. */
function foldersWithout({ files }: Change, cwd: string): string[] {
  const gone = files.filter(
    ({ path, isDeleted }) => isDeleted && /^(?:\.footlintrc|footlint\.config\.)/.test(basename(path)),
  )
  return gone.map(({ path }) => resolve(cwd, path, '..'))
}

/** By its name or, of data of any kind, by what it begins with. */
function isBibliography(path: string, { bytesOf }: Change, cwd: string): boolean {
  if (/\.(?:bib|bibtex|biblatex|csljson)$/i.test(path)) return true
  if (!/\.(?:json|ya?ml)$/i.test(path) || /^package(?:-lock)?\.json$/.test(basename(path))) return false
  try {
    const { text } = readSource(path, cwd, { format: 'bibliography' }, bytesOf)
    return bibliographyFormatOf('', text) !== undefined && /["']?\bid["']?\s*:/.test(text.slice(0, 2000))
  } catch {
    return true
  }
}

/** Tells whether a document uses one of some bibliographies, whether they are there or not. */
function bibliographyCheck(
  bibliographies: ReadonlySet<string>,
  { bytesOf }: Change,
  cwd: string,
): (path: string, configuration: Resolver) => Promise<boolean> {
  const projectNames = createProjectNames(cwd)
  const pathsOf = async (source: Source, configured: ConfiguredBibliographies | undefined) => {
    const named = await namedBibliographies(source)
    const project = await projectNames(source)
    const folder = resolve(cwd, source.path, '..')
    const own = (named?.paths ?? []).flatMap(({ value }) => candidatesFor(value, folder, cwd))
    const others = (configured?.paths ?? []).map((one) => resolve(configured?.folder ?? cwd, one))
    return [...own, ...(project?.paths ?? []), ...others]
  }
  return async (path, configuration) => {
    if (bibliographies.size === 0) return false
    const { bibliography, ...resolution } = configuration.resolve(path)
    try {
      const source = readSource(path, cwd, readOptions(resolution), bytesOf)
      return (await pathsOf(source, bibliography)).some((one) => bibliographies.has(relativePath(cwd, one)))
    } catch {
      // It will say itself that it cannot be read.
      return false
    }
  }
}
