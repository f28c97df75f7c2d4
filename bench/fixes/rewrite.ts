import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { renderTable } from '../../scripts/generated.ts'
import { convert } from '../../src/convert/convert.ts'
import { readerFor } from '../../src/document/formats/index.ts'
import { readDocument } from '../../src/document/read.ts'
import type { Document } from '../../src/document/document.ts'
import { edited } from '../../src/edited.ts'
import type { Edit } from '../../src/finding.ts'
import { verify } from '../../src/fix/verify.ts'
import { renumber } from '../../src/renumber/renumber.ts'
import { createSource, positionAt } from '../../src/source.ts'
import { documentsIn } from './corpus.ts'
import { compareMoved } from './compare-targets.ts'
import { targetsOf } from './second-reader.ts'

interface Plan {
  readonly edits: readonly Edit[]
  readonly refusals: readonly { readonly message: string; readonly range: { readonly start: number } }[]
}

/** What a row does, what it may change, and whether a second run has to find nothing to do. */
interface Row {
  readonly plan: (document: Document) => Plan
  readonly allowed: 'renumber' | 'convert'
}

const rows: Readonly<Record<string, Row>> = {
  renumber: { plan: (document) => renumber(document), allowed: 'renumber' },
  'renumber --start 1 --labels number': {
    plan: (document) => renumber(document, { start: 1, labels: 'number' }),
    allowed: 'renumber',
  },
  'renumber --close-gaps': { plan: (document) => renumber(document, { order: 'kept' }), allowed: 'renumber' },
  'convert --to footnote': { plan: (document) => convert(document, 'footnote'), allowed: 'convert' },
  'convert --to bracket': { plan: (document) => convert(document, 'bracket'), allowed: 'convert' },
  'convert --to superscript': { plan: (document) => convert(document, 'superscript'), allowed: 'convert' },
}

interface Counts {
  done: number
  idle: number
  refused: number
  objected: number
  again: number
  judged: number
  corrupted: number
}

/** Renumbers and converts every document of a folder in memory. Gives how many are worse, or changed by a second run. */
export async function rewriteCorpus(folder: string, list: boolean, show: (table: string) => void): Promise<number> {
  const table = Object.entries(rows).map(([name, row]) => ({
    name,
    row,
    counts: { done: 0, idle: 0, refused: 0, objected: 0, again: 0, judged: 0, corrupted: 0 } satisfies Counts,
  }))
  for (const path of documentsIn(folder)) {
    const source = createSource(path, readFileSync(join(folder, path), 'utf8'))
    const read = await readerFor(source)
    const document = readDocument(source, read)
    for (const { name, row, counts } of table) {
      const lines = rewrite(document, row, counts, read).filter((line) => list || line.startsWith('!'))
      if (lines.length > 0) console.log(lines.map((line) => `${name}: ${path}${line}`).join('\n'))
    }
  }
  const keys = ['done', 'idle', 'refused', 'objected', 'again', 'judged', 'corrupted'] as const
  const titles = [
    'command',
    'rewritten',
    'nothing to do',
    'refused',
    'refused by the verifier',
    'changed by a second run',
    'judged by the second reader',
    'corrupted',
  ]
  show(
    renderTable(
      titles,
      table.map(({ name, counts }) => [`\`${name}\``, ...keys.map((key) => String(counts[key]))]),
    ),
  )
  return table.reduce((sum, { counts }) => sum + counts.corrupted + counts.again, 0)
}

function rewrite(
  document: Document,
  { plan, allowed }: Row,
  counts: Counts,
  read: Awaited<ReturnType<typeof readerFor>>,
): string[] {
  const { source: before } = document
  const { edits, refusals } = plan(document)
  const lines = refusals.map(({ message, range }) => `:${positionAt(before, range.start).line} ${message}`)
  if (refusals.length > 0) counts.refused++
  else if (edits.length === 0) counts.idle++
  if (edits.length === 0) return lines
  const after = edited(before.text, edits)
  const objection = verify({ before, after, edits, allowed: [allowed], read, document })
  if (objection) {
    counts.objected++
    return [...lines, `:${positionAt(before, objection.range.start).line} the verifier: ${objection.message}`]
  }
  counts.done++
  if (plan(readDocument(createSource(before.path, after), read)).edits.length > 0) {
    counts.again++
    lines.push('! changed by a second run')
  }
  const damage = before.format === 'markdown' ? judge({ before: before.text, after, allowed }, counts) : undefined
  if (damage !== undefined) lines.push(`! ${damage}`)
  return lines
}

interface Rewritten extends Pick<Row, 'allowed'> {
  readonly before: string
  readonly after: string
}

/** Raised numbers cite only where some are made or were: elsewhere, they are exponents. */
function judge({ before, after, allowed }: Rewritten, counts: Counts): string | undefined {
  counts.judged++
  const isRaised = allowed === 'convert'
  const damage = compareMoved(targetsOf(before, isRaised), targetsOf(after, isRaised))
  if (damage !== undefined) counts.corrupted++
  return damage
}
