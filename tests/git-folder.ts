import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createFolder, run } from './world.ts'
import type { Files } from './world.ts'

/** Who commits, without the configuration and the hooks of whoever runs the tests. */
const author = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@example.org',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a@example.org',
}

export interface GitFolder {
  readonly folder: string
  readonly git: (...args: readonly string[]) => string
  readonly write: (files: Files) => void
  /** The lines of a report in the format `unix`, the exit code and what else is said. */
  readonly check: (
    args: readonly string[],
    more?: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> },
  ) => Promise<{ readonly lines: string[]; readonly code: number; readonly stderr: string }>
}

/** A repository with one commit on `main` that has the given files. */
export function createRepository(files: Files = {}): GitFolder {
  const folder = createFolder()
  const git = gitIn(folder)
  const write = (more: Files) => {
    for (const [path, content] of Object.entries(more)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), content)
    }
  }
  git('init', '--quiet', '--initial-branch', 'main')
  if (Object.keys(files).length > 0) {
    write(files)
    git('add', '--all')
    git('commit', '--quiet', '--message', 'base')
  }
  return { folder, git, write, check: (args, more = {}) => check(args, { cwd: folder, ...more }) }
}

/** Runs git in a folder; what it complains about is a mistake of the test. */
export function gitIn(cwd: string): (...args: readonly string[]) => string {
  return (...args) => {
    const { status, stdout, stderr } = spawnSync('git', args, {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, ...author },
    })
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`)
    return stdout
  }
}

async function check(args: readonly string[], surroundings: { cwd: string; env?: Readonly<Record<string, string>> }) {
  const { stdout, stderr, code } = await run(['--format', 'unix', ...args], surroundings)
  return { lines: stdout.split('\n').filter((line) => line !== ''), stderr, code }
}
