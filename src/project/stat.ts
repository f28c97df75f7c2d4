import { statSync } from 'node:fs'
import type { Stats } from 'node:fs'

/** What the file system says of a path; `undefined` whatever keeps it from saying something. */
export function statOf(path: string): Stats | undefined {
  try {
    return statSync(path)
  } catch {
    return undefined
  }
}
