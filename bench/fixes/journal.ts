import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { batch } from '../parts.ts'
import { sumOf } from './generated.ts'
import type { Counts, Run } from './generated.ts'
import { fixInParts } from './parts.ts'

/** What came of some documents of a run, as a line of its journal. */
interface Line {
  /** The program that did it. */
  readonly code: string
  readonly seed: number
  readonly counts: Counts
}

/** So many documents are lost at most where a run is stopped. */
const stretch = batch

/**
 * Writes down what came of each stretch of a run, and leaves out those that are written down: a run that was stopped goes on
 * where it was. What another program did counts for nothing, if only a byte of it has changed.
 */
export async function fixWithJournal(run: Run, parts: number, path: string): Promise<Counts> {
  const code = codeOf(join(import.meta.dirname, '../..'))
  const known = linesOf(path).filter((line) => line.code === code)
  const all: Counts[] = []
  for (let done = 0; done < run.count; done += stretch) {
    const seed = run.seed + done
    const count = Math.min(stretch, run.count - done)
    const line = known.find((one) => one.seed === seed && one.counts.documents === count)
    const counts = line?.counts ?? (await fixInParts({ ...run, count, seed }, parts))
    if (!line) appendFileSync(path, `${JSON.stringify({ code, seed, counts } satisfies Line)}\n`)
    all.push(counts)
  }
  return all.reduce(sumOf)
}

function linesOf(path: string): Line[] {
  if (!existsSync(path)) return []
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => (line === '' ? [] : (JSON.parse(line) as Line)))
}

/** Tells two builds apart. */
function codeOf(folder: string): string {
  const hash = createHash('sha256')
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'))
  for (const name of names.toSorted()) hash.update(`${name}\n${readFileSync(join(folder, name), 'utf8')}`)
  return hash.digest('hex').slice(0, 16)
}
