import fc from 'fast-check'
import { renderTable } from '../../scripts/generated.ts'
import { sample } from '../../tests/arbitrary-documents.ts'
import { samples } from '../../tests/renumber/documents.ts'
import { batch } from '../parts.ts'
import type { Drawn } from '../parts.ts'
import { noJournal, openJournal } from './journal.ts'
import { judge } from './properties.ts'
import type { RenumberOptions } from '../../src/renumber/renumber.ts'
import type { Sample } from './properties.ts'
import { judgeRenumbering, ways } from './renumbering.ts'

export interface Counts {
  documents: number
  changed: { safe: number; all: number; renumbered: number }
  made: number
  refused: { fixes: number; series: number; verifier: number }
  failed: number
}

/** Documents full of slips, and such as have much to renumber. */
const either = fc.oneof({ weight: 2, arbitrary: sample }, { weight: 1, arbitrary: samples })

export interface Run extends Drawn {
  /** Says what the verifier refused, too. */
  readonly list: boolean
  /** Where is written down what came of it. */
  readonly journal?: string | undefined
}

/** Fixes generated documents, with safe fixes and with all, and renumbers them, and checks what has to hold of each. */
export function fixGenerated({ count, seed, list, journal: path }: Run): Counts {
  const journal = path === undefined ? noJournal : openJournal(path)
  let counts = none()
  for (let done = 0; done < count; done += batch) {
    const one = { count: Math.min(batch, count - done), seed: seed + done, list }
    const known = journal.find(one.seed, one.count)
    const found = known ?? fixBatch(one)
    if (!known) journal.keep(one.seed, found)
    counts = sumOf(counts, found)
    console.error(`${counts.documents} documents, ${counts.failed} failed`)
  }
  return counts
}

function fixBatch({ count, seed, list }: Run): Counts {
  const counts = none()
  const drawn = fc.sample(either, { numRuns: count, seed })
  for (const [index, one] of drawn.entries()) add(one, ways[index % ways.length]!, counts, list)
  return counts
}

const none = (): Counts => ({
  documents: 0,
  changed: { safe: 0, all: 0, renumbered: 0 },
  made: 0,
  refused: { fixes: 0, series: 0, verifier: 0 },
  failed: 0,
})

/** Of a run and one that goes on behind it. */
export function sumOf(one: Counts, other: Counts): Counts {
  return {
    documents: one.documents + other.documents,
    changed: sumOfEach(one.changed, other.changed),
    made: one.made + other.made,
    refused: sumOfEach(one.refused, other.refused),
    failed: one.failed + other.failed,
  }
}

function sumOfEach<T extends Readonly<Record<string, number>>>(one: T, other: T): T {
  return Object.fromEntries(Object.entries(one).map(([key, count]) => [key, count + other[key]!])) as T
}

function add(one: Sample, way: RenumberOptions, counts: Counts, list: boolean): void {
  const complaints = [
    ...[false, true].flatMap((unsafe) => addFixed(one, unsafe, counts)),
    ...addRenumbered(one, way, counts, list),
  ]
  counts.documents++
  if (complaints.length > 0) counts.failed++
}

function addFixed(one: Sample, unsafe: boolean, counts: Counts): readonly string[] {
  const { made, refused, complaints } = judge(one, unsafe)
  counts.made += made
  counts.refused.fixes += refused
  if (made > 0) counts.changed[unsafe ? 'all' : 'safe']++
  if (complaints.length > 0) console.log(JSON.stringify({ ...one, unsafe, complaints }))
  return complaints
}

function addRenumbered(one: Sample, way: RenumberOptions, counts: Counts, list: boolean): readonly string[] {
  const { changed, refused, objection, complaints } = judgeRenumbering(one, way)
  if (changed) counts.changed.renumbered++
  if (refused) counts.refused.series++
  if (objection !== undefined) counts.refused.verifier++
  if (complaints.length > 0 || (list && objection !== undefined))
    console.log(JSON.stringify({ ...one, way, complaints, objection }))
  return complaints
}

export function tableOf({ documents, changed, made, refused, failed }: Counts, seed: number): string {
  const rows: readonly (readonly [string, number])[] = [
    ['documents', documents],
    ['seed', seed],
    ['changed by safe fixes', changed.safe],
    ['changed by all fixes', changed.all],
    ['fixes made', made],
    ['fixes refused', refused.fixes],
    ['renumbered', changed.renumbered],
    ['renumbering refused, of some series at least', refused.series],
    ['renumbering refused by the verifier', refused.verifier],
    ['failed', failed],
  ]
  return renderTable(
    ['what', 'how many'],
    rows.map(([what, count]) => [what, String(count)]),
  )
}
