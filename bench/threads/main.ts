import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { renderTable } from '../../scripts/generated.ts'

/** Runs over folders of growing size with one thread and with one for each core, in pairs, to see from where on threads help. */
const root = fileURLToPath(new URL('../../../', import.meta.url))
const cli = join(root, 'dist/bin/footlint.js')

function main(): void {
  const { values } = parseArgs({
    options: { runs: { type: 'string', default: '5' }, megabytes: { type: 'string', default: '1,2,4,8,16' } },
  })
  const cores = String(availableParallelism())
  const rows = values.megabytes.split(',').map((megabytes) => {
    const folder = createFolder(Number(megabytes) * 1e6)
    const pairs = Array.from({ length: Number(values.runs) }, () => ({
      one: time(folder, 'off'),
      all: time(folder, cores),
    }))
    rmSync(folder, { recursive: true })
    const [one, all, ratio] = [
      median(pairs.map((pair) => pair.one)),
      median(pairs.map((pair) => pair.all)),
      median(pairs.map((pair) => pair.all / pair.one)),
    ]
    return [`${megabytes} MB`, `${one.toFixed(2)} s`, `${all.toFixed(2)} s`, ratio.toFixed(2)]
  })
  console.log(`Medians of ${values.runs} pairs, ${process.version}, ${cores} cores.\n`)
  console.log(renderTable(['fixtures, again and again', 'one thread', 'one for each core', 'ratio'], rows))
}

/** So many bytes of the project's own fixtures: texts with a lot to look at. */
function createFolder(bytes: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'footlint-threads-'))
  const fixtures = join(root, 'fixtures')
  const texts = readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md') && !path.startsWith('books'))
    .map((path) => readFileSync(join(fixtures, path), 'utf8'))
  let written = 0
  for (let index = 0; written < bytes; index++) {
    const text = texts.slice(index % texts.length, (index % texts.length) + 20).join('\n\n')
    mkdirSync(join(folder, String(index % 50)), { recursive: true })
    writeFileSync(join(folder, String(index % 50), `${index}.md`), text)
    written += text.length
  }
  return folder
}

function time(cwd: string, concurrency: string): number {
  const began = performance.now()
  const { status, stderr } = spawnSync(process.execPath, [cli, '.', '-f', 'unix', '--concurrency', concurrency], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  })
  const seconds = (performance.now() - began) / 1000
  if (status === 2) throw new Error(stderr)
  return seconds
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[numbers.length >> 1]!
}

main()
