import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The folder of the package, whether the sources run, what was built from them, or one file bundled of all, which has a
 * package.json of its own.
 */
export function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'schema.json')) && dirname(folder) !== folder) folder = dirname(folder)
  return folder
}
