import { Worker } from 'node:worker_threads'
import type { ResourceLimits } from 'node:worker_threads'

/** Threads that take tasks one after the other. A task is plain data, and so is what comes of it. */
export interface Pool {
  /** Waits for a thread that is free. Rejects with `WorkerCrash` where the thread died of the task. */
  readonly run: (task: unknown) => Promise<unknown>
  readonly end: () => Promise<void>
}

/** A thread ended in the middle of a task: out of memory, or code of a plugin that ends the process. */
export class WorkerCrash extends Error {
  override readonly name = 'WorkerCrash'
  readonly isOutOfMemory: boolean

  constructor(message: string, cause?: unknown) {
    super(message, { cause })
    this.isOutOfMemory = (cause as NodeJS.ErrnoException | undefined)?.code === 'ERR_WORKER_OUT_OF_MEMORY'
  }
}

/** What a thread begins with: a module that exports `begin(options)`, which gives the function that does a task. */
export interface Duty {
  /** One of the duties that `worker.ts` knows. */
  readonly name: 'files' | 'lines'
  readonly options: unknown
}

interface Waiting {
  readonly task: unknown
  readonly resolve: (result: unknown) => void
  readonly reject: (error: Error) => void
}

/**
 * Starts up to so many threads, each when there is something for it to do. One that dies is replaced. `room` is how much
 * memory one may take up, where that is not what Node gives to all.
 */
export function createPool(count: number, duty: Duty, room: ResourceLimits = {}): Pool {
  /** What each of them is doing. */
  const all = new Map<Worker, Waiting | undefined>()
  const queue: Waiting[] = []

  function give(worker: Worker, next = queue.shift()): void {
    all.set(worker, next)
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    if (next) worker.postMessage(next.task)
  }

  function lose(worker: Worker, error: Error): void {
    if (!all.has(worker)) return
    all.get(worker)?.reject(error)
    all.delete(worker)
    if (queue.length > 0) give(start())
  }

  function start(): Worker {
    // Beside this file, whether it is a source, what was built from it, or a part of the bundle.
    const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: duty, resourceLimits: room })
    all.set(worker, undefined)
    worker.on('message', (result) => {
      all.get(worker)?.resolve(result)
      give(worker)
    })
    worker.on('error', (error) => lose(worker, new WorkerCrash(String(error), error)))
    worker.on('exit', (code) => lose(worker, new WorkerCrash(`its thread ended with code ${code}`)))
    return worker
  }

  return {
    run: (task) =>
      new Promise((resolve, reject) => {
        const waiting = { task, resolve, reject }
        const worker = idle(all) ?? (all.size < count ? start() : undefined)
        if (worker) give(worker, waiting)
        else queue.push(waiting)
      }),
    async end() {
      const workers = [...all.keys()]
      all.clear()
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}

function idle(workers: ReadonlyMap<Worker, unknown>): Worker | undefined {
  return [...workers].find(([, waiting]) => waiting === undefined)?.[0]
}
