import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { renderTable } from '../../scripts/generated.ts'
import { writeGenerated } from '../write.ts'
import { createRandom, documentOf, shapes, writeFolder } from './generate.ts'
import { median, run } from './measure.ts'
import type { Run } from './measure.ts'
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
  console.log(table)
  if (!values.write) return
  writeGenerated('docs/speed.md', 'folders', table)
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
}

function named(given: string): [string, string] {
  const [name, folder] = given.split('=')
  return [name!, resolve(folder ?? name!)]
}

function madeUp(): [string, string][] {
  return Object.entries(shapes).map(([name, shape]) => {
    const folder = join(home, 'folders', name)
    if (!existsSync(folder)) writeFolder(folder, shape)
    return [name, folder]
  })
}

async function compare(name: string, folder: string, { runs, limit, peers, only }: Options): Promise<Row[]> {
  const tools = toolsFor(folder, peers, cli).filter(
    (tool) => tool.name === 'rumdl' || !only || only.includes(tool.name),
  )
  const rounds = new Map<Tool, (Run | undefined)[]>(tools.map((tool) => [tool, []]))
  rmSync(join(peers, 'footlint-cache'), { force: true, recursive: true })
  for (let round = 0; round <= runs; round++) {
    for (const [tool, done] of rounds) {
      // Who needs too long for one round is not asked again.
      const last = done.at(-1)
      if (round > 0 && last === undefined) continue
      const result = await run(tool, peers, limit)
      // The first round warms up what keeps results.
      if (round === 0) done[0] = result
      else done.push(result)
    }
  }
  const base = [...rounds.values()][0]!
  return tools.map((tool): Row => {
    const done = rounds.get(tool)!.slice(1)
    const known = done.flatMap((one) => one ?? [])
    return {
      tool: tool.name,
      folder: name,
      ratio:
        known.length > 0
          ? median(done.flatMap((one, index) => (one ? one.seconds / base[index + 1]!.seconds : [])))
          : undefined,
      seconds: known.length > 0 ? median(known.map(({ seconds }) => seconds)) : undefined,
      peak: Math.max(0, ...known.map(({ peak }) => peak)),
    }
  })
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

function cellOf(row: Row | undefined): string {
  if (!row) return '–'
  if (row.ratio === undefined || row.seconds === undefined) return 'too long'
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
