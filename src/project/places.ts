import { statSync } from 'node:fs'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import type { Placed } from '../bibliography/problem.ts'
import type { ConfiguredBibliographies } from '../config/trace.ts'
import type { Named } from '../document/named.ts'
import type { ProjectNames } from './project-names.ts'

/** Where a bibliography is wanted, and where it may be. */
export interface Place {
  /** Absolute; `undefined` where the name leads nowhere. */
  readonly path: string | undefined
  /** The name in the document, if it stands there. */
  readonly name: Placed | undefined
  /** The folder of the configuration that names it. */
  readonly folder: string | undefined
}

/** Who names bibliographies for a document. */
export interface Namers {
  readonly document: Named
  readonly project: ProjectNames | undefined
  readonly configuration: ConfiguredBibliographies | undefined
}

/** Tells whether a file is there, by its absolute path. */
export type IsFile = (path: string) => boolean

/** Where the bibliographies of a document are; `path` is that of the document. */
export function placesOf(
  { document, project, configuration }: Namers,
  path: string,
  cwd: string,
  isThere: IsFile = isFile,
): Place[] {
  const folder = dirname(resolve(cwd, path))
  const root = configuration?.folder ?? cwd
  return [
    ...document.paths.map((name) => ({ path: locate(name.value, folder, cwd, isThere), name, folder: undefined })),
    ...(project?.paths ?? []).map((one) => ({ path: one, name: undefined, folder: undefined })),
    ...(configuration?.paths ?? []).map((one) => ({ path: resolve(root, one), name: undefined, folder: root })),
  ]
}

/**
 * Where a named file is: beside the document, or in a folder above it up to the working directory, since that is where
 * programs are run. `undefined` where it is nowhere.
 */
function locate(name: string, folder: string, cwd: string, isThere: IsFile): string | undefined {
  if (isAbsolute(name) && isThere(name)) return name
  return candidatesFor(name, folder, cwd).find(isThere)
}

/** Where a name may lead, the nearest first. */
export function candidatesFor(name: string, folder: string, cwd: string): string[] {
  // To Quarto, a slash at the beginning means the folder of the project.
  const relative = name.replace(/^\/+/, '')
  return [...foldersFrom(folder, cwd), cwd].map((above) => join(above, relative))
}

function foldersFrom(folder: string, cwd: string): string[] {
  const parent = dirname(folder)
  return folder === cwd || parent === folder ? [folder] : [folder, ...foldersFrom(parent, cwd)]
}

export function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}
