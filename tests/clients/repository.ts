import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'
import { splitFences } from '../../scripts/fences.ts'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** A folder for the tests of a file. */
export function temporaryFolder(name: string): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), `footlint-${name}-`)))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** What npm would ask, tell or fetch again. */
const quietNpm = {
  npm_config_audit: 'false',
  npm_config_fund: 'false',
  npm_config_update_notifier: 'false',
  npm_config_prefer_offline: 'true',
}

/** Who commits, without the configuration of whoever runs the tests. */
const author = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@example.org',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a@example.org',
}

export interface Outcome {
  readonly code: number | null
  /** Both streams. */
  readonly output: string
  readonly stdout: string
}

export type Variables = Readonly<Record<string, string>>

export function call(cwd: string, [command, ...args]: readonly [string, ...string[]], more: Variables = {}): Outcome {
  const env = { ...process.env, ...quietNpm, ...author, NO_COLOR: '1', ...more }
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, encoding: 'utf8' })
  return { code: status, stdout, output: stdout + stderr }
}

/** The same where anything but success is a mistake of the test. */
export function must(cwd: string, argv: readonly [string, ...string[]], more?: Variables): string {
  const { code, output, stdout } = call(cwd, argv, more)
  if (code !== 0) throw new Error(`${argv.join(' ')} failed:\n${output}`)
  return stdout
}

export interface Repository {
  readonly folder: string
  readonly git: (...args: readonly string[]) => Outcome
  readonly write: (files: Readonly<Record<string, string>>) => void
  readonly read: (path: string) => string
  /** What a file is in the last commit. */
  readonly committed: (path: string) => string
  readonly commit: (...args: readonly string[]) => Outcome
}

export function createRepository(folder: string, variables: Variables = {}): Repository {
  must(dirname(folder), ['git', 'init', '--quiet', '--initial-branch', 'main', folder])
  const git = (...args: readonly string[]) => call(folder, ['git', ...args], variables)
  return {
    folder,
    git,
    write(files) {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true })
        writeFileSync(join(folder, path), text)
        if (text.startsWith('#!')) chmodSync(join(folder, path), 0o755)
      }
    },
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    committed: (path) => must(folder, ['git', 'show', `HEAD:${path}`]),
    commit(...args) {
      git('add', '--all')
      return git('commit', '--message', 'edit', ...args)
    },
  }
}

/** A file as `docs/hooks.md` or another page has it: what is tried is what is told. */
export function recipe(page: string, path: string): string {
  const found = splitFences(readFileSync(join(root, page), 'utf8')).filter(({ info }) => info?.split(' ')[1] === path)
  if (found.length !== 1) throw new Error(`${page} has ${found.length} blocks for ${path}, expected one`)
  return found[0]!.content
}
