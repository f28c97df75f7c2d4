import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { Script } from 'node:vm'
import { tagOf } from './engine-tag.ts'
import { placeOfCode, readKept } from './kept-code.ts'
import type { CodePlace } from './kept-code.ts'

/** The parts of the bundled command, each a script. Those that can be loaded first hold what loads the others, too. */
export interface Parts {
  readonly folder: string
  /** Where it is kept what V8 makes of them, if it shall be. */
  readonly place: CodePlace | undefined
  /** All that have been compiled. */
  readonly compiled: ReadonlyMap<string, Compiled>
  /** Compiles a part, with what is kept of it. */
  readonly compile: (part: string) => Compiled
}

export interface Compiled {
  readonly script: Script
  /** What the script evaluates to. */
  readonly value: unknown
  /** How long the run took that has kept it, in microseconds of the processor, if one has. */
  readonly since: number | undefined
}

/** What tells one build of the program from all others. It is a word of the code itself, which saves a file. */
declare const $build: string

/**
 * Opens the parts in a folder for a run. What is kept of short runs is not for long ones, nor the other way round: V8
 * remembers with the code what has run often, and compiles that once more at once. In a short run that takes a fifth of
 * the time.
 */
export function openParts(folder: string, run: 'short' | 'long'): Parts {
  const key = `${$build}-${tagOf(process)}-${run}`
  return partsIn(folder, placeOfCode({ env: process.env, key, user: process.getuid?.() }))
}

/** The parts in a folder, of which some are kept in a place. */
export function partsIn(folder: string, place: CodePlace | undefined): Parts {
  const compiled = new Map<string, Compiled>()
  // To take memory from the system takes as long as to read.
  let room: Buffer | undefined
  return {
    folder,
    place,
    compiled,
    compile(part) {
      const filename = `${folder}/${part}`
      const file = openSync(filename, 'r')
      const { size } = fstatSync(file)
      // What is kept of a part is larger than the part.
      if (!room || room.length < 2 * size) room = Buffer.allocUnsafeSlow(2 * size)
      // The build leaves nothing but ASCII in them, which is read five times as fast.
      const code = room.toString('latin1', 0, readSync(file, room, 0, size, null))
      closeSync(file)
      const kept = place && readKept(place, part, room)
      const script = new Script(code, { filename, ...(kept && { cachedData: kept.data }) })
      const since = kept && !script.cachedDataRejected ? kept.time : undefined
      const one = { script, value: script.runInThisContext(), since }
      compiled.set(part, one)
      return one
    },
  }
}
