import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Counts } from './generated.ts'

/** What came of a batch of documents. */
interface Line {
  /** The program that did it. */
  readonly code: string
  readonly seed: number
  readonly counts: Counts
}

/** What is written down of a run, so that one that was stopped goes on where it was. */
export interface Journal {
  /** What came of a batch, if it was done before. */
  readonly find: (seed: number, count: number) => Counts | undefined
  readonly keep: (seed: number, counts: Counts) => void
}

export const noJournal: Journal = { find: () => undefined, keep: () => {} }

/** What another program wrote down counts for nothing, if only a byte of it has changed. */
export function openJournal(path: string): Journal {
  const code = codeOf(join(import.meta.dirname, '../..'))
  const known = linesOf(path).filter((line) => line.code === code)
  return {
    find: (seed, count) => known.find((line) => line.seed === seed && line.counts.documents === count)?.counts,
    keep: (seed, counts) => appendFileSync(path, `${JSON.stringify({ code, seed, counts } satisfies Line)}\n`),
  }
}

function linesOf(path: string): Line[] {
  if (!existsSync(path)) return []
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => (line === '' ? [] : (JSON.parse(line) as Line)))
}

/** Tells two builds apart, by what documents are made, fixed and judged with. */
function codeOf(folder: string): string {
  const hash = createHash('sha256')
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'))
  for (const name of names.filter((one) => one.endsWith('.js') && !other.test(one)).toSorted())
    hash.update(`${name}\n${readFileSync(join(folder, name), 'utf8')}`)
  return hash.digest('hex').slice(0, 16)
}

const other =
  /^(?:scripts\/|bench\/(?!fixes\/)|bench\/fixes\/(?:main|parts|journal|corpus|rewrite)\.|src\/(?:cli|convert|lsp|project|reporters)\b)/
