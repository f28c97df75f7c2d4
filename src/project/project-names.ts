import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Node } from '../bibliography/node.ts'
import type { Source } from '../source.ts'

/** Bibliographies that a project of Quarto, bookdown or MyST names for all its documents. */
export interface ProjectNames {
  /** Absolute. */
  readonly paths: readonly string[]
  /** More may be named where nobody looks. */
  readonly isOpen: boolean
}

/** Files in which projects name them, and under which keys. */
const projectFiles: Readonly<Record<string, readonly (readonly string[])[]>> = {
  '_quarto.yml': [['bibliography'], ['book', 'bibliography'], ['website', 'bibliography']],
  '_quarto.yaml': [['bibliography'], ['book', 'bibliography'], ['website', 'bibliography']],
  '_metadata.yml': [['bibliography']],
  '_bookdown.yml': [['bibliography']],
  'myst.yml': [['project', 'bibliography']],
}

/** Whether a text may cite records of bibliographies that it does not name itself. */
export const mayCite = (text: string): boolean => text.includes('@') || text.includes('{cite')

/** Tells of a path whether any project around it may name bibliographies; looks at each folder once. */
export function createProjectCheck(cwd: string): (path: string) => boolean {
  const known = new Map<string, boolean>()
  const isIn = (folder: string): boolean => {
    let answer = known.get(folder)
    if (answer === undefined) {
      const { files, above } = projectAt(folder, cwd)
      answer = files.length > 0 || (above !== undefined && isIn(above))
      known.set(folder, answer)
    }
    return answer
  }
  return (path) => isIn(dirname(resolve(cwd, path)))
}

/** What the project of a document names; looks at each folder once. */
export function createProjectNames(cwd: string): (source: Source) => Promise<ProjectNames | undefined> {
  const known = new Map<string, Promise<ProjectNames | undefined>>()
  const namesOf = (folder: string): Promise<ProjectNames | undefined> => {
    const names = known.get(folder) ?? namesAt(folder)
    known.set(folder, names)
    return names
  }
  const namesAt = async (folder: string): Promise<ProjectNames | undefined> => {
    const { files, above: outer } = projectAt(folder, cwd)
    const above = outer === undefined ? undefined : await namesOf(outer)
    if (files.length === 0) return above
    const own = await Promise.all(files.map((name) => readNames(folder, name)))
    const all = above ? [...own, above] : own
    return { paths: all.flatMap(({ paths }) => paths), isOpen: all.some(({ isOpen }) => isOpen) }
  }
  return async ({ format, path, text }) => {
    if ((format !== 'markdown' && format !== 'quarto') || !mayCite(text)) return undefined
    return namesOf(dirname(resolve(cwd, path)))
  }
}

/** The files of projects in a folder, and the folder above it, unless nobody looks there. */
function projectAt(folder: string, cwd: string) {
  const entries = entriesOf(folder)
  const isTop = folder === cwd || dirname(folder) === folder || entries.includes('.git')
  return {
    files: entries.filter((name) => Object.hasOwn(projectFiles, name)),
    above: isTop ? undefined : dirname(folder),
  }
}

function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

async function readNames(folder: string, name: string): Promise<ProjectNames> {
  const [{ readYaml }, { child }] = await Promise.all([
    import('../bibliography/yaml.ts'),
    import('../bibliography/node.ts'),
  ])
  try {
    const text = readFileSync(join(folder, name), 'utf8')
    const [root] = readYaml(text).roots
    const named = projectFiles[name]!.flatMap((keys) =>
      pathsIn(keys.reduce<Node | undefined>((node, key) => child(node, key), root)),
    )
    // A book takes the bibliography of its first chapter, and MyST all that it finds.
    const isOpen = name === '_bookdown.yml' || name === 'myst.yml' || child(root, 'metadata-files') !== undefined
    return { paths: named.map((path) => resolve(folder, path.replace(/^\/+/, ''))), isOpen }
  } catch {
    return { paths: [], isOpen: true }
  }
}

function pathsIn(node: Node | undefined): string[] {
  if (node?.kind === 'list') return node.items.flatMap(pathsIn)
  return node?.kind === 'scalar' && node.text.trim() !== '' ? [node.text.trim()] : []
}
