import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The command as `npm ci` builds it: what editors start. */
export const footlint = fileURLToPath(new URL('../../dist/bin/footlint.js', import.meta.url))

/** Whether a program is here; where it is not, says so. CI installs them. */
export function isInstalled(name: string, hint: string, args: readonly string[] = ['--version']): boolean {
  const found = spawnSync(name, args).status === 0
  if (!found) console.log(`skipped: ${hint}`)
  return found
}
