import { realpathSync, renameSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { WriteError } from '../errors.ts'
import type { Source } from '../source.ts'
import { checkUnchanged, encodeSource, replaceSource, writeBeside, writeError } from './write.ts'

/** A file as it was read, and what is to stand in it; the same where it only has to be there as it was. */
export interface Replacement {
  readonly before: Source
  readonly text: string
}

interface Prepared {
  readonly before: Source
  readonly path: string
  /** The new file. */
  readonly next: string
  /** A copy of the old one. */
  readonly old: string
}

/**
 * Replaces several files, all or none. The new files and copies of the old ones are written beside them first; then it is
 * looked whether any file has changed, those that stay as they are too; then the new files take their names one after the
 * other. If one cannot, the old ones get theirs back.
 */
export function replaceSources(files: readonly Replacement[], cwd: string, rename = renameSync): void {
  const [first, second] = files
  if (first && !second) return replaceSource(first.before, first.text, cwd)
  const prepared: Prepared[] = []
  const lost = new Set<Prepared>()
  try {
    const paths = new Map(
      files.map(({ before }) => [before, about(before, () => realpathSync(resolve(cwd, before.path)))]),
    )
    const changing = files.filter(({ before, text }) => text !== before.text)
    checkDistinct(changing, paths)
    for (const file of changing) prepared.push(about(file.before, () => prepare(file, paths.get(file.before)!)))
    for (const { before } of files) about(before, () => checkUnchanged(before, paths.get(before)!))
    renameAll(prepared, rename, lost)
  } finally {
    for (const { next } of prepared) rmSync(next, { force: true })
    for (const file of prepared) if (!lost.has(file)) rmSync(file.old, { force: true })
  }
}

/** Two names of one file would take its place one after the other. */
function checkDistinct(files: readonly Replacement[], paths: ReadonlyMap<Source, string>): void {
  const known = new Map<string, Source>()
  for (const { before } of files) {
    const other = known.get(paths.get(before)!)
    if (other) throw ofBook(new WriteError(`is the same file as ${other.path}; it is as it was`), before)
    known.set(paths.get(before)!, before)
  }
}

function prepare({ before, text }: Replacement, path: string): Prepared {
  const next = writeBeside(path, encodeSource({ ...before, text }))
  try {
    return { before, path, next, old: writeBeside(path, encodeSource(before)) }
  } catch (error) {
    rmSync(next, { force: true })
    throw error
  }
}

/** Those that could not be put back are added to `lost`. */
function renameAll(prepared: readonly Prepared[], rename: typeof renameSync, lost: Set<Prepared>): void {
  const done: Prepared[] = []
  try {
    for (const file of prepared) {
      about(file.before, () => rename(file.next, file.path))
      done.push(file)
    }
  } catch (error) {
    for (const file of done.toReversed()) if (!putBack(file, rename)) lost.add(file)
    if (lost.size === 0) throw error
    const { cause, path } = error as WriteError
    const copies = [...lost].map(({ before, old }) => `${before.path} (the old one is ${old})`).join(', ')
    const message = `${writeError(cause).message}, but these are new and could not be put back: ${copies}`
    throw new WriteError(message, { path, cause })
  }
}

function putBack({ old, path }: Prepared, rename: typeof renameSync): boolean {
  try {
    rename(old, path)
    return true
  } catch {
    return false
  }
}

/** Does something with one of the files; a mistake names it, and says of the others that they are as they were. */
function about<T>(source: Source, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw ofBook(writeError(error), source)
  }
}

function ofBook(error: WriteError, { path }: Source): WriteError {
  return new WriteError(`${error.message}; no file of its book is written`, { path, cause: error })
}
