import {
  closeSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import type { Stats } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { basename, dirname, join, resolve } from 'node:path'
import { WriteError } from '../errors.ts'
import type { Source } from '../source.ts'

/** The whole text of a file: with its byte order mark. */
export function contentOf({ text, hasByteOrderMark }: Source): string {
  return hasByteOrderMark ? `\uFEFF${text}` : text
}

export function encodeSource(source: Source): Buffer {
  return Buffer.from(contentOf(source))
}

/**
 * Puts a text in the place of the file that `before` was read from. Whatever happens, the file is the old one or the new
 * one: a file beside it is written and flushed, and takes its name. A symbolic link stays one; mode and owner stay.
 */
export function replaceSource(before: Source, text: string, cwd: string): void {
  try {
    const path = realpathSync(resolve(cwd, before.path))
    const temporary = writeBeside(path, encodeSource({ ...before, text }))
    try {
      checkUnchanged(before, path)
      renameSync(temporary, path)
    } finally {
      rmSync(temporary, { force: true })
    }
  } catch (error) {
    throw writeError(error)
  }
}

/** Makes a file that is not there yet; whoever reads it meanwhile finds all of it or none. */
export function createFile(path: string, bytes: Buffer): void {
  const temporary = temporaryBeside(path)
  try {
    writeFileSync(temporary, bytes, { flag: 'wx', flush: true })
    renameSync(temporary, path)
  } catch (error) {
    throw writeError(error)
  } finally {
    rmSync(temporary, { force: true })
  }
}

/** Writes a file beside another one, with its mode and owner. Gives its path. */
export function writeBeside(path: string, bytes: Buffer): string {
  const stats = statSync(path)
  checkWritable(stats)
  const temporary = temporaryBeside(path)
  try {
    writeNew(temporary, bytes, stats)
    return temporary
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

function temporaryBeside(path: string): string {
  return join(dirname(path), `.${basename(path).slice(0, 100)}.${randomBytes(6).toString('hex')}.tmp`)
}

/** As late as can be: an editor may have saved the file while it was being checked. */
export function checkUnchanged(before: Source, path: string): void {
  if (!readFileSync(path).equals(encodeSource(before))) throw changed()
}

/** What went wrong, in words for users. */
export function writeError(error: unknown): WriteError {
  if (error instanceof WriteError) return error
  return new WriteError(`cannot be written: ${reasonOf(error)}; it is as it was`, { cause: error })
}

function writeNew(path: string, bytes: Buffer, { mode, uid, gid }: Stats): void {
  const file = openSync(path, 'wx', 0o600)
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
    const own = fstatSync(file)
    if (own.uid !== uid || own.gid !== gid) keepOwner(file, uid, gid)
    // Behind the owner: a change of owner takes some bits of the mode away.
    fchmodSync(file, mode & 0o7777)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Only root may give files away; anybody else who may write into a file of somebody's gets one of his own. */
function keepOwner(file: number, uid: number, gid: number): void {
  try {
    fchownSync(file, uid, gid)
  } catch {
    // The file is whole and readable by the same mode, which is what counts.
  }
}

function checkWritable(stats: Stats): void {
  if (!stats.isFile()) throw new WriteError('cannot be written: it is no regular file; it is as it was')
  // Renaming would get past this, and root past everything.
  if ((stats.mode & 0o222) === 0) throw new WriteError('cannot be written: it is read-only; it is as it was')
}

function changed(): WriteError {
  return new WriteError(
    'was changed by somebody else while it was checked; nothing was written, expected to be run again',
  )
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'its folder may not be written to',
  EPERM: 'its folder may not be written to',
  EROFS: 'its file system is read-only',
  ENOSPC: 'there is no space left on its disk',
  EDQUOT: 'there is no space left for this user',
  EIO: 'its disk reports an error',
  ENOENT: 'it is gone',
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  return (code !== undefined && reasons[code]) || message
}
