import { parseArgs } from 'node:util'
import { writeGenerated } from '../write.ts'
import { documentsIn, generatedDocuments } from './documents/documents.ts'
import type { Sample } from './documents/documents.ts'
import { createJudge } from './judge.ts'
import { renderTables } from './tables.ts'
import { addTo, createTally } from './tally.ts'

const usage = `Usage: npm run bench:faults -- [<folder>...] [options]

Puts one fault at a time into every clean document of some folders, and into generated ones, and counts how many are
found at the right place by the right rule, and how many bring a second finding along.

  --each <n>         mutants of a kind from one document (default: 6)
  --generated <n>    documents of each family and format to generate (default: 0)
  --seed <n>         for other generated documents (default: 1)
  --list             every mutant that was missed or found twice
  --write            puts the tables into docs/accuracy.md
  --min <share>      exit code 1 where fewer are found
  --max-more <share> exit code 1 where more have a second finding`

const options = {
  each: { type: 'string', default: '6' },
  generated: { type: 'string', default: '0' },
  seed: { type: 'string', default: '1' },
  list: { type: 'boolean', default: false },
  write: { type: 'boolean', default: false },
  min: { type: 'string', default: '0' },
  'max-more': { type: 'string', default: '1' },
} as const

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options })
  if (positionals.length === 0 && values.generated === '0') {
    console.error(usage)
    return 2
  }
  const judge = await createJudge()
  const tally = createTally()
  for (const sample of samples(positionals, Number(values.generated), Number(values.seed))) {
    const verdicts = judge(sample, Number(values.each))
    addTo(tally, sample, verdicts)
    if (!values.list) continue
    if (!verdicts && sample.origin.startsWith('generated')) console.log(`${sample.path} is not clean`)
    for (const { complaint } of verdicts ?? []) if (complaint !== undefined) console.log(complaint)
  }
  const tables = renderTables(tally)
  console.log(tables)
  if (values.write) writeGenerated('docs/accuracy.md', 'faults', tables)
  const { mutants, found, more } = tally.total
  const isGood = found >= mutants * Number(values.min) && more <= mutants * Number(values['max-more'])
  return mutants > 0 && isGood ? 0 : 1
}

function* samples(folders: readonly string[], generated: number, seed: number): Generator<Sample> {
  for (const folder of folders) yield* documentsIn(folder, folder.includes('fixtures') ? 'fixtures' : 'corpus')
  yield* generatedDocuments(generated, seed)
}

process.exitCode = await main()
