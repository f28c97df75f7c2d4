import { readdirSync } from 'node:fs'
import { basename, dirname, sep } from 'node:path'

/** What a folder holds, at once: the first of the threads that Node would wait for takes longer to start than this. */
export function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** A file in `.config` speaks of the folder above. */
export function patternFolder(file: string): string {
  const folder = dirname(file)
  return withSlashes(basename(folder) === '.config' ? dirname(folder) : folder)
}

export const withSlashes = (file: string) => file.split(sep).join('/')
