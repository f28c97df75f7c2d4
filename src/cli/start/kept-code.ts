import { closeSync, fstatSync, lstatSync, openSync, readSync } from 'node:fs'
import { tmpdir } from 'node:os'

/*
 * What V8 makes of the code of the command, kept for the next run: where it lies, and how it is read. V8 believes what it
 * is given: it would run, or die of, half a file and a stranger's. So a folder counts only if nobody else can write to it,
 * and every file holds its data twice, which is compared sooner than a sum of it could be worked out.
 */

export interface Kept {
  readonly data: Uint8Array
  /** The processor time of the run that it is from, in microseconds: a longer one has compiled more. 0 of a first run. */
  readonly time: number
}

export interface CodeOwner {
  readonly env: Readonly<Record<string, string | undefined>>
  /** What tells one build of the program, on one engine with its flags, from all others. */
  readonly key: string
  /** The id of the user; Windows has none, but a folder for temporary files for each. */
  readonly user: number | undefined
}

/** Where the code of one build is kept. */
export interface CodePlace {
  readonly folder: string
  readonly key: string
  readonly user: number | undefined
}

/** Where Node keeps its own; `undefined` where the user wants none to be kept. */
export function placeOfCode({ env, key, user }: CodeOwner): CodePlace | undefined {
  if (env['NODE_DISABLE_COMPILE_CACHE'] !== undefined) return undefined
  const name = user === undefined ? 'footlint' : `footlint-${user}`
  return { folder: `${env['NODE_COMPILE_CACHE'] || tmpdir()}/${name}`, key, user }
}

export const fileOfCode = ({ folder, key }: CodePlace, part: string): string => `${folder}/${key}-${part}.bin`

/** Whether a folder is there, and nobody but its user can write to it. Throws where there is none. */
export function isOwn({ folder, user }: CodePlace): boolean {
  const stats = lstatSync(folder)
  return stats.isDirectory() && (user === undefined || (stats.uid === user && (stats.mode & 0o022) === 0))
}

/** Reads what is kept of a part, into some room, if it is large enough. `undefined` where nothing is, or it is in doubt. */
export function readKept(place: CodePlace, part: string, room?: Uint8Array): Kept | undefined {
  let file: number | undefined
  try {
    if (!isOwn(place)) return undefined
    file = openSync(fileOfCode(place, part), 'r')
    return keptIn(file, room)
  } catch {
    return undefined
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

/** So much of the second half is held at a time: memory that is new takes longer than the reading. */
const pieceLength = 1 << 16

/** Bare arrays: what is theirs is there, and Node compiles what it adds to them when it is first called. */
function keptIn(file: number, room: Uint8Array | undefined): Kept | undefined {
  const half = fstatSync(file).size / 2
  if (half <= 8 || half % 1 !== 0) return undefined
  const memory = room && room.byteOffset % 8 === 0 && room.length >= half ? room : new Uint8Array(half)
  const first = new Uint8Array(memory.buffer, memory.byteOffset, half)
  if (readSync(file, first, 0, half, null) !== half) return undefined
  const piece = new Uint8Array(Math.min(pieceLength, half))
  for (let at = 0; at < half;) {
    const length = readSync(file, piece, 0, Math.min(piece.length, half - at), null)
    const read = new Uint8Array(piece.buffer, 0, length)
    const same = new Uint8Array(first.buffer, first.byteOffset + at, length)
    if (length === 0 || Buffer.compare(read, same) !== 0) return undefined
    at += length
  }
  const [time] = new Float64Array(first.buffer, first.byteOffset, 1)
  return { time: time!, data: new Uint8Array(first.buffer, first.byteOffset + 8, half - 8) }
}
