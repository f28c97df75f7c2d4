import { parentPort, workerData } from 'node:worker_threads'
import type { Duty } from './pool.ts'

/** A thread of a pool: does what it is told, one task after the other. */
const { name, options } = workerData as Duty
const work = begin()

parentPort?.on('message', (task: unknown) => void answer(task as never))

async function answer(task: never): Promise<void> {
  const result = await (await work)(task)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(result)
}

async function begin(): Promise<(task: never) => Promise<unknown>> {
  if (name === 'files') return (await import('./files-duty.ts')).beginFiles(options as never)
  return (await import('./lines/duty.ts')).beginLines(options as never)
}
