import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { renderTable } from '../../scripts/generated.ts'
import { environment } from '../environment.ts'
import { writeGenerated } from '../write.ts'

/*
 * `footlint` as it is installed on one small file against an empty script, in pairs, so that a busy machine slows down both:
 * `npm run bench:startup -- [--node <program> …] [--runs <n>] [--max-ratio <n>] [--write]`. What it compiles is kept by a run before.
 */
const root = fileURLToPath(new URL('../../../', import.meta.url))
const document = 'One.[1] Two.[2] Three.[3]\n\n[1]: Adam\n[2]: Eve\n[3]: Cain\n'

function main(): number {
  const { values } = parseArgs({
    options: {
      node: { type: 'string', multiple: true, default: [process.execPath] },
      runs: { type: 'string', default: '21' },
      'max-ratio': { type: 'string', default: 'Infinity' },
      write: { type: 'boolean', default: false },
    },
  })
  const folder = mkdtempSync(join(tmpdir(), 'footlint-startup-'))
  try {
    writeFileSync(join(folder, 'small.md'), document)
    writeFileSync(join(folder, 'empty.cjs'), '')
    // A repository, as a hook meets it: what else lies in the folder for temporary files is not read.
    mkdirSync(join(folder, '.git'))
    const cli = install(folder)
    const measured = values.node.map((node) => measure({ node, folder, cli, runs: Number(values.runs) }))
    const table = renderTable(
      ['Node', 'empty script', 'footlint, one small file', 'ratio'],
      measured.map(({ version, empty, footlint, ratio }) => [
        version,
        `${empty.toFixed(0)} ms`,
        `${footlint.toFixed(0)} ms`,
        ratio.toFixed(2),
      ]),
    )
    const said = `${table}\n\nMedians of ${values.runs} pairs.`
    console.log(said)
    if (values.write) writeGenerated('docs/speed.md', 'startup', said)
    return measured.some(({ ratio }) => ratio > Number(values['max-ratio'])) ? 1 : 0
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Packs what was built and installs it, as from the registry. */
function install(folder: string): string {
  const packed = run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], root)
  const tarball = join(folder, packed.trim().split('\n').at(-1)!)
  const target = join(folder, 'installed')
  mkdirSync(target)
  run(
    'npm',
    ['install', '--no-save', '--ignore-scripts', '--silent', '--prefer-offline', '--no-audit', tarball],
    target,
  )
  return join(target, 'node_modules/footlint/dist/bin/footlint.js')
}

interface Measuring {
  readonly node: string
  readonly folder: string
  readonly cli: string
  readonly runs: number
}

function measure({ node, folder, cli, runs }: Measuring) {
  const time = (args: readonly string[]) => {
    const began = performance.now()
    run(node, args, folder)
    return performance.now() - began
  }
  time([cli, 'small.md'])
  const pairs = Array.from({ length: runs }, () => ({ empty: time(['empty.cjs']), footlint: time([cli, 'small.md']) }))
  return {
    version: run(node, ['--version'], folder).trim(),
    empty: median(pairs.map((pair) => pair.empty)),
    footlint: median(pairs.map((pair) => pair.footlint)),
    ratio: median(pairs.map((pair) => pair.footlint / pair.empty)),
  }
}

function run(program: string, args: readonly string[], cwd: string): string {
  // What installs may need certificates of its own.
  const around = program === 'npm' ? process.env : environment
  const env = { ...around, NODE_COMPILE_CACHE: cwd, NODE_DISABLE_COMPILE_CACHE: undefined }
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: exit code ${status}: ${stderr}`)
  return stdout
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[numbers.length >> 1]!
}

process.exitCode = main()
