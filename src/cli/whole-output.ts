import { fstatSync, statSync, writeSync } from 'node:fs'
import type { Stats } from 'node:fs'
import { devNull } from 'node:os'

/** Where what a file or a pipe does not take at once goes: its stream knows how to wait, and what to say of it. */
interface Rest {
  write(bytes: Uint8Array): unknown
}

/** Whether a descriptor can be written to without a stream. On Windows, pipes are of another kind. */
export function isPlainOutput(descriptor: number): boolean {
  if (process.platform === 'win32') return false
  const stats = fstatSync(descriptor)
  return stats.isFile() || stats.isFIFO() || stats.isSocket() || isNull(stats)
}

/** A device takes what it is given as it likes, but for the one that takes all. */
const isNull = (stats: Stats): boolean => stats.isCharacterDevice() && stats.rdev === statSync(devNull).rdev

/** Writes all that there is to write. To make a stream takes Node longer than to check a short document. */
export function writeWhole(descriptor: number, text: string, openStream: () => Rest): void {
  const bytes = Buffer.from(text)
  let at = 0
  try {
    while (at < bytes.length) at += writeSync(descriptor, bytes, at)
  } catch {
    openStream().write(bytes.subarray(at))
  }
}
