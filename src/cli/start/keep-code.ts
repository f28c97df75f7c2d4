import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { fileOfCode, isOwn } from './kept-code.ts'
import type { CodePlace, Kept } from './kept-code.ts'

/** Keeps what V8 has made of a part. Never fails: where nothing can be written, the next run has more to do. */
export function keepCode(place: CodePlace, part: string, kept: Kept): void {
  try {
    mkdirSync(place.folder, { recursive: true, mode: 0o700 })
    if (isOwn(place)) replace(fileOfCode(place, part), encode(kept))
  } catch {
    // As little is kept as before.
  }
}

function encode({ data, time }: Kept): Uint8Array {
  const head = new Uint8Array(new Float64Array([time]).buffer)
  return Buffer.concat([head, data, head, data])
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
