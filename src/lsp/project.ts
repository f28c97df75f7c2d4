import { resolve } from 'node:path'
import type { Configuration } from '../config/load.ts'
import type { Resolver } from '../config/resolve.ts'
import { createIgnores } from '../project/ignores.ts'
import { createShelf } from '../project/shelf.ts'
import type { Shelf } from '../project/shelf.ts'
import type { BytesOf } from '../project/read.ts'
import { bookFinder } from '../project/visit-book.ts'
import { configurations } from '../project/visit.ts'
import type { ProjectOptions } from '../project/visit.ts'

/** A folder with its configuration and bibliographies, each read once. When one of them changes, another project takes its place. */
export interface Project {
  readonly cwd: string
  /** What is open in the editor, saved or not. */
  readonly bytesOf: BytesOf
  readonly configurationOf: (path: string) => Promise<Resolver>
  /** The file that configures a document, absolute; `undefined` where there is none. */
  readonly configFileOf: (path: string) => Promise<string | undefined>
  readonly findBook: ReturnType<typeof bookFinder>
  readonly shelf: Shelf
  /** Whether ignore files or the configuration leave a document out. */
  readonly isIgnored: (path: string) => Promise<boolean>
}

/** Reads the configuration of a folder as documents ask for it. */
export async function openProject(cwd: string, options: ProjectOptions, bytesOf: BytesOf): Promise<Project> {
  const { ignore = true, ignorePath } = options
  const configurationOf = await configurations(cwd, options)
  const check = createIgnores(cwd, ignore, ignorePath)
  return {
    cwd,
    bytesOf,
    configurationOf,
    configFileOf: async (path) => ((await configurationOf(path)) as Partial<Configuration>).file,
    findBook: bookFinder(cwd, { ignorePath }),
    shelf: createShelf(cwd, { bytesOf, holds: undefined }),
    isIgnored: async (path) =>
      check(resolve(cwd, path), false) !== undefined || (ignore && (await configurationOf(path)).isIgnored(path)),
  }
}

/** The same folder with its bibliographies read anew. */
export function withoutBibliographies(project: Project): Project {
  return { ...project, shelf: createShelf(project.cwd, { bytesOf: project.bytesOf, holds: undefined }) }
}
