import { resolve } from 'node:path'
import { UsageError } from '../errors.ts'
import type { Failure } from '../finding.ts'
import {
  committedBlobs,
  differencesBetween,
  differencesSince,
  indexedBlobs,
  readBlobs,
  readBlobsNow,
  stagedDifferences,
} from './git.ts'
import type { Environment, Repository } from './git.ts'
import type { Difference } from './git-output.ts'
import { relativePath } from './paths.ts'

/** Which change is to be judged. */
export interface ChangeRequest {
  /** What is in the index, against the last commit. */
  readonly staged?: boolean | undefined
  /** What is on the disk, against the commit where the branch left this one. */
  readonly changedSince?: string | undefined
}

/** A change: which files it is about, and what they say now and said before. Paths are relative to the working directory. */
export interface Change {
  readonly files: readonly ChangedFile[]
  readonly failures: readonly Failure[]
  /** What a file says, where that is not what is on the disk. */
  readonly bytesOf: (path: string) => Buffer | undefined
  /** Whether a file is part of what is judged, though it may not be on the disk; `undefined`: the disk says so. */
  readonly holds: ((path: string) => boolean) | undefined
  /** All that is judged, where it is not the disk. */
  readonly list: (() => readonly string[]) | undefined
  /** What a changed file said before, and what it was called; `undefined` for one that is new or has not changed. */
  readonly baseOf: (path: string) => Base | undefined
}

export interface ChangedFile {
  readonly path: string
  readonly isDeleted: boolean
}

export interface Base {
  readonly path: string
  readonly bytes: Buffer
}

/** Asks git for a change; `undefined` where none is asked for. */
export async function findChange(
  { staged = false, changedSince }: ChangeRequest,
  cwd: string,
  environment?: Environment,
): Promise<Change | undefined> {
  if (staged && changedSince !== undefined)
    throw new UsageError('--staged and --changed-since exclude each other, expected one of them')
  if (!staged && changedSince === undefined) return undefined
  if (changedSince !== undefined) {
    const { repository, differences } = await differencesSince(cwd, changedSince, environment)
    return changeOf(differences, undefined, { repository, cwd })
  }
  const { repository, differences } = await stagedDifferences(cwd, environment)
  return changeOf(differences, () => indexedBlobs(repository), { repository, cwd })
}

/** What is different in one commit from another. */
export async function changeBetween(
  repository: Repository,
  [before, after]: readonly [string, string],
  cwd: string,
): Promise<Change> {
  const differences = await differencesBetween(repository, before, after)
  return changeOf(differences, () => committedBlobs(repository, after), { repository, cwd })
}

interface Place {
  readonly repository: Repository
  readonly cwd: string
}

/** `list` gives the blobs of all files by their absolute paths, where it is not the disk that is judged. */
async function changeOf(
  differences: readonly Difference[],
  list: (() => ReadonlyMap<string, string>) | undefined,
  { repository, cwd }: Place,
): Promise<Change> {
  const nameOf = (path: string) => relativePath(cwd, path)
  const isOpen = ({ kind }: Difference) => kind !== 'unmerged'
  const byPath = new Map(differences.filter(isOpen).map((one) => [nameOf(one.path), one]))
  const unmerged = differences.filter((one) => !isOpen(one)).map(({ path }) => nameOf(path))
  const blobs = differences.flatMap(({ blob, before, kind }) => (kind === 'deleted' ? [] : [blob, before?.blob]))
  const blobOf = await blobReader(
    repository,
    blobs.filter((blob) => blob !== undefined),
  )
  const index = list && remember(list)
  return {
    files: [...byPath].map(([path, { kind }]) => ({ path, isDeleted: kind === 'deleted' })).sort(byName),
    failures: [...new Set(unmerged)].map((path) => ({
      path,
      message: 'is not merged, expected its conflicts resolved',
    })),
    bytesOf(path) {
      const own = byPath.get(path)
      if (!index) return own?.kind === 'deleted' ? undefined : own?.readNamed?.()
      const blob = own ? own.blob : index().get(resolve(cwd, path))
      return blob === undefined || own?.kind === 'deleted' ? undefined : blobOf(blob)
    },
    holds: index && ((path) => byPath.get(path)?.kind !== 'deleted' && index().has(resolve(cwd, path))),
    list: index && (() => [...index().keys()].map(nameOf)),
    baseOf(path) {
      const before = byPath.get(path)?.before
      const bytes = before && blobOf(before.blob)
      return before && bytes && { path: nameOf(before.path), bytes }
    },
  }
}

const byName = (one: ChangedFile, other: ChangedFile) => (one.path < other.path ? -1 : one.path > other.path ? 1 : 0)

function remember<T>(work: () => T): () => T {
  let result: { readonly value: T } | undefined
  return () => (result ??= { value: work() }).value
}

/** So many are read at once: git starts in milliseconds, and a text is forgotten when it was taken. */
const batch = 64

/** Reads blobs as they are asked for, those that are asked for next along with them; the first ones at once. */
async function blobReader(
  repository: Repository,
  planned: readonly string[],
): Promise<(blob: string) => Buffer | undefined> {
  const place = new Map(planned.map((blob, index) => [blob, index]))
  let held: ReadonlyMap<string, Buffer> =
    planned.length === 0 ? new Map<string, Buffer>() : await readBlobs(repository, planned.slice(0, batch))
  return (blob) => {
    const from = place.get(blob)
    if (from === undefined) return readBlobsNow(repository, [blob]).get(blob)
    if (!held.has(blob)) held = readBlobsNow(repository, planned.slice(from, from + batch))
    return held.get(blob)
  }
}
