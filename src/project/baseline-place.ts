import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { repositoryOf } from './coverage.ts'
import { below, relativePath } from './paths.ts'

const name = '.footlint-baseline.json'

/** Where a baseline is, or would be. */
export interface BaselinePlace {
  readonly absolute: string
  /** Relative to the working directory. */
  readonly path: string
  readonly exists: boolean
}

/** Where the command line says it is; else the nearest in the working directory and above it, up to the repository's folder. */
export function placeOfBaseline(cwd: string, location: string | undefined): BaselinePlace {
  const absolute = location === undefined ? (nearestAbove(cwd) ?? below(cwd, name)) : resolve(cwd, location)
  return {
    absolute,
    // Where there is none, nobody asks.
    get path() {
      return relativePath(cwd, absolute)
    },
    exists: existsSync(absolute),
  }
}

function nearestAbove(cwd: string): string | undefined {
  const top = repositoryOf(cwd) ?? cwd
  for (let folder = cwd; ; folder = dirname(folder)) {
    const path = below(folder, name)
    if (existsSync(path)) return path
    if (folder === top) return undefined
  }
}
