import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { renderTable } from '../../scripts/generated.ts'
import { writeGenerated } from '../write.ts'
import { shapes } from './shapes.ts'

/**
 * Processor time per byte for documents of growing size, when everything is compiled. A row that grows from left to right is
 * a step that is not linear. Exit code 1: one more than doubles.
 */
const megabyte = 1_000_000
const child = fileURLToPath(new URL('child.js', import.meta.url))

/** So few nanoseconds a byte are noise. */
const unmeasurable = 5

interface Measured {
  readonly nanoseconds: number
  readonly peak: number
}

function main(): number {
  const { values } = parseArgs({
    options: {
      sizes: { type: 'string', default: '0.1,1,10,50' },
      timeout: { type: 'string', default: '240' },
      only: { type: 'string' },
      write: { type: 'boolean', default: false },
    },
  })
  const sizes = values.sizes.split(',').map(Number)
  const chosen = Object.keys(shapes).filter((name) => !values.only || values.only.split(',').includes(name))
  let isLinear = true
  const rows = chosen.map((name) => {
    const cells = sizes.map((size) => measure(name, size, Number(values.timeout)))
    const known = cells.flatMap((cell) => (typeof cell === 'string' ? [] : cell))
    const growth = (known.at(-1)?.nanoseconds ?? NaN) / (known[0]?.nanoseconds ?? NaN)
    isLinear &&= growth <= 2 || (known.at(-1)?.nanoseconds ?? NaN) < unmeasurable
    console.error(`${name}: ${cells.map(show).join(', ')}`)
    return [name, ...cells.map(show), growth.toFixed(2), `${((known.at(-1)?.peak ?? 0) / megabyte).toFixed(0)} MB`]
  })
  const head = ['ns of the processor per byte', ...sizes.map((size) => `${size} MB`), 'last to first', 'peak memory']
  const table = `${renderTable(head, rows)}\n\n${process.version}, one process each, behind a second and a half to warm up, and behind a first one of its size, where that is below 20 MB. Of shorter documents than 10 MB, as many as make 10 MB.`
  console.log(table)
  if (values.write) writeGenerated('docs/speed.md', 'scaling', table)
  return isLinear ? 0 : 1
}

const show = (cell: Measured | string) => (typeof cell === 'string' ? cell : cell.nanoseconds.toFixed(0))

function measure(name: string, size: number, timeout: number): Measured | string {
  const { stdout, stderr, signal } = spawnSync(process.execPath, [child, name, String(size * megabyte)], {
    encoding: 'utf8',
    timeout: timeout * 1000,
  })
  if (signal === 'SIGTERM') return `more than ${timeout} s`
  try {
    return JSON.parse(stdout) as Measured
  } catch {
    return `crash: ${/^.*\b(?:\w*Error|FATAL ERROR).*$/m.exec(stderr)?.[0] ?? stderr.trim()}`
  }
}

process.exitCode = main()
