import { setFlagsFromString } from 'node:v8'
import { isAsInstalled } from './engine-tag.ts'
import type { Started } from './engine-tag.ts'

/**
 * A flag of V8 by its major version, that of Node 20, of 22, and of 24: how often code has to run before it is compiled once more, to
 * be faster. Most runs are over before that pays for the time that it takes.
 */
const flags: Readonly<Record<string, Flag>> = {
  11: { name: '--interrupt-budget', installed: 67_584, tuned: 132_000 },
  12: { name: '--invocation-count-for-turbofan', installed: 3000, tuned: 6000 },
  13: { name: '--invocation-count-for-turbofan', installed: 10_000, tuned: 20_000 },
}

interface Flag {
  readonly name: string
  /** What it is without a word, which is not always what `--v8-options` says: other flags change it. */
  readonly installed: number
  readonly tuned: number
}

/** The engine that runs this. What sets its flags is loaded when one is set. */
export interface Engine {
  /** Makes a run over many documents shorter. One that is not known, or was started with flags, is left as it is. */
  readonly tune: () => void
  /** Undoes it, whoever in the process did it. */
  readonly restore: () => void
  /** Does something as if it was not tuned: compiled code is for an engine with the flags under which it is kept. */
  readonly untuned: <T>(work: () => T) => T
}

/** The engine of a process, or of one of its threads. */
export function engineOf(started: Started): Engine {
  const { v8 = '' } = started.versions
  const flag = isAsInstalled(started) ? flags[v8.split('.')[0]!] : undefined
  let isTuned = false
  const set = (value: 'tuned' | 'installed') => {
    isTuned = value === 'tuned' && flag !== undefined
    if (flag) setFlagsFromString(`${flag.name}=${flag[value]}`)
  }
  return {
    tune: () => set('tuned'),
    restore: () => set('installed'),
    untuned(work) {
      if (!isTuned) return work()
      set('installed')
      try {
        return work()
      } finally {
        set('tuned')
      }
    },
  }
}
