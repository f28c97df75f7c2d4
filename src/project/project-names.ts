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

/** What the project of a document names; looks at each folder once. */
export function createProjectNames(cwd: string): (source: Source) => Promise<ProjectNames | undefined> {
  const known = new Map<string, Promise<ProjectNames | undefined>>()
  const namesOf = (folder: string): Promise<ProjectNames | undefined> => {
    const names = known.get(folder) ?? namesAt(folder)
    known.set(folder, names)
    return names
  }
  const namesAt = async (folder: string): Promise<ProjectNames | undefined> => {
    const entries = entriesOf(folder)
    const files = entries.filter((name) => Object.hasOwn(projectFiles, name))
    const isTop = folder === cwd || dirname(folder) === folder || entries.includes('.git')
    const above = isTop ? undefined : await namesOf(dirname(folder))
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
