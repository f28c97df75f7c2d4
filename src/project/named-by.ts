import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Failure } from '../finding.ts'
import type { Change } from './change.ts'
import { relativePath, withSlashes } from './paths.ts'

/** How a path is named: itself, or by a folder or a glob that it is in. */
export type Naming = 'itself' | 'below' | 'no'

/** Tells which paths some patterns name; those that name nothing are failures. */
export async function namedBy(
  patterns: readonly string[],
  { files }: Change,
  cwd: string,
): Promise<{ readonly isNamed: (path: string) => Naming; readonly failures: readonly Failure[] }> {
  const known = new Set(files.map(({ path }) => path))
  const tests: ((path: string) => Naming)[] = []
  const failures: Failure[] = []
  for (const pattern of patterns) {
    const name = relativePath(cwd, resolve(cwd, pattern))
    const stats = statSync(resolve(cwd, pattern), { throwIfNoEntry: false })
    if (stats?.isDirectory()) tests.push((path) => (isInside(path, name) ? 'below' : 'no'))
    // One that was deleted may be named, as hooks do.
    else if (stats || known.has(name)) tests.push((path) => (path === name ? 'itself' : 'no'))
    else if (/[*?[\]{}()!]/.test(pattern)) tests.push(await globTest(pattern))
    else failures.push({ path: name, message: 'does not exist, expected a file, a folder or a glob' })
  }
  const isNamed = (path: string): Naming => {
    const namings = new Set(tests.map((test) => test(path)))
    return namings.has('itself') ? 'itself' : namings.has('below') ? 'below' : 'no'
  }
  return { isNamed, failures }
}

function isInside(path: string, folder: string): boolean {
  if (folder === '.') return !path.startsWith('../')
  return /^(?:\.\.\/)*\.\.$/.test(folder) ? isAbove(path, folder) : path.startsWith(`${folder}/`)
}

/** `../..` holds all that does not go further up. */
function isAbove(path: string, folder: string): boolean {
  const ups = (text: string) => /^(?:\.\.(?:\/|$))*/.exec(text)![0].split('..').length
  return ups(path) <= ups(folder)
}

async function globTest(pattern: string): Promise<(path: string) => Naming> {
  const { default: picomatch } = await import('picomatch/posix.js')
  const matches = picomatch([withSlashes(pattern).replace(/^\.\//, '')], { dot: true })
  return (path) => (matches(path) ? 'below' : 'no')
}
