import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { renderTable } from '../../scripts/generated.ts'

/** A cold `footlint` on one small file against an empty `node`, run in pairs, so that a busy machine slows down both. */
const cli = fileURLToPath(new URL('../../../dist/bin/footlint.js', import.meta.url))
const document = 'One.[1] Two.[2] Three.[3]\n\n[1]: Adam\n[2]: Eve\n[3]: Cain\n'

function main(): number {
  const { values } = parseArgs({
    options: { runs: { type: 'string', default: '21' }, 'max-ratio': { type: 'string', default: 'Infinity' } },
  })
  const folder = mkdtempSync(join(tmpdir(), 'footlint-startup-'))
  const file = join(folder, 'small.md')
  writeFileSync(file, document)
  const pairs = Array.from({ length: Number(values.runs) }, () => ({
    empty: time(folder, ['-e', '0']),
    footlint: time(folder, [cli, file]),
  }))
  rmSync(folder, { recursive: true })
  const empty = median(pairs.map((pair) => pair.empty))
  const footlint = median(pairs.map((pair) => pair.footlint))
  const ratio = median(pairs.map((pair) => pair.footlint / pair.empty))
  console.log(`Medians of ${pairs.length} pairs, ${process.version}.\n`)
  console.log(
    renderTable(
      ['empty node', 'footlint, one small file', 'ratio'],
      [[`${empty.toFixed(0)} ms`, `${footlint.toFixed(0)} ms`, ratio.toFixed(2)]],
    ),
  )
  return ratio > Number(values['max-ratio']) ? 1 : 0
}

function time(cwd: string, args: readonly string[]): number {
  const began = performance.now()
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' })
  const milliseconds = performance.now() - began
  if (status !== 0) throw new Error(`exit code ${status}: ${stderr}`)
  return milliseconds
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[numbers.length >> 1]!
}

process.exitCode = main()
