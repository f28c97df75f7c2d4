import { spawnSync } from 'node:child_process'
import { chmodSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { splitFences } from '../../scripts/fences.ts'
import { writeFiles } from '../world.ts'

/** The command as `npm ci` builds it: what editors start. */
const footlint = fileURLToPath(new URL('../../dist/bin/footlint.js', import.meta.url))

/** Whether a program is here; where it is not, says so. CI installs them. */
export function isInstalled(name: string, hint: string, args: readonly string[] = ['--version']): boolean {
  const found = spawnSync(name, args).status === 0
  if (!found) console.log(`skipped: ${hint}`)
  return found
}

/** Puts the command into a folder, and gives a `PATH` that leads to it. */
export function pathWithFootlint(folder: string): string {
  const script = `#!/bin/sh\nexec '${process.execPath}' '${footlint}' "$@"\n`
  writeFiles(folder, { 'bin/footlint': script })
  chmodSync(join(folder, 'bin/footlint'), 0o755)
  return join(folder, 'bin') + delimiter + process.env['PATH']
}

/** A recipe of docs/editors.md, by what stands behind its opening fence. */
export function recipe(info: string): string {
  const page = readFileSync(new URL('../../docs/editors.md', import.meta.url), 'utf8')
  return splitFences(page).find((fence) => fence.info === info)!.content
}
