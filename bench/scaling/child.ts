// One measurement in a process of its own: a slow one can be ended, and none warms up the next.
import { once } from 'node:events'
import { isMainThread, Worker } from 'node:worker_threads'
import type { ResourceLimits } from 'node:worker_threads'
import { shapes } from './shapes.ts'
import { lintText } from '../../src/api.ts'
import { mostRoom, withRoom } from '../../src/project/room.ts'
import { isVast } from '../../src/project/vast.ts'

const lint = (text: string) => void lintText(text, { path: 'document.md' })

/** Nanoseconds that all threads of the process spend for each character, the collector of garbage included. */
function timePerByte(texts: readonly string[]): number {
  const before = process.cpuUsage()
  let length = 0
  for (const text of texts) {
    lint(text)
    length += text.length
  }
  return (process.cpuUsage(before).user * 1000) / length
}

/** Of short documents, so many that the processor has not kept the one from the last time. */
const atLeast = 10_000_000

function measure(shape: string, bytes: number): void {
  const { make } = shapes[shape]!
  // What a compiler needs to get ready is no matter of size.
  const small = make(100_000)
  for (const began = process.cpuUsage(); process.cpuUsage(began).user < 1_500_000;) lint(small)

  const texts = Array.from({ length: Math.max(1, Math.round(atLeast / bytes)) }, () => make(bytes))
  // A heap that was never that large grows in the first one, which is nothing beside what the longest take.
  if (bytes < 20_000_000) lint(make(bytes))
  const nanoseconds = timePerByte(texts)
  console.log(JSON.stringify({ nanoseconds, peak: process.resourceUsage().maxRSS * 1024 }))
}

const argv = process.argv.slice(2)
const [shape = '', bytes = ''] = argv

// As the command does: what may take up much memory is read in a thread that has it.
if (isMainThread && isVast(shapes[shape]!.make(Number(bytes)))) await measureElsewhere(mostRoom())
else measure(shape, Number(bytes))

async function measureElsewhere(resourceLimits: ResourceLimits): Promise<void> {
  const url = new URL(import.meta.url)
  await withRoom(resourceLimits, () => once(new Worker(url, { argv, resourceLimits }), 'exit'))
}
