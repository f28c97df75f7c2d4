import { execFile, spawnSync } from 'node:child_process'
import type { ExecFileException } from 'node:child_process'
import { resolve } from 'node:path'
import { UsageError } from '../errors.ts'
import { parseBlobs, parseListing, parseRawDiff, parseUntracked } from './git-output.ts'
import type { Difference } from './git-output.ts'

/** A repository, as git sees it from a folder: what hooks say in the environment counts. */
export interface Repository {
  readonly root: string
  readonly isShallow: boolean
  /** Runs a command of git and gives its output; `undefined` where it fails. */
  readonly ask: (args: readonly string[], input?: string) => Promise<Buffer | undefined>
  /** The same at once. */
  readonly askNow: (args: readonly string[], input?: string) => Buffer | undefined
}

export type Environment = Readonly<Record<string, string | undefined>>

/** Finds the repository that a folder is in. */
export async function openRepository(cwd: string, environment: Environment = {}): Promise<Repository> {
  const { env } = gitIn(cwd, environment)
  const opened = await start(['rev-parse', '--show-cdup', '--is-shallow-repository'], { cwd, env })
  if (opened.error) {
    const { code, message } = opened.error
    throw new UsageError(code === 'ENOENT' ? 'git is not installed, expected it to tell what has changed' : message)
  }
  if (!opened.stdout) throw notARepository(opened.stderr)
  const [up, isShallow] = opened.stdout.toString().split('\n') as [string, string]
  const root = resolve(cwd, up)
  return {
    root,
    isShallow: isShallow === 'true',
    ask: gitIn(root, environment).ask,
    askNow(args, input) {
      const { status, stdout } = spawnSync('git', args, { cwd: root, env, maxBuffer: Infinity, input })
      return status === 0 ? stdout : undefined
    },
  }
}

/** git in a folder, of which nobody knows yet whether it is in a repository. */
function gitIn(cwd: string, environment: Environment) {
  const env = { ...process.env, ...environment, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_LITERAL_PATHSPECS: '1' }
  const ask: Repository['ask'] = async (args, input) => (await start(args, { cwd, env }, input)).stdout
  return { env, ask }
}

interface Answer {
  /** `undefined` where git fails. */
  readonly stdout: Buffer | undefined
  readonly stderr: string
  /** git could not be started. */
  readonly error?: ExecFileException
}

function start(args: readonly string[], where: { cwd: string; env: NodeJS.ProcessEnv }, input = ''): Promise<Answer> {
  return new Promise((settle) => {
    const options = { ...where, encoding: 'buffer' as const, maxBuffer: Infinity }
    const child = execFile('git', args, options, (error, stdout, stderr) => {
      const isStarted = !error || typeof error.code === 'number'
      settle({ stdout: error ? undefined : stdout, stderr: stderr.toString(), ...(!isStarted && { error }) })
    })
    // One that ends before it has read everything says so by its exit code.
    child.stdin?.on('error', () => {})
    child.stdin?.end(input)
  })
}

function notARepository(said: string): UsageError {
  const [line = ''] = said.replace(/^fatal: /, '').split('\n')
  if (/not a git repository/.test(line))
    return new UsageError('this is not a git repository, expected one that tells what has changed')
  return new UsageError(`git does not tell what has changed: ${line}`)
}

/** A repository, and what is different in it. */
export interface Found {
  readonly repository: Repository
  readonly differences: readonly Difference[]
}

/** What is in the index and not like that in the last commit; before the first commit, all. */
export async function stagedDifferences(cwd: string, environment: Environment = {}): Promise<Found> {
  const diff = gitIn(cwd, environment).ask(diffOf('--cached'))
  const [repository, output] = await Promise.all([openRepository(cwd, environment), diff])
  return { repository, differences: parseRawDiff(output ?? failed(), repository.root, true) }
}

/** What on the disk is not as it was where the branch left a reference, and what git does not know. All is asked at once. */
export async function differencesSince(cwd: string, reference: string, environment: Environment = {}): Promise<Found> {
  const { ask } = gitIn(cwd, environment)
  const [repository, output, others] = await Promise.all([
    openRepository(cwd, environment),
    ask(diffOf('--merge-base', '--end-of-options', reference)),
    ask(['ls-files', '--others', '--exclude-standard', '--full-name', '-z']),
  ])
  // A git before 2.30 has no such option; the others fail since there is no merge base.
  const known = output ?? (await ask(diffOf(await mergeBase(repository, reference)))) ?? failed()
  const { root } = repository
  return { repository, differences: [...parseRawDiff(known, root, false), ...parseUntracked(others ?? nothing, root)] }
}

/** What is not in one commit as it was in another. */
export async function differencesBetween(
  { ask, root }: Repository,
  before: string,
  after: string,
): Promise<Difference[]> {
  return parseRawDiff((await ask(diffOf(before, after))) ?? failed(), root, true)
}

const flags = ['--raw', '-z', '-M', '--no-abbrev', '--no-color', '--no-ext-diff', '--no-textconv', '--no-relative']

const diffOf = (...what: readonly string[]) => ['diff', ...flags, '--ignore-submodules=all', ...what, '--']

function failed(): never {
  throw new UsageError('git diff fails here, expected it to tell what has changed')
}

/** Where a branch left the history of a reference. */
export async function mergeBase(repository: Repository, reference: string): Promise<string> {
  const found = await repository.ask(['merge-base', '--end-of-options', reference, 'HEAD'])
  const base = found?.toString().trim()
  if (base) return base
  if ((await commitOf(repository, reference)) === undefined) throw unknownReference(repository, reference)
  if ((await commitOf(repository, 'HEAD')) === undefined)
    throw new UsageError(`--changed-since ${reference}: there is no commit here yet, expected one to compare with`)
  throw new UsageError(`--changed-since ${reference}: it has no commit in common with HEAD, expected a merge base`, {
    hint: repository.isShallow ? shallowHint : undefined,
  })
}

const shallowHint =
  'The clone is shallow: fetch what is missing, with `git fetch --unshallow` or `fetch-depth: 0` of actions/checkout'

function unknownReference({ isShallow }: Repository, reference: string): UsageError {
  const hint = isShallow ? shallowHint : 'A branch of a remote has to be fetched, and is called `origin/main`'
  return new UsageError(
    `--changed-since ${reference}: git knows no such commit, expected a branch, a tag or a commit`,
    { hint },
  )
}

/** The commit that a name means; never taken for an option. */
export async function commitOf({ ask }: Repository, reference: string): Promise<string | undefined> {
  const answer = await ask(['rev-parse', '--verify', '--quiet', '--end-of-options', `${reference}^{commit}`])
  return answer?.toString().trim() || undefined
}

const nothing = Buffer.alloc(0)
const listOf = (names: readonly string[]) => names.map((name) => `${name}\n`).join('')

/** The contents of some blobs, by their names; without one that is not there. */
export async function readBlobs({ ask }: Repository, names: readonly string[]): Promise<Map<string, Buffer>> {
  return parseBlobs(names, (await ask(['cat-file', '--batch'], listOf(names))) ?? nothing)
}

/** The same at once. */
export function readBlobsNow({ askNow }: Repository, names: readonly string[]): Map<string, Buffer> {
  return parseBlobs(names, askNow(['cat-file', '--batch'], listOf(names)) ?? nothing)
}

/** The blob of each file in the index, by absolute path. */
export function indexedBlobs(repository: Repository): Map<string, string> {
  return parseListing(repository.askNow(['ls-files', '--stage', '-z']) ?? nothing, repository.root, 1)
}

/** The same of a commit. */
export function committedBlobs(repository: Repository, commit: string): Map<string, string> {
  return parseListing(repository.askNow(['ls-tree', '-r', '-z', '--full-tree', commit]) ?? nothing, repository.root, 2)
}

/** What a file said in a commit: `main:docs/article.md`, `HEAD:./article.md`; `undefined` where there is none. */
export async function readRevision({ ask }: Repository, name: string): Promise<Buffer | undefined> {
  return name.startsWith('-') ? undefined : ask(['cat-file', 'blob', name])
}
