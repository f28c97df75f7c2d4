import { bytesOf, everything, smallStandAt } from './bytes.ts'
import { textStart } from './finder.ts'
import type { Finder, Pairs } from './finder.ts'

/** What code is told by, and what makes it doubtful. */
export const codePairs: readonly Pairs[] = [
  ...['`', '~', '$'].map(bytesOf).map((bytes) => ({ bytes, next: bytes })),
  { bytes: bytesOf('<'), next: everything },
  { bytes: bytesOf('\r'), next: everything.filter((byte) => byte >> 4 !== 0) },
  { bytes: bytesOf('\r'), next: everything.filter((byte) => (byte & 15) !== 10) },
]

/** Tells of offsets, one behind the other, whether they stand in code. */
export type IsInCode = (at: number) => boolean

/**
 * What stands between fences in Markdown, where nothing makes that doubtful: some of what `certainCode` is certain of. Where
 * anything looks like fences elsewhere than at the start of a line, other fences, formulas or raw HTML, there is no code.
 */
export function createCodeCheck({ memory, places, find }: Finder): (length: number) => IsInCode {
  return (length) => {
    const ranges = rangesOf(memory, places.code.subarray(0, find('code', length)), textStart + length)
    let index = 0
    return (at) => {
      while (index < ranges.length && ranges[index + 1]! <= at) index += 2
      return index < ranges.length && ranges[index]! <= at
    }
  }
}

const none: readonly number[] = []

/** Starts and ends in turn. */
function rangesOf(bytes: Uint8Array, places: Iterable<number>, end: number): readonly number[] {
  const ranges: number[] = []
  let open = 0
  let size = 0
  for (const at of places) {
    if (isDoubtful(bytes, at)) return none
    if (!isFence(bytes, at)) continue
    const behind = runEnd(bytes, at)
    if (open === 0) {
      if (hasTick(bytes, behind, end) || (ranges.length === 0 && isInFront(bytes, at))) return none
      open = at
      size = behind - at
    } else if (behind - at >= size && isLineEnd(bytes, behind, end)) {
      ranges.push(open, behind)
      open = 0
    }
  }
  if (open > 0) ranges.push(open, end)
  return ranges
}

const isFence = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === 96 && bytes[at + 1] === 96 && bytes[at + 2] === 96 && bytes[at - 1] !== 96

function runEnd(bytes: Uint8Array, at: number): number {
  let end = at + 3
  while (bytes[end] === 96) end++
  return end
}

/** Whether a tick follows on the line: then what begins it opens a stretch of code among words. */
function hasTick(bytes: Uint8Array, from: number, end: number): boolean {
  let at = from
  while (at < end && bytes[at] !== 10 && bytes[at] !== 96) at++
  return at < end && bytes[at] === 96
}

function isLineEnd(bytes: Uint8Array, from: number, end: number): boolean {
  let at = from
  while (at < end && (bytes[at] === 32 || bytes[at] === 9 || bytes[at] === 13)) at++
  return at === end || bytes[at] === 10
}

const htmlNames = ['pre', 'script', 'style', 'textarea'].map(bytesOf)

function isDoubtful(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at]
  const next = bytes[at + 1]
  if (byte === 96) return isFence(bytes, at) && bytes[at - 1] !== 10 && bytes[at - 1] !== 0
  if (byte === 60)
    return (
      next === 33 || next === 63 || beginsLine(bytes, at) || htmlNames.some((name) => smallStandAt(bytes, at + 1, name))
    )
  if (byte === 126) return next === 126 && bytes[at + 2] === 126
  return byte === 36 ? next === 36 : byte === 13 && next !== 10
}

/** Lines also end with characters that are none of ASCII. */
function beginsLine(bytes: Uint8Array, at: number): boolean {
  let start = at
  while (bytes[start - 1] === 32) start--
  const before = bytes[start - 1]!
  return before === 10 || before === 13 || before === 0 || before >= 128
}

/** Whether front matter may go on behind an offset: a text begins like it, and no line before the offset ends it. */
function isInFront(bytes: Uint8Array, at: number): boolean {
  if (!isRule(bytes, textStart)) return false
  for (let line = textStart + 3; line < at; line++) {
    if (bytes[line] === 10 && isRule(bytes, line + 1) && isLineEnd(bytes, line + 4, at)) return false
  }
  return true
}

/** `---`, `+++`, and `...`, which ends what `---` begins. */
function isRule(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at]
  return (byte === 45 || byte === 43 || byte === 46) && bytes[at + 1] === byte && bytes[at + 2] === byte
}
