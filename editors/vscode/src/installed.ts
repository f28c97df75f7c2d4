import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The footlint that is installed in one of some folders. */
export function installedIn(folders: readonly string[]): string | undefined {
  return folders
    .map((folder) => join(folder, 'node_modules', 'footlint', 'dist', 'bin', 'footlint.js'))
    .find((file) => existsSync(file))
}
