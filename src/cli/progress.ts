import type { Output } from './streams.ts'

/** A line on a terminal that says how far a long run is, and is gone when the run ends. */
export interface Progress {
  readonly update: (done: number, total: number) => void
  readonly end: () => void
}

const patience = 1000
const interval = 100
const eraseLine = '\r\u001b[2K'

/** Silent on what is no terminal, and during the first second. */
export function createProgress(open: () => Output, now: () => number = () => Date.now()): Progress {
  let due = now() + patience
  let isShown = false
  return {
    update(done, total) {
      const time = now()
      if (time < due) return
      due = time + interval
      if (open().isTTY !== true) return
      isShown = true
      open().write(`${eraseLine}Checked ${done} of ${total} files …`)
    },
    end() {
      if (isShown) open().write(eraseLine)
    },
  }
}
