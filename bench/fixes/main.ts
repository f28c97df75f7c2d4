import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Config } from '../../src/config/schema.ts'
import { fixCorpus } from './corpus.ts'
import { writeGenerated } from '../write.ts'
import { tableOf } from './generated.ts'
import { fixInParts } from './parts.ts'
import { rewriteCorpus } from './rewrite.ts'

const usage = `Usage: npm run bench:fixes -- <folder> [options]
       npm run bench:fixes -- --generated <n> [--seed <n>] [--parts <n>] [--journal <file>]
       npm run bench:fixes -- <folder> --rewrite

Fixes every document of a folder in memory, with safe fixes and with all of them, and has a renderer judge of each marker
whether it leads to the same words as before. Exit code 1: one does not, or a second run changes something again.
With --rewrite, renumbers and converts them instead, and counts what is refused and why.
With --generated, does so with that many documents made by chance, and checks all that has to hold of fixes.

  --parts <n>      that many processes share the documents
  --journal <file> what came of each 1000 documents; a run that was stopped goes on behind them, unless the code has changed
  --list           every fix that was refused, with the reason
  --write          puts the table into docs/fixes.md
  --config <file>  a configuration in JSON (default: recommended)`

const options = {
  generated: { type: 'string' },
  seed: { type: 'string', default: '1' },
  parts: { type: 'string', default: '1' },
  journal: { type: 'string' },
  rewrite: { type: 'boolean', default: false },
  list: { type: 'boolean', default: false },
  write: { type: 'boolean', default: false },
  config: { type: 'string' },
} as const

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options })
  const show = (name: string) => (table: string) => {
    console.log(table)
    if (values.write) writeGenerated('docs/fixes.md', name, table)
  }
  if (values.generated !== undefined) {
    const run = {
      count: Number(values.generated),
      seed: Number(values.seed),
      list: values.list,
      journal: values.journal,
    }
    const counts = await fixInParts(run, Number(values.parts))
    show('generated')(tableOf(counts, run.seed))
    return counts.failed > 0 ? 1 : 0
  }
  const [folder] = positionals
  if (folder === undefined) {
    console.error(usage)
    return 2
  }
  if (values.rewrite) return (await rewriteCorpus(folder, values.list, show('rewrites'))) > 0 ? 1 : 0
  const config = values.config === undefined ? {} : (JSON.parse(readFileSync(values.config, 'utf8')) as Config)
  return (await fixCorpus(folder, { config, list: values.list }, show('fixes'))) > 0 ? 1 : 0
}

process.exitCode = await main()
