import { availableParallelism } from 'node:os'
import { createPool, WorkerCrash } from '../pool.ts'
import type { Pool } from '../pool.ts'
import type { ProjectOptions } from '../visit.ts'
import { errorLine, internal } from './answer.ts'
import { beginLines } from './duty.ts'
import type { LinesDuty } from './duty.ts'
import { linesOf } from './lines.ts'
import type { Line } from './lines.ts'

/** Where answers go. `false`: nobody wants any more. */
export type Sink = (text: string) => Promise<boolean>

export interface StreamOptions extends LinesDuty {
  readonly concurrency: ProjectOptions['concurrency']
}

/** So many batches of each thread are under way, and no more bytes in all. */
const depth = 3
const bytesUnderWay = 64_000_000
/** Threads are started when so much has been read: a short stream is over before they are there. */
const shortStream = 2_000_000

interface Pending {
  readonly size: number
  readonly answers: Promise<readonly string[]>
}

type Answer = (batch: readonly Line[], size: number) => Promise<readonly string[]>

/** Answers every line of a stream in its order. What is held is bounded: reading waits for those that are slower. */
export async function answerStream(
  input: AsyncIterable<Uint8Array | string>,
  sink: Sink,
  options: StreamOptions,
): Promise<void> {
  const { concurrency, ...duty } = options
  const count = threadsOf(concurrency)
  const own: Answer = await beginLines(duty)
  let pool: Pool | undefined
  let bytes = 0
  const answer: Answer = (batch, size) => {
    bytes += size
    if (count === 0 || (concurrency === 'auto' && bytes < shortStream)) return own(batch, size)
    pool ??= createPool(count, { name: 'lines', options: duty })
    return answerInThread(batch, pool)
  }
  const pending: Pending[] = []
  let underWay = 0
  const writeFirst = async () => {
    const { size, answers } = pending.shift()!
    underWay -= size
    return sink((await answers).join(''))
  }
  const isFull = () => pending.length >= Math.max(1, count * depth) || underWay > bytesUnderWay
  /** Gives `false` when nobody wants any more. */
  const writeWhile = async (isDue: () => boolean) => {
    // oxlint-disable-next-line no-await-in-loop -- in the order of the lines
    while (pending.length > 0 && isDue()) if (!(await writeFirst())) return false
    return true
  }
  try {
    for await (const lines of linesOf(input, duty.limit)) {
      const size = sizeOf(lines)
      underWay += size
      pending.push({ size, answers: answer(lines, size) })
      if (!(await writeWhile(isFull))) return
    }
    await writeWhile(() => true)
  } finally {
    await pool?.end()
  }
}

function threadsOf(concurrency: StreamOptions['concurrency'] = 'off'): number {
  if (concurrency === 'off') return 0
  if (concurrency !== 'auto') return concurrency
  return availableParallelism() > 1 ? availableParallelism() : 0
}

const sizeOf = (lines: readonly Line[]) =>
  lines.reduce((sum, line) => sum + ('bytes' in line ? line.bytes.length : 0), 0)

/** If the thread dies of it, each line is tried once more by itself; one that kills a thread again is given up. */
async function answerInThread(lines: readonly Line[], pool: Pool): Promise<readonly string[]> {
  try {
    return (await pool.run(lines)) as string[]
  } catch (error) {
    if (!(error instanceof WorkerCrash)) throw error
    return (await Promise.all(lines.map((line) => answerAlone(line, pool)))).flat()
  }
}

async function answerAlone(line: Line, pool: Pool): Promise<readonly string[]> {
  try {
    return (await pool.run([line])) as string[]
  } catch (error) {
    return [errorLine(line.number, internal(error))]
  }
}
