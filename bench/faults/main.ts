import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { renderTable } from '../../scripts/generated.ts'
import { resolveSettings } from '../../src/config/resolve.ts'
import { readDocument } from '../../src/document/read.ts'
import type { Finding } from '../../src/finding.ts'
import { lintSource } from '../../src/lint.ts'
import { createSource, positionAt } from '../../src/source.ts'
import { injectors } from './faults.ts'
import type { Mutant } from './faults.ts'

const usage = `Usage: npm run bench:faults -- <folder> [options]

Puts one fault at a time into every clean document of a folder, and counts how many are found at the right place by the
right rule, and how many bring a second finding along.

  --each <n>    mutants of a kind from one document (default: 6)
  --list        every mutant that was missed or found twice
  --min <share> exit code 1 below it (default: 0)`

const options = {
  each: { type: 'string', default: '6' },
  list: { type: 'boolean', default: false },
  min: { type: 'string', default: '0' },
} as const

interface Score {
  mutants: number
  found: number
  derived: number
}

function main(): number {
  const { values, positionals } = parseArgs({ allowPositionals: true, options })
  const [folder] = positionals
  if (folder === undefined) {
    console.error(usage)
    return 2
  }
  const scores = new Map<string, Score>()
  let documents = 0
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(?:md|markdown|txt)$/i.test(path)) continue
    const text = readFileSync(join(folder, path), 'utf8')
    if (text.length > 400_000 || serious(path, text).length > 0) continue
    if (tryMutants(path, text, scores, { each: Number(values.each), list: values.list }) > 0) documents++
  }
  const total: Score = { mutants: 0, found: 0, derived: 0 }
  for (const score of scores.values())
    for (const key of ['mutants', 'found', 'derived'] as const) total[key] += score[key]
  const share = (part: number, whole: number) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`)
  const rows = [...scores, ['all', total] as const].map(([fault, { mutants, found, derived }]) => [
    fault,
    String(mutants),
    share(found, mutants),
    share(derived, mutants),
  ])
  console.log(renderTable(['fault', 'mutants', 'found', 'with a second finding'], rows))
  console.log(`\n${documents} clean documents`)
  return total.found / Math.max(total.mutants, 1) < Number(values.min) ? 1 : 0
}

/** Findings that make a document unclean. What is only an info may stay. */
function serious(path: string, text: string): Finding[] {
  const source = createSource(path, text)
  return lintSource(source, resolveSettings(path, {}).settings).findings.filter(
    (finding) => finding.severity !== 'info',
  )
}

function tryMutants(
  path: string,
  text: string,
  scores: Map<string, Score>,
  { each, list }: { readonly each: number; readonly list: boolean },
): number {
  const byFault = grouped(path, text)
  let count = 0
  for (const [fault, mutants] of byFault) {
    const score = scores.get(fault) ?? { mutants: 0, found: 0, derived: 0 }
    scores.set(fault, score)
    const step = Math.max(1, Math.floor(mutants.length / each))
    for (let index = 0; index < mutants.length && index < each * step; index += step) {
      count++
      score.mutants++
      judge(path, mutants[index]!, score, list)
    }
  }
  return count
}

function grouped(path: string, text: string): Map<string, Mutant[]> {
  const groups = new Map<string, Mutant[]>()
  for (const mutant of injectors(readDocument(createSource(path, text)))) {
    const group = groups.get(mutant.fault)
    if (group) group.push(mutant)
    else groups.set(mutant.fault, [mutant])
  }
  return groups
}

function judge(path: string, { fault, text, rules, place }: Mutant, score: Score, list: boolean): void {
  const findings = serious(path, text)
  const hit = findings.find(
    ({ rule, range }) => rules.includes(rule) && range.start < place.end && place.start < range.end,
  )
  if (hit) score.found++
  if (findings.length > 1) score.derived++
  if (!list || (hit && findings.length === 1)) return
  const source = createSource(path, text)
  const { line, column } = positionAt(source, place.start)
  const context = JSON.stringify(text.slice(Math.max(0, place.start - 50), place.end + 30))
  const got = findings
    .slice(0, 3)
    .map(({ rule, message, range }) => `${positionAt(source, range.start).line} ${rule}: ${message}`)
  console.log(`${path}:${line}:${column} ${fault} ${context}\n    ${hit ? 'also' : 'missed'}: ${got.join(' | ')}`)
}

process.exitCode = main()
