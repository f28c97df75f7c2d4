import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { environment } from '../environment.ts'
import { renderTable } from '../../scripts/generated.ts'
import { shapes, writeFolder } from '../speed/generate.ts'
import type { Shape } from '../speed/generate.ts'
import { median } from '../speed/measure.ts'
import { writeGenerated } from '../write.ts'

/**
 * Runs over folders of growing size with one thread and with one for each core, in pairs, to see from where on threads help:
 * an archive, in which one document in eight has markers, and essays, which all have.
 */
const root = fileURLToPath(new URL('../../../', import.meta.url))
const cli = join(root, 'dist/bin/footlint.js')
const kinds = { archive: shapes['LARGE']!, essays: shapes['DENSE']! }
/** Bytes of a paragraph of a made-up document. */
const paragraph = 275

function main(): void {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '5' },
      megabytes: { type: 'string', default: '5,20,80,160,320' },
      write: { type: 'boolean', default: false },
    },
  })
  const cores = String(availableParallelism())
  const sizes = values.megabytes.split(',').map(Number)
  const rows = Object.entries(kinds).flatMap(([name, shape]) =>
    sizes.map((megabytes) => {
      const pairs = compare(shape, megabytes * 1e6, { runs: Number(values.runs), cores })
      const of = (figure: (pair: Pair) => number) => median(pairs.map(figure)).toFixed(2)
      console.error(`${name}, ${megabytes} MB: ${of(({ one, all }) => all / one)}`)
      return [
        name,
        `${megabytes} MB`,
        `${of(({ one }) => one)} s`,
        `${of(({ all }) => all)} s`,
        of(({ one, all }) => all / one),
      ]
    }),
  )
  const table = renderTable(['folder', 'size', 'one thread', `${cores} threads`, 'ratio'], rows)
  const said = `${table}\n\nMedians of ${values.runs} pairs, ${process.version}, ${cores} cores.`
  console.log(said)
  if (values.write) writeGenerated('docs/speed.md', 'threads', said)
}

interface Pair {
  readonly one: number
  readonly all: number
}

/** Times a folder of so many bytes, with one thread and with several. */
function compare(
  { paragraphs, marked }: Shape,
  bytes: number,
  { runs, cores }: { readonly runs: number; readonly cores: string },
): Pair[] {
  const folder = mkdtempSync(join(tmpdir(), 'footlint-threads-'))
  writeFolder(folder, { files: Math.ceil(bytes / paragraphs / paragraph), paragraphs, marked })
  const pairs = Array.from({ length: runs }, () => ({ one: time(folder, 'off'), all: time(folder, cores) }))
  rmSync(folder, { recursive: true })
  return pairs
}

function time(cwd: string, concurrency: string): number {
  const began = performance.now()
  const { status, stderr } = spawnSync(
    process.execPath,
    [cli, '.', '--no-config', '-f', 'unix', '--concurrency', concurrency],
    {
      cwd,
      env: environment,
      encoding: 'utf8',
      maxBuffer: 1 << 30,
    },
  )
  const seconds = (performance.now() - began) / 1000
  if (status === 2) throw new Error(stderr)
  return seconds
}

main()
