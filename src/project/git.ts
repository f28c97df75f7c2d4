import { spawnSync } from 'node:child_process'
import { isUtf8 } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { resolve, sep } from 'node:path'
import { UsageError } from '../errors.ts'

/** A repository, as git sees it from a folder: what hooks say in the environment counts. */
export interface Repository {
  readonly root: string
  readonly isShallow: boolean
  /** Runs a command of git and gives its output; `undefined` where it fails. */
  readonly ask: (args: readonly string[], input?: string) => Buffer | undefined
}

/** One file that differs between two states. */
export interface Difference {
  /** Absolute. */
  readonly path: string
  readonly kind: 'added' | 'changed' | 'deleted' | 'unmerged'
  /** What it was called before, absolute, and its blob there; `undefined` where it was not there. */
  readonly before: { readonly path: string; readonly blob: string } | undefined
  /** Its blob in the index; `undefined` where the file on the disk counts. */
  readonly blob: string | undefined
  /** Reads the file on the disk where its name is no UTF-8, so that no path leads to it. */
  readonly readNamed: (() => Buffer) | undefined
}

export type Environment = Readonly<Record<string, string | undefined>>

/** Finds the repository that a folder is in. */
export function openRepository(cwd: string, environment: Environment = {}): Repository {
  const env = { ...process.env, ...environment, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_LITERAL_PATHSPECS: '1' }
  const run = (folder: string, args: readonly string[], input?: string) =>
    spawnSync('git', args, { cwd: folder, env, maxBuffer: Infinity, ...(input !== undefined && { input }) })
  const { status, stdout, stderr, error } = run(cwd, ['rev-parse', '--show-cdup', '--is-shallow-repository'])
  if (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new UsageError(
      code === 'ENOENT' ? 'git is not installed, expected it to tell what has changed' : error.message,
    )
  }
  if (status !== 0) throw notARepository(stderr.toString())
  const [up, isShallow] = stdout.toString().split('\n') as [string, string]
  const root = resolve(cwd, up)
  return {
    root,
    isShallow: isShallow === 'true',
    ask(args, input) {
      const answer = run(root, args, input)
      return answer.status === 0 ? answer.stdout : undefined
    },
  }
}

function notARepository(said: string): UsageError {
  const [line = ''] = said.replace(/^fatal: /, '').split('\n')
  if (/not a git repository/.test(line))
    return new UsageError('this is not a git repository, expected one that tells what has changed')
  return new UsageError(`git does not tell what has changed: ${line}`)
}

/** What is in the index and not like that in the last commit; before the first commit, all. */
export function stagedDifferences(repository: Repository): Difference[] {
  return differences(repository, ['--cached'], true)
}

/** What on the disk is not as it was in a commit. */
export function differencesSince(repository: Repository, commit: string): Difference[] {
  return [...differences(repository, [commit], false), ...untracked(repository)]
}

/** What is not in one commit as it was in another. */
export function differencesBetween(repository: Repository, before: string, after: string): Difference[] {
  return differences(repository, [before, after], true)
}

const flags = ['--raw', '-z', '-M', '--no-abbrev', '--no-color', '--no-ext-diff', '--no-textconv', '--no-relative']

function differences(repository: Repository, what: readonly string[], hasBlobs: boolean): Difference[] {
  const output = repository.ask(['diff', ...flags, '--ignore-submodules=all', ...what, '--'])
  if (!output) throw new UsageError('git diff fails here, expected it to tell what has changed')
  const found: Difference[] = []
  const fields = splitAtNul(output)
  for (let at = 0; at < fields.length;) {
    const [oldMode, newMode, oldBlob, newBlob, status] = fields[at]!.toString().slice(1).split(' ') as [
      string,
      string,
      string,
      string,
      string,
    ]
    const isRenamed = status.startsWith('R')
    const [oldName, newName] = [fields[at + 1]!, fields[at + (isRenamed ? 2 : 1)]!]
    at += isRenamed ? 3 : 2
    if (!isFileMode(newMode) && status !== 'D') continue
    const old = isFileMode(oldMode) ? { path: pathOf(repository, oldName), blob: oldBlob } : undefined
    found.push({
      path: pathOf(repository, newName),
      kind: kinds[status[0]!] ?? 'changed',
      before: old,
      blob: hasBlobs ? newBlob : undefined,
      readNamed: readNamed(repository, newName),
    })
  }
  return found
}

/** Neither a symbolic link nor a submodule. */
const isFileMode = (mode: string) => mode.startsWith('100')

const kinds: Readonly<Record<string, Difference['kind']>> = { A: 'added', D: 'deleted', U: 'unmerged' }

function untracked(repository: Repository): Difference[] {
  const output = repository.ask(['ls-files', '--others', '--exclude-standard', '-z'])
  return splitAtNul(output ?? Buffer.alloc(0)).map((name) => ({
    path: pathOf(repository, name),
    kind: 'added',
    before: undefined,
    blob: undefined,
    readNamed: readNamed(repository, name),
  }))
}

function readNamed({ root }: Repository, name: Buffer): (() => Buffer) | undefined {
  return isUtf8(name) ? undefined : () => readFileSync(Buffer.concat([Buffer.from(`${root}${sep}`), name]))
}

const pathOf = ({ root }: Repository, name: Buffer) => resolve(root, name.toString())

function splitAtNul(output: Buffer): Buffer[] {
  const fields: Buffer[] = []
  for (let from = 0, to = output.indexOf(0); to !== -1; from = to + 1, to = output.indexOf(0, from))
    fields.push(output.subarray(from, to))
  return fields
}

/** Where a branch left the history of a reference. */
export function mergeBase(repository: Repository, reference: string): string {
  const commit = commitOf(repository, reference)
  if (commit === undefined) throw unknownReference(repository, reference)
  if (commitOf(repository, 'HEAD') === undefined)
    throw new UsageError(`--changed-since ${reference}: there is no commit here yet, expected one to compare with`)
  const base = repository.ask(['merge-base', commit, 'HEAD'])?.toString().trim()
  if (base) return base
  const hint = repository.isShallow ? shallowHint : undefined
  throw new UsageError(`--changed-since ${reference}: it has no commit in common with HEAD, expected a merge base`, {
    hint,
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
export function commitOf({ ask }: Repository, reference: string): string | undefined {
  const [answer] =
    ask(['rev-parse', '--verify', '--quiet', '--end-of-options', `${reference}^{commit}`])
      ?.toString()
      .split('\n') ?? []
  return answer === '' ? undefined : answer
}

/** The contents of some blobs, in their order; `undefined` for one that is not there. */
export function readBlobs({ ask }: Repository, names: readonly string[]): (Buffer | undefined)[] {
  const output = ask(['cat-file', '--batch'], names.map((name) => `${name}\n`).join(''))
  if (!output) return names.map(() => undefined)
  let at = 0
  return names.map(() => {
    const end = output.indexOf(10, at)
    const [, type, size] = output.toString('utf8', at, end).split(' ')
    at = end + 1
    if (type !== 'blob') return undefined
    const content = output.subarray(at, at + Number(size))
    at += Number(size) + 1
    return content
  })
}

/** The blob of each file in the index, by absolute path. */
export function indexedBlobs(repository: Repository): Map<string, string> {
  return blobsIn(repository, repository.ask(['ls-files', '--stage', '-z']), 1)
}

/** The same of a commit. */
export function committedBlobs(repository: Repository, commit: string): Map<string, string> {
  return blobsIn(repository, repository.ask(['ls-tree', '-r', '-z', '--full-tree', commit]), 2)
}

/** A line has the mode first, the blob at a place of its own, and the name behind a tab. */
function blobsIn(repository: Repository, output: Buffer | undefined, place: number): Map<string, string> {
  const entries = splitAtNul(output ?? Buffer.alloc(0)).flatMap((field): [string, string][] => {
    const tab = field.indexOf(9)
    const words = field.toString('utf8', 0, tab).split(' ')
    return isFileMode(words[0]!) ? [[pathOf(repository, field.subarray(tab + 1)), words[place]!]] : []
  })
  return new Map(entries)
}

/** What a file said in a commit: `main:docs/article.md`, `HEAD:./article.md`; `undefined` where there is none. */
export function readRevision({ ask }: Repository, name: string): Buffer | undefined {
  return name.startsWith('-') ? undefined : ask(['cat-file', 'blob', name])
}
