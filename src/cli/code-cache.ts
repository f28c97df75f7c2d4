import {
  closeSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'

/*
 * What V8 makes of the code of the command, kept for the next run. V8 believes what it is given: it would run, or die of,
 * half a file and a stranger's. So a folder counts only if nobody else can write to it, and every file holds its data
 * twice, which is compared sooner than a sum of it could be worked out.
 */

export interface Kept {
  readonly data: Buffer
  /** The processor time of the run that it is from, in microseconds: a longer one has compiled more. */
  readonly time: number
}

export interface CodeCache {
  readonly read: (name: string) => Kept | undefined
  /** Never fails: where nothing can be written, the next run has more to do. */
  readonly write: (name: string, kept: Kept) => void
}

export interface CacheOwner {
  readonly env: Readonly<Record<string, string | undefined>>
  /** What tells one build of the program, on one engine with its flags, from all others. */
  readonly key: string
  /** The id of the user; Windows has none, but a folder for temporary files for each. */
  readonly user: number | undefined
}

/** Opens the cache where Node keeps its own; `undefined` where the user wants none. */
export function openCodeCache({ env, key, user }: CacheOwner): CodeCache | undefined {
  if (env['NODE_DISABLE_COMPILE_CACHE'] !== undefined) return undefined
  const folder = `${env['NODE_COMPILE_CACHE'] || tmpdir()}/${user === undefined ? 'footlint' : `footlint-${user}`}`
  const pathOf = (name: string) => `${folder}/${key}-${name}.bin`
  return {
    read: (name) => orNothing(() => (isOwn(folder, user) ? decode(readFileSync(pathOf(name))) : undefined)),
    write: (name, kept) =>
      orNothing(() => {
        mkdirSync(folder, { recursive: true, mode: 0o700 })
        if (isOwn(folder, user)) replace(pathOf(name), encode(kept))
      }),
  }
}

function orNothing<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}

function isOwn(folder: string, user: number | undefined): boolean {
  const stats = lstatSync(folder)
  return stats.isDirectory() && (user === undefined || (stats.uid === user && (stats.mode & 0o022) === 0))
}

function encode({ data, time }: Kept): Buffer {
  const head = Buffer.alloc(8)
  head.writeDoubleLE(time)
  return Buffer.concat([head, data, head, data])
}

function decode(bytes: Buffer): Kept | undefined {
  const half = bytes.length >> 1
  const first = bytes.subarray(0, half)
  if (half <= 8 || !first.equals(bytes.subarray(half))) return undefined
  return { time: first.readDoubleLE(), data: first.subarray(8) }
}

/** The new file takes the name of the old one, so that nobody reads half of it. */
function replace(file: string, data: Buffer): void {
  const temporary = `${file}.${process.pid}.tmp`
  try {
    const open = openSync(temporary, 'wx', 0o600)
    try {
      // A disk that is getting full takes a part and does not complain.
      for (let at = 0; at < data.length;) at += writeSync(open, data, at)
      fsyncSync(open)
    } finally {
      closeSync(open)
    }
    renameSync(temporary, file)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}
