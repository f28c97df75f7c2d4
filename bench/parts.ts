import { fork } from 'node:child_process'

/** So many documents, each drawn with a seed of its own, so that several processes can share a run. */
export interface Drawn {
  readonly count: number
  readonly seed: number
}

/** Each process takes whole batches: what is drawn for one is the same whoever draws it. */
export const batch = 1000

/** Shares a run among several processes: its documents are those of one process, and so is what comes of them. `module` answers with `answerPart`. */
export async function inParts<Result>(
  run: Drawn,
  parts: number,
  { module, sumOf }: { readonly module: URL; readonly sumOf: (one: Result, other: Result) => Result },
): Promise<Result> {
  const share = Math.ceil(run.count / parts / batch) * batch
  const runs = Array.from({ length: Math.ceil(run.count / share) }, (_, index): Drawn => {
    const done = index * share
    return { ...run, count: Math.min(share, run.count - done), seed: run.seed + done }
  })
  const results: Result[] = await Promise.all(runs.map((one) => runElsewhere<Result>(module, one)))
  return results.reduce(sumOf)
}

function runElsewhere<Result>(module: URL, run: Drawn): Promise<Result> {
  const child = fork(module, [JSON.stringify(run)])
  return new Promise((resolve, reject) => {
    child.once('message', (result) => resolve(result as Result))
    child.once('exit', (code) => {
      if (code !== 0) reject(new Error(`a part of the run ended with ${code}`))
    })
  })
}

/** Does the part of a run that the process was started for, if it was. */
export function answerPart(work: (run: never) => unknown): void {
  if (process.send) process.send(work(JSON.parse(process.argv[2]!) as never))
}
