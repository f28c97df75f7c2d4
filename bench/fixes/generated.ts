import fc from 'fast-check'
import { sample } from '../../tests/arbitrary-documents.ts'
import { judge } from './properties.ts'
import type { Sample } from './properties.ts'

interface Counts {
  texts: number
  changed: number
  made: number
  refused: number
  failed: number
}

/** Fixes generated documents and checks what has to hold of each, with safe fixes and with all. Gives how many fail. */
export function fixGenerated(count: number, seed: number): number {
  const counts: Counts = { texts: 0, changed: 0, made: 0, refused: 0, failed: 0 }
  const batch = 1000
  for (let done = 0; done < count; done += batch) {
    const samples = fc.sample(sample, { numRuns: Math.min(batch, count - done), seed: seed + done })
    for (const one of samples) for (const unsafe of [false, true]) add(one, unsafe, counts)
  }
  const { texts, changed, made, refused, failed } = counts
  console.log(
    `${count} documents from seed ${seed}, each with safe fixes and with all: ${texts} texts, ${changed} changed,`,
  )
  console.log(`${made} fixes made, ${refused} refused, ${failed} texts failed`)
  return failed
}

function add(one: Sample, unsafe: boolean, counts: Counts): void {
  const { made, refused, complaints } = judge(one, unsafe)
  counts.texts++
  counts.made += made
  counts.refused += refused
  if (made > 0) counts.changed++
  if (complaints.length === 0) return
  counts.failed++
  console.log(JSON.stringify({ ...one, unsafe, complaints }))
}
