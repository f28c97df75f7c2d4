import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { renderTable } from '../../scripts/generated.ts'
import type { Config } from '../../src/config/schema.ts'
import { readerFor } from '../../src/document/formats/index.ts'
import { fixSource } from '../../src/fix/rounds.ts'
import type { Fixed } from '../../src/fix/rounds.ts'
import { createSource, positionAt, promisedFormat } from '../../src/source.ts'
import { resolverOfValue } from '../../src/value-config.ts'
import { compareFixed } from './properties.ts'

interface Counts {
  files: number
  fixed: number
  fixes: number
  refused: number
  unsettled: number
  again: number
  judged: number
  corrupted: number
}

/** Fixes every document of a folder in memory and has the second reader judge the Markdown ones. Gives how many are worse. */
export async function fixCorpus(
  folder: string,
  { config, list }: Omit<Way, 'mode'>,
  show: (table: string) => void,
): Promise<number> {
  const counts = { safe: none(), unsafe: none() }
  for (const path of documentsIn(folder)) {
    for (const mode of ['safe', 'unsafe'] as const) await fixFile(folder, path, { config, mode, list }, counts[mode])
  }
  const keys = ['files', 'fixed', 'fixes', 'refused', 'unsettled', 'again', 'judged', 'corrupted'] as const
  const titles = [
    'fixes',
    'documents',
    'fixed',
    'fixes made',
    'refused',
    'not settled',
    'changed by a second run',
    'judged by the second reader',
    'corrupted',
  ]
  show(
    renderTable(
      titles,
      Object.entries(counts).map(([mode, one]) => [mode, ...keys.map((key) => String(one[key]))]),
    ),
  )
  return counts.safe.corrupted + counts.unsafe.corrupted + counts.safe.again + counts.unsafe.again
}

const none = (): Counts => ({
  files: 0,
  fixed: 0,
  fixes: 0,
  refused: 0,
  unsettled: 0,
  again: 0,
  judged: 0,
  corrupted: 0,
})

export function documentsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => entry.isFile() && promisedFormat(entry.name) !== undefined)
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .toSorted()
}

interface Way {
  readonly config: Config
  readonly mode: 'safe' | 'unsafe'
  readonly list: boolean
}

async function fixFile(folder: string, path: string, { config, mode, list }: Way, counts: Counts): Promise<void> {
  const text = readFileSync(join(folder, path), 'utf8')
  const { settings } = resolverOfValue(config).resolve(path)
  const source = createSource(path, text)
  const options = { unsafe: mode === 'unsafe', read: await readerFor(source) }
  const fixed = fixSource(source, settings, options)
  counts.files++
  counts.fixes += fixed.made.length
  counts.refused += fixed.refused.length
  if (fixed.unsettled) counts.unsettled++
  const say = (what: string) => console.log(`${mode} ${path}${what}`)
  if (list) for (const line of refusalsOf(fixed)) say(line)
  if (fixed.made.length === 0) return
  counts.fixed++
  if (fixSource(fixed.result.source, settings, options).made.length > 0) {
    counts.again++
    say(' is changed by a second run')
  }
  if (source.format !== 'markdown') return
  counts.judged++
  const damage = compareFixed(source.text, fixed)
  if (damage === undefined) return
  counts.corrupted++
  say(`: ${damage}`)
}

function refusalsOf({ result, refused }: Fixed): string[] {
  return refused.map(({ offer: { finding }, refusal }) => {
    const { line, column } = positionAt(result.source, finding.range.start)
    return `:${line}:${column} ${finding.rule} refused: ${refusal.reason}: ${refusal.message}`
  })
}
