import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { renderTable } from '../../scripts/generated.ts'
import { shapes } from './shapes.ts'

/** Time per byte for documents of growing size. A row that grows from left to right is a step that is not linear. */
const megabyte = 1_000_000
const child = fileURLToPath(new URL('child.js', import.meta.url))

function main(): void {
  const { values } = parseArgs({
    options: { sizes: { type: 'string', default: '0.1,1,10' }, timeout: { type: 'string', default: '120' } },
  })
  const sizes = values.sizes.split(',').map(Number)
  const rows = Object.keys(shapes).map((shape) => [
    `\`${shape}\``,
    ...sizes.map((size) => measure(shape, size * megabyte, Number(values.timeout))),
  ])
  console.log(`Time for one document and per byte, ${process.version}, one process each.\n`)
  console.log(renderTable(['document', ...sizes.map((size) => `${size} MB`)], rows))
}

function measure(shape: string, bytes: number, timeout: number): string {
  const { stdout, stderr, signal } = spawnSync(process.execPath, [child, shape, String(bytes)], {
    encoding: 'utf8',
    timeout: timeout * 1000,
  })
  if (signal) return `> ${timeout} s`
  const milliseconds = Number.parseFloat(stdout)
  if (Number.isNaN(milliseconds)) return `crash: ${/^\w*Error.*$/m.exec(stderr)?.[0] ?? stderr.trim()}`
  return `${milliseconds.toFixed(0)} ms, ${((milliseconds * 1e6) / bytes).toFixed(0)} ns/B`
}

main()
