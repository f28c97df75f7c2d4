import { constants, isAscii, isUtf8 } from 'node:buffer'
import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs'
import { ReadError } from '../errors.ts'
import { createSource } from '../source.ts'
import type { FormatName, Source } from '../source.ts'
import { placeIn } from './paths.ts'

/** What a configuration says about how a file is read. */
export interface ReadOptions {
  readonly format?: FormatName
  readonly language?: string
}

/** What a file says where the disk is not asked, as for one in git's index; `undefined` where it is. */
export type BytesOf = (path: string) => Buffer | undefined

/** What is configured for a file that matters here. */
export function readOptions({
  format,
  language,
}: {
  readonly format: FormatName | undefined
  readonly language: string | undefined
}): ReadOptions {
  return { ...(format !== undefined && { format }), ...(language !== undefined && { language }) }
}

/** Reads a file as a source. `path` is relative to `cwd`, and what the source is called. */
export function readSource(path: string, cwd: string, options: ReadOptions = {}, bytesOf?: BytesOf): Source {
  let bytes: Buffer
  try {
    bytes = bytesOf?.(path) ?? readBytes(placeIn(cwd, path))
  } catch (error) {
    throw new ReadError(`cannot be read: ${reasonOf(error)}`, { cause: error })
  }
  return decodeSource(path, bytes, options)
}

/** For all files that fit: to make a buffer for each takes as long as to read it. */
const shared = Buffer.allocUnsafeSlow(1 << 18)

/** What a file holds, until the next one is read: what fits into some room stands there. */
export function readBytes(path: string, room: Buffer = shared): Buffer {
  const file = openSync(path, 'r')
  try {
    for (let length = 0; length < room.length;) {
      const read = readSync(file, room, length, room.length - length, null)
      if (read === 0) return room.subarray(0, length)
      length += read
    }
    return readLong(file, room)
  } finally {
    closeSync(file)
  }
}

/** What no buffer is made for. */
const tooLong = 2 ** 31 - 1

/** What a file holds that begins with what fills some room: as much as it is said to hold at once, and what it holds beyond that. */
function readLong(file: number, room: Buffer): Buffer {
  const { size } = fstatSync(file)
  if (size > tooLong) return readFileSync(file)
  const bytes = Buffer.allocUnsafeSlow(Math.max(size, room.length))
  let length = room.copy(bytes)
  for (let read = 1; read > 0 && length < bytes.length; length += read) {
    read = readSync(file, bytes, length, bytes.length - length, null)
  }
  if (length < bytes.length) return bytes.subarray(0, length)
  const read = readSync(file, room, 0, room.length, null)
  return read === 0 ? bytes : Buffer.concat([bytes, room.subarray(0, read), readFileSync(file)])
}

/** Takes bytes for what they must be, UTF-8 text; an error says what they are instead, and where that shows. */
export function decodeSource(path: string, bytes: Buffer, options: ReadOptions = {}): Source {
  const isPlain = isAscii(bytes)
  if (!isPlain && !isUtf8(bytes)) throw notUtf8(bytes)
  if (isBinary(bytes)) throw binary()
  if (bytes.length > constants.MAX_STRING_LENGTH)
    throw new ReadError(`is of ${bytes.length} bytes, expected at most ${constants.MAX_STRING_LENGTH}`, {
      hint: 'cut it into several documents',
    })
  // To take bytes over as they are is many times faster than to decode them.
  return createSource(path, bytes.toString(isPlain ? 'latin1' : 'utf8'), options)
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file, expected a document',
  EISDIR: 'it is a folder, expected a file',
  EACCES: 'permission denied, expected a file that you may read',
  EPERM: 'permission denied, expected a file that you may read',
  ELOOP: 'its symbolic link leads to itself, expected a link to a file',
  ENAMETOOLONG: 'its name is too long for the file system',
  ENOTDIR: 'a part of its path is a file, expected folders',
  ERR_FS_FILE_TOO_LARGE: 'it is larger than 2 GiB, expected a document',
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  return (code !== undefined && reasons[code]) || message
}

function notUtf8(bytes: Buffer): ReadError {
  const utf16 = utf16Name(bytes)
  if (utf16 !== undefined) {
    return new ReadError(`is ${utf16} text, expected UTF-8`, { hint: 'save it as UTF-8, or convert it with iconv' })
  }
  if (isBinary(bytes)) return binary()
  const offset = firstInvalidByte(bytes)
  const line = lineOfByte(bytes, offset)
  const byte = bytes[offset]!.toString(16).padStart(2, '0')
  return new ReadError(`is not UTF-8: byte 0x${byte} at offset ${offset} (line ${line}), expected UTF-8 text`, {
    hint: 'save it as UTF-8, or convert it with iconv from the encoding it was written in',
  })
}

function binary(): ReadError {
  return new ReadError('is a binary file, expected UTF-8 text', { hint: 'leave it out, or add it to .footlintignore' })
}

/** A byte order mark that says UTF-16 or UTF-32. */
function utf16Name(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes[2] === 0 && bytes[3] === 0 ? 'UTF-32' : 'UTF-16'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'UTF-16' : undefined
}

/** More than one NUL in fifty of the first bytes. A stray one is a fault of text; UTF-16 without a mark has one in two. */
function isBinary(bytes: Buffer): boolean {
  const beginning = bytes.subarray(0, 8192)
  let count = 0
  for (let at = beginning.indexOf(0); at !== -1; at = beginning.indexOf(0, at + 1)) count++
  return count > 1 && count * 50 > beginning.length
}

/** The offset of the first byte that cannot stand there in UTF-8 (Unicode 3.9, table 3-7). */
export function firstInvalidByte(bytes: Uint8Array): number {
  let at = 0
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at)
    if (length === 0) return at
    at += length
  }
  return at
}

/** The length of the sequence that begins at an offset; 0 where there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!
  if (lead < 0x80) return 1
  if (lead < 0xc2 || lead > 0xf4) return 0
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
  for (let next = 1; next < length; next++) {
    const [lowest, highest] = (next === 1 && secondByte[lead]) || [0x80, 0xbf]
    const byte = bytes[at + next] ?? 0
    if (byte < lowest || byte > highest) return 0
  }
  return length
}

/** Overlong forms, surrogates and what lies beyond U+10FFFF are excluded by the second byte. */
const secondByte: Readonly<Record<number, readonly [number, number]>> = {
  0xe0: [0xa0, 0xbf],
  0xed: [0x80, 0x9f],
  0xf0: [0x90, 0xbf],
  0xf4: [0x80, 0x8f],
}

function lineOfByte(bytes: Uint8Array, offset: number): number {
  let line = 1
  for (let at = 0; at < offset; at++) {
    if (bytes[at] === 10 || (bytes[at] === 13 && bytes[at + 1] !== 10)) line++
  }
  return line
}
