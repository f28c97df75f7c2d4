import { renderTable } from '../../scripts/generated.ts'
import { readDocument } from '../../src/document/read.ts'
import { edited } from '../../src/edited.ts'
import { verify } from '../../src/fix/verify.ts'
import { renumber } from '../../src/renumber/renumber.ts'
import { createSource } from '../../src/source.ts'

/** Time to renumber notes in reverse order: reading, renumbering, and verifying, which reads the result. */
const sizes = [250, 2000, 20_000]

function main(): void {
  measure(250)
  const rows = sizes.map((size) => {
    const { read, plan, check } = measure(size)
    return [String(size), ...[read, plan, check, read + plan + check].map((one) => `${one.toFixed(0)} ms`)]
  })
  console.log(`Notes in reverse order, ${process.version}, one process, the best of three.\n`)
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
  const began = performance.now()
  const document = readDocument(before)
  const read = performance.now()
  const { edits } = renumber(document)
  const after = edited(text, edits)
  const planned = performance.now()
  const objection = verify({ before, after, edits, allowed: ['renumber'], document })
  const checked = performance.now()
  if (objection || edits.length === 0) throw new Error(objection?.message ?? 'nothing was renumbered')
  return { read: read - began, plan: planned - read, check: checked - planned }
}

/** One note a sentence, the last one first. */
function reversed(size: number): string {
  const numbers = Array.from({ length: size }, (_, index) => index + 1)
  const text = numbers.toReversed().map((number) => `The harbour was dredged in spring.[^${number}]\n`)
  const notes = numbers.map((number) => `[^${number}]: Harbour board, minutes, no. ${number}.\n`)
  return `${text.join('\n')}\n${notes.join('\n')}`
}

main()
