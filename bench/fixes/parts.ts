import { fork } from 'node:child_process'
import { batch, fixGenerated, sumOf } from './generated.ts'
import type { Counts, Run } from './generated.ts'

/** Shares a run among several processes: its documents are those of one process, and so is what comes of them. */
export async function fixInParts(run: Run, parts: number): Promise<Counts> {
  const share = Math.ceil(run.count / parts / batch) * batch
  const runs = Array.from({ length: Math.ceil(run.count / share) }, (_, index): Run => {
    const done = index * share
    return { ...run, count: Math.min(share, run.count - done), seed: run.seed + done }
  })
  if (runs.length < 2) return fixGenerated(run)
  return (await Promise.all(runs.map(fixElsewhere))).reduce(sumOf)
}

function fixElsewhere(run: Run): Promise<Counts> {
  const child = fork(new URL(import.meta.url), [JSON.stringify(run)])
  return new Promise((resolve, reject) => {
    child.once('message', (counts) => resolve(counts as Counts))
    child.once('exit', (code) => {
      if (code !== 0) reject(new Error(`a part of the run ended with ${code}`))
    })
  })
}

if (process.send) process.send(fixGenerated(JSON.parse(process.argv[2]!) as Run))
