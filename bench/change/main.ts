import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { environment } from '../environment.ts'
import { renderTable } from '../../scripts/generated.ts'

/**
 * `footlint --changed-since` and `--staged` on a repository of many documents with three that were changed, against
 * `footlint` on those three alone; run in turns, so that a busy machine slows down all.
 */
const cli = fileURLToPath(new URL('../../../dist/bin/footlint.js', import.meta.url))

function main(): number {
  const { values } = parseArgs({
    options: {
      documents: { type: 'string', default: '10000' },
      runs: { type: 'string', default: '15' },
      'max-ratio': { type: 'string', default: '1.5' },
    },
  })
  const folder = mkdtempSync(join(tmpdir(), 'footlint-change-'))
  try {
    const changed = createRepository(folder, Number(values.documents))
    const ways = {
      'the three alone': changed,
      '--changed-since main': ['--changed-since', 'main'],
      '--staged': ['--staged'],
    }
    const times = new Map(Object.keys(ways).map((name) => [name, [] as number[]]))
    for (let run = 0; run < Number(values.runs); run++) {
      for (const [name, args] of Object.entries(ways)) times.get(name)!.push(time(folder, args))
    }
    return report(times, Number(values['max-ratio']))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function createRepository(folder: string, count: number): string[] {
  const paths = Array.from({ length: count }, (_, index) => `docs/part-${index % 100}/article-${index}.md`)
  for (const [index, path] of paths.entries()) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), article(index))
  }
  git(folder, 'init', '--quiet', '--initial-branch', 'main')
  git(folder, 'add', '--all')
  git(folder, '-c', 'user.name=a', '-c', 'user.email=a@example.org', 'commit', '--quiet', '--message', 'all')
  git(folder, 'checkout', '--quiet', '-b', 'edit')
  const places = [0, Math.floor(count / 2), count - 1]
  const changed = places.map((index) => paths[index]!)
  for (const [index, path] of changed.entries()) writeFileSync(join(folder, path), article(places[index]!, 'summer'))
  git(folder, 'add', '--all')
  return changed
}

/** About as long as a page of documentation: thirty paragraphs with a note each. */
function article(seed: number, season = 'spring'): string {
  const numbers = Array.from({ length: 30 }, (_, index) => index + 1)
  const paragraph = (number: number) =>
    `In the ${number === 7 ? season : 'spring'} of the year ${1700 + ((seed + number) % 200)} the board met for the ${number}th time.[^${number}] ` +
    'It heard the engineers, who asked for timber, and the merchants, who asked for time. Nothing was decided.'
  const notes = numbers.map((number) => `[^${number}]: Minutes of the board, part ${number} of ${seed}.`)
  return `# Article ${seed}\n\n${[...numbers.map(paragraph), ...notes].join('\n\n')}\n`
}

function git(cwd: string, ...args: readonly string[]): void {
  const { status, stderr } = spawnSync('git', args, { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`)
}

function time(cwd: string, args: readonly string[]): number {
  const began = performance.now()
  const { status, stderr } = spawnSync(process.execPath, [cli, ...args], { cwd, env: environment, encoding: 'utf8' })
  const milliseconds = performance.now() - began
  if (status !== 0) throw new Error(`exit code ${status}: ${stderr}`)
  return milliseconds
}

function report(times: ReadonlyMap<string, readonly number[]>, limit: number): number {
  const alone = times.get('the three alone')!
  const rows = [...times].map(([name, own]) => {
    const ratio = median(own.map((each, run) => each / alone[run]!))
    return { name, milliseconds: median(own), ratio }
  })
  console.log(`Medians of ${alone.length} runs, ${process.version}; ratios of each run to the first way.\n`)
  console.log(
    renderTable(
      ['way', 'time', 'ratio'],
      rows.map(({ name, milliseconds, ratio }) => [name, `${milliseconds.toFixed(0)} ms`, ratio.toFixed(2)]),
    ),
  )
  return rows.some(({ name, ratio }) => name.startsWith('--') && ratio > limit) ? 1 : 0
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[numbers.length >> 1]!
}

process.exitCode = main()
