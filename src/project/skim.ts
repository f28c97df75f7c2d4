import { isAscii, isUtf8 } from 'node:buffer'
import { createSkim } from '../document/skim/skim.ts'
import type { Verdict } from '../document/skim/skim.ts'
import { goesBySigns } from '../document/unmarked.ts'
import type { Stats } from '../finding.ts'
import { formatOf } from '../source.ts'
import type { Source } from '../source.ts'
import { noStats } from '../stats.ts'
import { decodeSource, readOptions } from './read.ts'
import { directiveName, isContent, lookAtNotes } from './look.ts'
import { idle } from './stopwatch.ts'
import type { Stopwatch } from './stopwatch.ts'
import type { VisitedFile } from './visit.ts'

/** Looks at the bytes of files before anything is made of them. */
export interface Skimmer {
  /** Where the next file is to be read. */
  readonly room: Buffer
  /**
   * Deals with a file whose bytes are in the room, if there is nothing to say of it. Gives what has been made of the bytes where
   * somebody else has to look; `undefined` where that is nothing.
   */
  readonly take: (file: VisitedFile, bytes: Buffer) => 'done' | Source | undefined
}

/** Hears of each file of which there is nothing to say, and its figures. */
export type Settle = (file: VisitedFile, stats: Stats, bytes: Buffer) => void

/** So many files show whether it is worth looking at the bytes of the next ones; if not, so many are left out. */
const tried = 50
const leftOut = 500

/** Where the bytes of fewer than three of five files say enough, to look at them is a loss. */
function createTrial() {
  let looks = 0
  let settled = 0
  let left = 0
  return {
    isWorthIt() {
      if (left === 0) return true
      left--
      return false
    },
    note(isSettled: boolean) {
      if (isSettled) settled++
      if (++looks < tried) return
      if (settled * 5 < looks * 3) left = leftOut
      looks = 0
      settled = 0
    },
  }
}

/** `undefined` where the engine has no fast way. */
export function createSkimmer(stopwatch: Stopwatch, settle: Settle): Skimmer | undefined {
  const skim = createSkim()
  if (!skim) return undefined
  const room = Buffer.from(skim.room.buffer, skim.room.byteOffset, skim.room.length)

  function verdictOn({ path, resolution }: VisitedFile, bytes: Buffer): Verdict {
    const { settings, bibliography, format = formatOf(path) } = resolution
    // What does not fit is not there.
    if (bytes.buffer !== room.buffer || bibliography || !goesBySigns(settings) || !isContent(settings)) return 'marked'
    if (format !== 'markdown' && format !== 'text') return 'marked'
    const verdict = skim!.look(bytes.length, format)
    if (verdict === 'commented' && bytes.includes(directiveName)) return 'marked'
    return verdict === 'marked' || verdict === 'noted' || isAscii(bytes) || isUtf8(bytes) ? verdict : 'marked'
  }

  function done(file: VisitedFile, stats: Stats, bytes: Buffer): 'done' {
    stopwatch.count('files', 1)
    if (stopwatch !== idle) stopwatch.count('characters', bytes.toString('utf8').length)
    settle(file, stats, bytes)
    return 'done'
  }

  const pays = createTrial()
  return {
    room,
    take(file, bytes) {
      if (!pays.isWorthIt()) return undefined
      const verdict = stopwatch.time('look', () => verdictOn(file, bytes))
      pays.note(verdict !== 'marked')
      if (verdict === 'marked') return undefined
      if (verdict !== 'noted') return done(file, noStats, bytes)
      const source = decodeSource(file.path, bytes, readOptions(file.resolution))
      const { result } = stopwatch.time('look', () => lookAtNotes(source, file.resolution.settings))
      return result?.findings.length === 0 ? done(file, result.stats, bytes) : source
    },
  }
}
