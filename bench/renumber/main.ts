import { renderTable } from '../../scripts/generated.ts'
import { readDocument } from '../../src/document/read.ts'
import { edited } from '../../src/edited.ts'
import { verify } from '../../src/fix/verify.ts'
import { renumber } from '../../src/renumber/renumber.ts'
import { createSource } from '../../src/source.ts'

/**
 * Time of the processor to renumber notes in reverse order: reading, renumbering, and verifying, which reads the result. What else
 * the machine does is left out of it, as far as the system can tell.
 */
const sizes = [250, 2000, 20_000]

function main(): void {
  measure(2000)
  const rows = sizes.map((size) => {
    const { read, plan, check } = measure(size)
    return [String(size), ...[read, plan, check, read + plan + check].map((one) => `${one.toFixed(0)} ms`)]
  })
  console.log(`Notes in reverse order, ${process.version}, time of the processor, the best of three.\n`)
  console.log(renderTable(['notes', 'read', 'renumber', 'verify', 'all'], rows))
}

interface Times {
  readonly read: number
  readonly plan: number
  readonly check: number
}

function measure(size: number): Times {
  const runs = [1, 2, 3].map(() => once(reversed(size)))
  return runs.reduce((best, run) => (run.read + run.plan + run.check < best.read + best.plan + best.check ? run : best))
}

function once(text: string): Times {
  const before = createSource('notes.md', text)
  const began = processorTime()
  const document = readDocument(before)
  const read = processorTime()
  const { edits } = renumber(document)
  const after = edited(text, edits)
  const planned = processorTime()
  const objection = verify({ before, after, edits, allowed: ['renumber'], document })
  const checked = processorTime()
  if (objection || edits.length === 0) throw new Error(objection?.message ?? 'nothing was renumbered')
  return { read: read - began, plan: planned - read, check: checked - planned }
}

/** In milliseconds, the collection of garbage included. */
function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** One note a sentence, the last one first. */
function reversed(size: number): string {
  const numbers = Array.from({ length: size }, (_, index) => index + 1)
  const text = numbers.toReversed().map((number) => `The harbour was dredged in spring.[^${number}]\n`)
  const notes = numbers.map((number) => `[^${number}]: Harbour board, minutes, no. ${number}.\n`)
  return `${text.join('\n')}\n${notes.join('\n')}`
}

main()
