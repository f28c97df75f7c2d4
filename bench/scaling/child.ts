// One measurement in a process of its own: a slow one can be ended, and none warms up the next.
import { isMainThread, Worker } from 'node:worker_threads'
import { shapes } from './shapes.ts'
import { lintText } from '../../src/api.ts'
import { mostRoom } from '../../src/project/room.ts'
import { isVast } from '../../src/project/vast.ts'

const lint = (text: string) => void lintText(text, { path: 'document.md' })

/** Nanoseconds that all threads of the process spend for each character, the collector of garbage included. */
function timePerByte(text: string, times: number): number {
  const before = process.cpuUsage()
  for (let time = 0; time < times; time++) lint(text)
  return (process.cpuUsage(before).user * 1000) / text.length / times
}

function measure(shape: string, bytes: number): void {
  const { make } = shapes[shape]!
  // What a compiler needs to get ready is no matter of size.
  const small = make(100_000)
  for (const began = process.cpuUsage(); process.cpuUsage(began).user < 1_500_000;) lint(small)

  const text = make(bytes)
  // A heap that was never that large grows in the first one, which is nothing beside what the longest take.
  if (text.length < 20_000_000) lint(text)
  const nanoseconds = timePerByte(text, Math.max(1, Math.round(2_000_000 / text.length)))
  console.log(JSON.stringify({ nanoseconds, peak: process.resourceUsage().maxRSS * 1024 }))
}

function fail(error: Error): void {
  throw error
}

const argv = process.argv.slice(2)
const [shape = '', bytes = ''] = argv
// As the command does: what may take up much memory is read in a thread that has it.
const isElsewhere = isMainThread && isVast(shapes[shape]!.make(Number(bytes)))
if (isElsewhere) new Worker(new URL(import.meta.url), { argv, resourceLimits: mostRoom() }).on('error', fail)
else measure(shape, Number(bytes))
