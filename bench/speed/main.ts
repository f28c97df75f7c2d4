import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { renderTable } from '../../scripts/generated.ts'
import { writeGenerated } from '../write.ts'
import { createRandom, documentOf, shapes, writeFolder } from './generate.ts'
import { median, run } from './measure.ts'
import type { Failed, Result } from './measure.ts'
import { installPeers, toolsFor } from './peers.ts'
import type { Tool } from './peers.ts'
import { plot } from './plot.ts'

/**
 * footlint and its peers over folders, in turn: `npm run bench:speed -- [name=folder …] [--write]`. Without folders, over
 * made-up ones. Whole processes; every figure is the median of ratios to rumdl in the same round.
 */
const cli = fileURLToPath(new URL('../../../dist/bin/footlint.js', import.meta.url))
const home = join(tmpdir(), 'footlint-speed')

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      runs: { type: 'string', default: '3' },
      limit: { type: 'string', default: '60' },
      peers: { type: 'string', default: join(home, 'peers') },
      only: { type: 'string' },
      write: { type: 'boolean', default: false },
    },
  })
  installPeers(values.peers)
  const folders = positionals.length > 0 ? positionals.map(named) : madeUp()
  const options = {
    runs: Number(values.runs),
    limit: Number(values.limit),
    peers: values.peers,
    only: values.only?.split(','),
  }
  const rows: Row[] = []
  for (const [name, folder] of folders) rows.push(...(await compare(name, folder, options)))
  const table = renderRows(
    folders.map(([name]) => name),
    rows,
  )
  const said = `${table}\n\n${unfinished(rows, options)}`
  console.log(said)
  if (!values.write) return
  writeGenerated('docs/speed.md', 'folders', said)
  writeFileSync('docs/speed.svg', plot(await grow(options)))
}

interface Options {
  readonly runs: number
  /** Seconds after which a peer is left alone. */
  readonly limit: number
  readonly peers: string
  readonly only: readonly string[] | undefined
}

/** What one tool did with one folder. */
interface Row {
  readonly tool: string
  readonly folder: string
  readonly ratio: number | undefined
  readonly seconds: number | undefined
  readonly peak: number
  /** Why there is no figure. */
  readonly failed: Failed | undefined
}

function named(given: string): [string, string] {
  const [name, folder] = given.split('=')
  return [name!, resolve(folder ?? name!)]
}

function madeUp(): [string, string][] {
  // Another generator makes other folders.
  const version = createHash('sha256')
    .update(documentOf(20, true, createRandom(1)))
    .digest('hex')
    .slice(0, 8)
  return Object.entries(shapes).map(([name, shape]) => {
    const folder = join(home, `folders-${version}`, name)
    if (!existsSync(folder)) writeFolder(folder, shape)
    return [name, folder]
  })
}

async function compare(name: string, folder: string, { runs, limit, peers, only }: Options): Promise<Row[]> {
  const tools = toolsFor(folder, peers, cli).filter(
    (tool) => tool.name === 'rumdl' || !only || only.includes(tool.name),
  )
  const rounds = new Map<Tool, Result[]>(tools.map((tool) => [tool, []]))
  rmSync(join(peers, 'footlint-cache'), { force: true, recursive: true })
  for (let round = 0; round <= runs; round++) {
    for (const [tool, done] of rounds) {
      if (round > 0 && isEnough(done.at(-1))) continue
      console.error(`${name}: ${tool.name}, round ${round}`)
      done.push(await run(tool, peers, limit))
    }
  }
  const base = [...rounds.values()][0]!
  return tools.map((tool) => rowOf(tool, name, rounds.get(tool)!, base))
}

/** Whoever needs so many seconds is warm by then, and is run once. */
const long = 10

/** Who does not finish, or needs long, is not asked again. */
const isEnough = (last: Result | undefined): boolean => typeof last === 'string' || (last?.seconds ?? 0) > long

/** The first round warms up, unless there is no other. */
function rowOf({ name: tool }: Tool, folder: string, all: readonly Result[], base: readonly Result[]): Row {
  const from = all.length > 1 ? 1 : 0
  const known = all.flatMap((one, round) => (round >= from && typeof one !== 'string' ? [{ ...one, round }] : []))
  const ratios = known.flatMap(({ seconds, round }) => {
    const other = base[round]
    return other && typeof other !== 'string' ? [seconds / other.seconds] : []
  })
  const failed = all.find((one) => typeof one === 'string')
  return {
    tool,
    folder,
    ratio: ratios.length > 0 ? median(ratios) : undefined,
    seconds: known.length > 0 ? median(known.map(({ seconds }) => seconds)) : undefined,
    peak: Math.max(0, ...known.map(({ peak }) => peak)),
    failed,
  }
}

function renderRows(folders: readonly string[], rows: readonly Row[]): string {
  const tools = [...new Set(rows.map(({ tool }) => tool))]
  return renderTable(
    ['', ...folders],
    tools.map((tool) => [
      tool,
      ...folders.map((folder) => cellOf(rows.find((row) => row.tool === tool && row.folder === folder))),
    ]),
  )
}

/** Who did not get through, and what a figure is made of. */
function unfinished(rows: readonly Row[], { runs, limit }: Options): string {
  const lost = rows.flatMap(({ tool, folder, failed }) => (failed ? [`${tool} on ${folder} (${failed})`] : []))
  const all = lost.length === 0 ? 'Every program finished.' : `Not finished: ${lost.join(', ')}.`
  return `${all} Medians of ${runs} rounds behind one to warm up, ${process.version}; programs that need more than ${long} s are run once, and ended after ${limit} s.`
}

function cellOf(row: Row | undefined): string {
  if (!row) return '–'
  if (row.ratio === undefined || row.seconds === undefined) return row.failed ?? '–'
  return `${row.ratio.toFixed(2)} (${row.seconds.toFixed(2)} s, ${(row.peak / 1e6).toFixed(0)} MB)`
}

/** One file that grows, for the plot. */
async function grow(options: Options): Promise<Map<string, [number, number][]>> {
  const lines = new Map<string, [number, number][]>()
  for (const paragraphs of [30, 300, 3000, 30_000]) {
    const folder = join(home, 'files', String(paragraphs))
    mkdirSync(folder, { recursive: true })
    const text = documentOf(paragraphs, true, createRandom(paragraphs))
    writeFileSync(join(folder, 'file.md'), text)
    for (const { tool, seconds } of await compare(String(paragraphs), folder, { ...options, runs: 1 })) {
      if (seconds !== undefined) lines.set(tool, [...(lines.get(tool) ?? []), [text.length, seconds]])
    }
  }
  return lines
}

await main()
