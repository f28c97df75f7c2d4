import { isAscii, isUtf8 } from 'node:buffer'
import { createSkim } from '../document/skim/skim.ts'
import { goesBySigns } from '../document/unmarked.ts'
import { formatOf } from '../source.ts'
import { directiveName, isContent } from './silent.ts'
import { idle } from './stopwatch.ts'
import type { Stopwatch } from './stopwatch.ts'
import type { VisitedFile } from './visit.ts'

/** Looks at the bytes of files before anything is made of them. */
export interface Skimmer {
  /** Where the next file is to be read. */
  readonly room: Buffer
  /** Deals with a file whose bytes are in the room, if there is nothing to say of it. */
  readonly take: (file: VisitedFile, bytes: Buffer) => boolean
}

/** Hears of each file of which there is nothing to say. */
export type Bare = (file: VisitedFile, bytes: Buffer) => void

/** So many files show whether it is worth looking at the bytes of the next ones; if not, so many are left out. */
const tried = 50
const leftOut = 500

/** Where fewer than three of five files are bare, to look at their bytes is a loss. */
function createTrial() {
  let looks = 0
  let bare = 0
  let left = 0
  return {
    isWorthIt() {
      if (left === 0) return true
      left--
      return false
    },
    note(isBare: boolean) {
      if (isBare) bare++
      if (++looks < tried) return
      if (bare * 5 < looks * 3) left = leftOut
      looks = 0
      bare = 0
    },
  }
}

/** `undefined` where the engine has no fast way. */
export function createSkimmer(stopwatch: Stopwatch, bare: Bare): Skimmer | undefined {
  const skim = createSkim()
  if (!skim) return undefined
  const room = Buffer.from(skim.room.buffer, skim.room.byteOffset, skim.room.length)

  function isBare({ path, resolution }: VisitedFile, bytes: Buffer): boolean {
    const { settings, bibliography, format = formatOf(path) } = resolution
    // What does not fit is not there.
    if (bytes.buffer !== room.buffer || bibliography || !goesBySigns(settings) || !isContent(settings)) return false
    if (format !== 'markdown' && format !== 'text') return false
    const verdict = skim!.look(bytes.length, format)
    if (verdict === 'marked' || (verdict === 'commented' && bytes.includes(directiveName))) return false
    return isAscii(bytes) || isUtf8(bytes)
  }

  const pays = createTrial()
  return {
    room,
    take(file, bytes) {
      if (!pays.isWorthIt()) return false
      const isDone = stopwatch.time('look', () => isBare(file, bytes))
      pays.note(isDone)
      if (!isDone) return false
      stopwatch.count('files', 1)
      if (stopwatch !== idle) stopwatch.count('characters', bytes.toString('utf8').length)
      bare(file, bytes)
      return true
    },
  }
}
