import { statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { bibliographyFormatOf, readBibliography } from '../bibliography/bibliography.ts'
import type { Bibliography } from '../bibliography/bibliography.ts'
import type { Placed } from '../bibliography/problem.ts'
import type { ConfiguredBibliographies } from '../config/trace.ts'
import type { MissingBibliography, Reader } from '../document/document.ts'
import { readingOf } from '../document/formats/bibliography.ts'
import { readerFor } from '../document/formats/index.ts'
import { createLibrary, isSound, noLibrary } from '../document/library.ts'
import type { Library } from '../document/library.ts'
import { namedBibliographies } from '../document/named.ts'
import type { Named } from '../document/named.ts'
import type { Failure } from '../finding.ts'
import type { Source } from '../source.ts'
import { relativePath } from './paths.ts'
import { createProjectNames } from './project-names.ts'
import { readSource } from './read.ts'

/** The bibliographies of a run: each file is read once, whoever asks for it. */
export interface Shelf {
  /** What is known of the bibliographies of a document: those that it names, its project and its configuration. */
  readonly libraryOf: (source: Source, configured: ConfiguredBibliographies | undefined) => Promise<Library>
  /** The reader of a source; a bibliography is put on the shelf with it. */
  readonly readerOf: (source: Source) => Promise<Reader | undefined>
  /** By absolute path. */
  readonly volumes: ReadonlyMap<string, Bibliography>
  /** Folders of the configurations that name a bibliography, by the path of that. */
  readonly configured: ReadonlyMap<string, string>
  /** What configurations name and nobody can read. */
  readonly failures: ReadonlyMap<string, Failure>
}

/** What came of a name: a bibliography, or why there is none. */
type Found = { readonly volume: Bibliography } | { readonly reason: string | undefined }

export function createShelf(cwd: string): Shelf {
  const volumes = new Map<string, Bibliography>()
  const configured = new Map<string, string>()
  const failures = new Map<string, Failure>()
  const reading = new Map<string, Promise<Found>>()
  const projectNames = createProjectNames(cwd)

  const put = async (path: string, source: Source): Promise<Bibliography> => {
    const volume = volumes.get(path) ?? (await readBibliography(source))
    volumes.set(path, volume)
    return volume
  }
  const take = (path: string): Promise<Found> => {
    const found = reading.get(path) ?? readVolume(path, cwd, put)
    reading.set(path, found)
    return found
  }

  return {
    volumes,
    configured,
    failures,
    async readerOf(source) {
      if (source.format !== 'bibliography') return readerFor(source)
      const volume = await put(resolve(cwd, source.path), source)
      return () => readingOf(volume)
    },
    async libraryOf(source, byConfiguration) {
      const named = await namedBibliographies(source)
      const project = await projectNames(source)
      if (!named && !project && !byConfiguration) return noLibrary
      const own = named ?? { ...nothing, isOpen: project?.isOpen ?? false }
      const folder = dirname(resolve(cwd, source.path))
      const places = own.paths.map((one) => ({ one, path: locate(one.value, folder, cwd) }))
      const others = [...(project?.paths ?? []), ...configuredPaths(byConfiguration, cwd)]
      for (const path of configuredPaths(byConfiguration, cwd)) configured.set(path, byConfiguration?.folder ?? cwd)
      const found = await Promise.all(places.map(({ path }) => (path === undefined ? absent : take(path))))
      const more = await Promise.all(others.map(take))
      for (const [index, path] of configuredPaths(byConfiguration, cwd).entries())
        complain(failures, relativePath(cwd, path), more[(project?.paths.length ?? 0) + index]!)
      const bibliographies = [...new Set([...found, ...more].flatMap((one) => ('volume' in one ? [one.volume] : [])))]
      const missing = own.isRelative ? places.flatMap(({ one }, index) => missingOf(one, found[index]!)) : []
      const isWhole = [...found, ...more].every((one) => 'volume' in one && isSound(one.volume))
      const isOpen = own.isOpen || (project?.isOpen ?? false)
      return createLibrary({ ...own, isOpen }, { bibliographies, isWhole, missing })
    },
  }
}

const nothing: Named = { paths: [], isOpen: false, isRelative: true, isShared: false, own: [], nocite: [] }
const absent: Found = { reason: 'there is no such file' }

function configuredPaths(configured: ConfiguredBibliographies | undefined, cwd: string): string[] {
  return (configured?.paths ?? []).map((path) => resolve(configured?.folder ?? cwd, path))
}

/**
 * Where a named file is: beside the document, or in a folder above it up to the working directory, since that is where
 * programs are run. `undefined` where it is nowhere.
 */
function locate(name: string, folder: string, cwd: string): string | undefined {
  if (isFile(name) && name === resolve(name)) return name
  // To Quarto, a slash at the beginning means the folder of the project.
  const relative = name.replace(/^\/+/, '')
  for (let above = folder; ; above = dirname(above)) {
    const path = join(above, relative)
    if (isFile(path)) return path
    if (above === cwd || dirname(above) === above) break
  }
  const path = join(cwd, relative)
  return isFile(path) ? path : undefined
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}

async function readVolume(
  path: string,
  cwd: string,
  put: (path: string, source: Source) => Promise<Bibliography>,
): Promise<Found> {
  try {
    const source = readSource(relativePath(cwd, path), cwd, { format: 'bibliography' })
    // Other formats of bibliographies are read by programs, not by us.
    if (bibliographyFormatOf(source.path, source.text) === undefined) return { reason: undefined }
    return { volume: await put(path, source) }
  } catch (error) {
    return { reason: (error as Error).message.replace(/^cannot be read: /, '').replace(/, expected .*$/, '') }
  }
}

/** Addresses and formats that are not read are nobody's mistake. */
function missingOf({ value, range }: Placed, found: Found): MissingBibliography[] {
  if ('volume' in found || found.reason === undefined || /^[a-z][a-z\d+.-]*:\/\//i.test(value)) return []
  const isBibliography = /\.(?:bib|bibtex|biblatex|json|csljson|ya?ml)$/i.test(value)
  return isBibliography ? [{ ...range, path: value, reason: found.reason }] : []
}

function complain(failures: Map<string, Failure>, path: string, found: Found): void {
  if ('volume' in found || found.reason === undefined) return
  failures.set(path, { path, message: `cannot be read: ${found.reason}, expected the bibliography that the configuration names` })
}
