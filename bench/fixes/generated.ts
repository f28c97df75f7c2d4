import fc from 'fast-check'
import { sample } from '../../tests/arbitrary-documents.ts'
import { judge } from './properties.ts'

/** Fixes generated documents and checks what has to hold of each, with safe fixes and with all. Gives how many fail. */
export function fixGenerated(count: number, seed: number): number {
  let [made, refused, mended, failed] = [0, 0, 0, 0]
  const batch = 1000
  for (let done = 0; done < count; done += batch) {
    for (const one of fc.sample(sample, { numRuns: Math.min(batch, count - done), seed: seed + done })) {
      for (const unsafe of [false, true]) {
        const judgement = judge(one, unsafe)
        made += judgement.made
        refused += judgement.refused
        if (judgement.made > 0) mended++
        if (judgement.complaints.length === 0) continue
        failed++
        console.log(JSON.stringify({ ...one, unsafe, complaints: judgement.complaints }))
      }
    }
  }
  console.log(
    `${count} documents from seed ${seed}, each with safe fixes and with all: ${mended} texts changed, ${made} fixes made, ${refused} refused, ${failed} failed`,
  )
  return failed
}
