import {
  closeSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readSync,
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
  readonly data: Uint8Array
  /** The processor time of the run that it is from, in microseconds: a longer one has compiled more. 0 of a first run. */
  readonly time: number
}

export interface CodeCache {
  /** Into some room, if it is large enough. */
  readonly read: (name: string, room?: Uint8Array) => Kept | undefined
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
    read: (name, room) => orNothing(() => (isOwn(folder, user) ? readKept(pathOf(name), room) : undefined)),
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

function encode({ data, time }: Kept): Uint8Array {
  const head = new Uint8Array(new Float64Array([time]).buffer)
  return Buffer.concat([head, data, head, data])
}

/** So much of the second half is held at a time: memory that is new takes longer than the reading. */
const pieceLength = 1 << 16

/** Bare arrays: what is theirs is there, and Node compiles what it adds to them when it is first called. */
function readKept(path: string, room: Uint8Array | undefined): Kept | undefined {
  const file = openSync(path, 'r')
  try {
    const half = fstatSync(file).size / 2
    if (half <= 8 || half % 1 !== 0) return undefined
    const memory = room && room.byteOffset % 8 === 0 && room.length >= half ? room : new Uint8Array(half)
    const first = new Uint8Array(memory.buffer, memory.byteOffset, half)
    if (readSync(file, first, 0, half, null) !== half || !isRepeated(file, first)) return undefined
    const [time] = new Float64Array(first.buffer, first.byteOffset, 1)
    return { time: time!, data: new Uint8Array(first.buffer, first.byteOffset + 8, half - 8) }
  } finally {
    closeSync(file)
  }
}

/** Whether what comes next in a file is all of this once more. */
function isRepeated(file: number, first: Uint8Array): boolean {
  const piece = new Uint8Array(Math.min(pieceLength, first.length))
  for (let at = 0; at < first.length;) {
    const length = readSync(file, piece, 0, Math.min(piece.length, first.length - at), null)
    const read = new Uint8Array(piece.buffer, 0, length)
    const same = new Uint8Array(first.buffer, first.byteOffset + at, length)
    if (length === 0 || Buffer.compare(read, same) !== 0) return false
    at += length
  }
  return true
}

/** The new file takes the name of the old one, so that nobody reads half of it. */
function replace(file: string, data: Uint8Array): void {
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
