import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** footlint, packed as for the registry. */
    tarball: string
    /** A folder that it is installed in. */
    installed: string
  }
}

/** Packs and installs once for all clients, unless somebody has (`FOOTLINT_TARBALL` and `FOOTLINT_INSTALLED`). */
export default function setup({ provide }: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'footlint-packed-'))
  const tarball = process.env['FOOTLINT_TARBALL'] ?? pack(folder)
  provide('tarball', resolve(tarball))
  provide('installed', resolve(process.env['FOOTLINT_INSTALLED'] ?? install(folder, resolve(tarball))))
  return () => rmSync(folder, { recursive: true, force: true })
}

const npm = (cwd: string, ...argv: readonly string[]) => execFileSync('npm', argv, { cwd, encoding: 'utf8' })

function pack(folder: string): string {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const output = npm(root, 'pack', '--silent', '--pack-destination', folder)
  return join(folder, output.trim().split('\n').at(-1)!)
}

function install(folder: string, tarball: string): string {
  const target = join(folder, 'installed')
  mkdirSync(target)
  npm(target, 'install', '--no-save', '--ignore-scripts', '--silent', '--prefer-offline', '--no-audit', tarball)
  return target
}
