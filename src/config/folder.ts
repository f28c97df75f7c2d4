import { readdirSync } from 'node:fs'
import path from 'node:path'

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
  const folder = path.dirname(file)
  return withSlashes(path.basename(folder) === '.config' ? path.dirname(folder) : folder)
}

export const withSlashes = (file: string) => file.split(path.sep).join('/')
