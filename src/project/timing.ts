import type { Counted, Measured, Spent, Step, Stopwatch } from './stopwatch.ts'

/** A stopwatch that runs. */
export interface Timing extends Stopwatch {
  /** What was measured since it was last asked for. */
  readonly take: () => Measured
}

/** `now` gives milliseconds. Steps follow each other, or stand one in the other; none runs beside another. */
export function createTiming(now: () => number): Timing {
  const { spend, count, take } = createTally()
  /** Milliseconds of the steps inside of the present one. */
  let inside = 0
  const time = <T>(step: Step, work: () => T): T => {
    const outside = inside
    const began = now()
    inside = 0
    const end = () => {
      const all = now() - began
      spend(step, { milliseconds: all - inside, times: 1 })
      inside = outside + all
    }
    let isLater = false
    try {
      const result = work()
      if (!(result instanceof Promise)) return result
      isLater = true
      return result.finally(end) as T
    } finally {
      if (!isLater) end()
    }
  }
  return {
    time,
    count,
    take,
    add({ steps, counts }) {
      for (const [step, spent] of steps) spend(step, spent)
      for (const [what, number] of counts) count(what, number)
    },
    closely: () => time('load', async () => (await import('./timed-closely.ts')).timedClosely({ time, count })),
  }
}

function createTally() {
  let steps = new Map<Step, Spent>()
  let counts = new Map<Counted, number>()
  return {
    spend(step: Step, { milliseconds, times }: Spent) {
      const before = steps.get(step) ?? { milliseconds: 0, times: 0 }
      steps.set(step, { milliseconds: before.milliseconds + milliseconds, times: before.times + times })
    },
    count: (what: Counted, number: number) => void counts.set(what, (counts.get(what) ?? 0) + number),
    take(): Measured {
      const measured = { steps, counts }
      steps = new Map()
      counts = new Map()
      return measured
    },
  }
}
