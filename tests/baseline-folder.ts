import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createFolder, run, writeFiles } from './world.ts'
import type { Files } from './world.ts'

export const name = '.footlint-baseline.json'
export const lost = (label: string) => `Walls.[^1] Gates.[^${label}]\n\n[^1]: Adam\n`
export const undefinedAt = (place: string, label: string) =>
  `${place}: error \`[^${label}]\` has no entry, expected one [marker-undefined]\n`
export const stale = (place: string, what: string) =>
  `${name}:${place}: error ${what}, expected --prune-suppressions to take ${what.startsWith('A ') || what.startsWith('`') ? 'it' : 'them'} out [baseline-stale]\n`

/** A folder in which several commands are run, one after the other. */
export function folder(files: Files) {
  const cwd = createFolder(files)
  const footlint = async (...argv: readonly string[]) => {
    const { code, stdout, stderr } = await run([...argv, '-f', 'unix'], { cwd })
    return { code, stdout, stderr }
  }
  return {
    cwd,
    footlint,
    write: (more: Files) => writeFiles(cwd, more),
    baseline: () => readFileSync(join(cwd, name), 'utf8'),
  }
}
