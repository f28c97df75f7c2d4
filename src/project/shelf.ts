import { basename, dirname, resolve } from 'node:path'
import { bibliographyFormatOf, readBibliography } from '../bibliography/bibliography.ts'
import type { Bibliography } from '../bibliography/bibliography.ts'
import type { ConfiguredBibliographies } from '../config/trace.ts'
import type { Reader } from '../document/document.ts'
import { readingOf } from '../document/formats/bibliography.ts'
import { readerFor } from '../document/formats/index.ts'
import type { Way } from '../document/formats/index.ts'
import { noLibrary } from '../document/library.ts'
import type { Library } from '../document/library.ts'
import { namedBibliographies } from '../document/named.ts'
import type { Named } from '../document/named.ts'
import type { Failure } from '../finding.ts'
import type { Source } from '../source.ts'
import { holdLibrary, isUnreadable } from './held.ts'
import type { Found } from './held.ts'
import { createIgnores } from './ignores.ts'
import { relativePath } from './paths.ts'
import { isFile, placesOf } from './places.ts'
import type { Place } from './places.ts'
import { createProjectNames } from './project-names.ts'
import { readSource } from './read.ts'
import type { BytesOf } from './read.ts'

/** The bibliographies of a run: each file is read once, whoever asks for it. */
export interface Shelf {
  /** What is known of the bibliographies of a document: those that it names, its project and its configuration. */
  readonly libraryOf: (source: Source, configuration: ConfiguredBibliographies | undefined) => Promise<Library>
  /** The reader of a source; a bibliography is put on the shelf with it. */
  readonly readerOf: (source: Source) => Promise<Reader | undefined>
  /** By absolute path. */
  readonly volumes: ReadonlyMap<string, Bibliography>
  /** Folders of the configurations that name a bibliography, by the path of that. */
  readonly configured: ReadonlyMap<string, string>
  /** What configurations name and nobody can read. */
  readonly failures: ReadonlyMap<string, Failure>
}

/** What counts in place of the disk. */
export interface Elsewhere {
  readonly bytesOf: BytesOf
  readonly holds: ((path: string) => boolean) | undefined
}

export function createShelf(cwd: string, elsewhere?: Elsewhere, way?: Way): Shelf {
  const volumes = new Map<string, Bibliography>()
  const configured = new Map<string, string>()
  const failures = new Map<string, Failure>()
  const reading = new Map<string | undefined, Promise<Found>>()
  const projectNames = createProjectNames(cwd)
  const isMade = createBuildCheck(cwd)

  const put = async (path: string, source: Source): Promise<Bibliography> => {
    const volume = volumes.get(path) ?? (await readBibliography(source))
    volumes.set(path, volume)
    return volume
  }
  const take = ({ path }: Place): Promise<Found> => {
    const found = reading.get(path) ?? readVolume(path, cwd, { put, bytesOf: elsewhere?.bytesOf })
    reading.set(path, found)
    return found
  }

  return {
    volumes,
    configured,
    failures,
    async readerOf(source) {
      if (source.format !== 'bibliography') return readerFor(source, way)
      const volume = await put(resolve(cwd, source.path), source)
      return () => readingOf(volume)
    },
    async libraryOf(source, configuration) {
      const named = await namedBibliographies(source)
      const project = await projectNames(source)
      if (!named && !project && !configuration) return noLibrary
      const document = named ?? nameless(source)
      const places = placesOf({ document, project, configuration }, source.path, cwd, fileCheck(cwd, elsewhere))
      const found = await Promise.all(places.map(take))
      for (const [index, place] of places.entries()) note({ configured, failures, cwd }, place, found[index]!)
      const isOpen = project?.isOpen ?? false
      const isMistake = (path: string) => !isOpen && document.isMistake(path) && !isMade(path, source)
      return holdLibrary({ ...document, isOpen: document.isOpen || isOpen, isMistake }, places, found)
    },
  }
}

/** A file that is to be committed need not be on the disk. */
function fileCheck(cwd: string, elsewhere: Elsewhere | undefined): (path: string) => boolean {
  return (path) => elsewhere?.holds?.(relativePath(cwd, path)) === true || isFile(path)
}

/** Tells of a path in a source whether a build makes it: then git ignores it. */
function createBuildCheck(cwd: string): (path: string, source: Source) => boolean {
  const isIgnored = createIgnores(cwd, true, undefined)
  return (path, source) => isIgnored(resolve(cwd, dirname(source.path), path), false) !== undefined
}

interface Notes {
  readonly configured: Map<string, string>
  readonly failures: Map<string, Failure>
  readonly cwd: string
}

/** Remembers what a configuration names: a mistake in it is not one of the document's. */
function note({ configured, failures, cwd }: Notes, { path, folder }: Place, found: Found): void {
  if (path === undefined || folder === undefined) return
  configured.set(path, folder)
  if (isUnreadable(found)) failures.set(path, failureOf(relativePath(cwd, path), found.reason))
}

/** `_part.qmd` is included by documents that may name others. */
export function nameless({ path }: Source): Named {
  return {
    paths: [],
    isOpen: basename(path).startsWith('_'),
    isMistake: () => true,
    isShared: false,
    own: [],
    nocite: [],
  }
}

interface Reading {
  readonly put: (path: string, source: Source) => Promise<Bibliography>
  readonly bytesOf: BytesOf | undefined
}

async function readVolume(path: string | undefined, cwd: string, { put, bytesOf }: Reading): Promise<Found> {
  if (path === undefined) return { reason: 'there is no such file' }
  try {
    const source = readSource(relativePath(cwd, path), cwd, { format: 'bibliography' }, bytesOf)
    // Other formats of bibliographies are read by programs, not by us.
    if (bibliographyFormatOf(source.path, source.text) === undefined) return { reason: undefined }
    return { volume: await put(path, source) }
  } catch (error) {
    return { reason: (error as Error).message.replace(/^cannot be read: /, '').replace(/, expected .*$/, '') }
  }
}

function failureOf(path: string, reason: string): Failure {
  return { path, message: `cannot be read: ${reason}, expected the bibliography that the configuration names` }
}
