import { dirname, resolve } from 'node:path'
import type { Resolver } from '../config/resolve.ts'
import type { FileResult, Finding } from '../finding.ts'
import { placeOfBaseline } from '../project/baseline-place.ts'
import { readBaseline } from '../project/baseline.ts'
import { createIgnores } from '../project/ignores.ts'
import { relativePath } from '../project/paths.ts'
import { createShelf } from '../project/shelf.ts'
import type { Shelf } from '../project/shelf.ts'
import type { BytesOf } from '../project/read.ts'
import { bookFinder } from '../project/visit-book.ts'
import { configurations } from '../project/configurations.ts'
import type { ProjectOptions } from '../project/visit.ts'
import { parseBaseline } from '../suppress/baseline-text.ts'
import { checkedAs, silence } from '../suppress/baseline.ts'
import type { Baseline } from '../suppress/baseline.ts'

/** A folder with its configuration and bibliographies, each read once. When one of them changes, another project takes its place. */
export interface Project {
  readonly cwd: string
  /** What is open in the editor, saved or not. */
  readonly bytesOf: BytesOf
  readonly configurationOf: (path: string) => Promise<Resolver>
  readonly findBook: ReturnType<typeof bookFinder>
  readonly shelf: Shelf
  /** The findings of a file without those that a baseline has recorded. */
  readonly shown: (file: FileResult) => readonly Finding[]
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
    findBook: bookFinder(cwd, { ignorePath }),
    shelf: createShelf(cwd, { bytesOf, holds: undefined }),
    shown: options.config === false ? ({ findings }) => findings : silencer(cwd),
    isIgnored: async (path) =>
      check(resolve(cwd, path), false) !== undefined || (ignore && (await configurationOf(path)).isIgnored(path)),
  }
}

/** A baseline is read when the first file is judged, so that a mistake in it is said of that. */
function silencer(cwd: string): Project['shown'] {
  const place = placeOfBaseline(cwd, undefined)
  if (!place.exists) return ({ findings }) => findings
  let baseline: Baseline | undefined
  return (file) => {
    baseline ??= parseBaseline(readBaseline(place))
    const path = relativePath(dirname(place.absolute), resolve(cwd, file.source.path))
    return silence(checkedAs(path, file), baseline).findings
  }
}

/** The same folder with its bibliographies read anew. */
export function withoutBibliographies(project: Project): Project {
  return { ...project, shelf: createShelf(project.cwd, { bytesOf: project.bytesOf, holds: undefined }) }
}
