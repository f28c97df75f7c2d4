import { readdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { renderTable } from '../../scripts/generated.ts'
import { writeGenerated } from '../write.ts'
import { compareInParts } from './generated.ts'
import { compareTexts } from './tally.ts'
import type { Tally, Text } from './tally.ts'

const usage = `Usage: npm run bench:readers -- [<folder> …] [--generated <n>] [options]

Reads Markdown in segments and as one whole with the parser, and compares all that comes of it: blocks, notes, definitions, comments,
markers, entries, series, and every range of them. The texts: the examples of CommonMark, each alone and among prose and definitions,
those of other specifications, the Markdown of folders, and documents made by chance to trip the splitter. Exit code 1: one differs.

  --generated <n>  that many documents made by chance
  --seed <n>       which ones (default: 1)
  --parts <n>      that many processes share them
  --spec <file>    a specification whose examples are fenced as those of CommonMark are, such as test/spec.txt and
                   test/extensions.txt of github/cmark-gfm; can be repeated
  --write          puts the table into docs/speed.md`

const options = {
  generated: { type: 'string', default: '0' },
  seed: { type: 'string', default: '1' },
  parts: { type: 'string', default: '1' },
  spec: { type: 'string', multiple: true, default: [] as string[] },
  write: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options })
  if (values.help) {
    console.log(usage)
    return 0
  }
  const run = { count: Number(values.generated), seed: Number(values.seed) }
  const rows: readonly (readonly [string, Tally])[] = [
    ['examples of CommonMark 0.31', compareTexts(examples(commonmark()))],
    ...values.spec.map((file) => [`examples of ${nameOf(file)}`, compareTexts(examples(examplesIn(file)))] as const),
    ...positionals.map((folder) => [`folder ${nameOf(folder)}`, compareTexts(textsIn(folder))] as const),
    ...(run.count > 0
      ? [[`made by chance, seed ${run.seed}`, await compareInParts(run, Number(values.parts))] as const]
      : []),
  ]
  const cells = rows.map(([name, { texts, characters, markers, entries, different }]) => [
    name,
    ...[texts, characters, markers, entries, different].map(String),
  ])
  const table = renderTable(['texts', 'how many', 'characters', 'markers', 'entries', 'different'], cells)
  console.log(table)
  if (values.write) writeGenerated('docs/speed.md', 'readers', table)
  return rows.some(([, { different }]) => different > 0) ? 1 : 0
}

const nameOf = (path: string) => path.split('/').slice(-2).join('/')

/** Each example alone, and where definitions stand elsewhere that it may refer to. */
function* examples(all: readonly string[]): Generator<Text> {
  for (const [index, text] of all.entries()) {
    yield { name: `example ${index + 1}`, text }
    yield {
      name: `example ${index + 1} among others`,
      text: `Before.[^1] [foo] [1]\n\n${text}\n\nBehind.[^1] [bar][foo]\n\n[foo]: /url\n\n[^1]: Note [1].\n\n[1]: /one\n`,
    }
  }
}

const withTabs = (text: string) => text.replaceAll('→', '\t')

function commonmark(): string[] {
  const { tests } = createRequire(import.meta.url)('commonmark-spec') as { tests: { markdown: string }[] }
  return tests.map(({ markdown }) => withTabs(markdown))
}

/** What stands between the fences of an example, up to the dot. */
function examplesIn(file: string): string[] {
  const fences = readFileSync(file, 'utf8').matchAll(/^`{32} example[^\n]*\n(.*?)^\.\n.*?^`{32}$/gms)
  return [...fences].map(([, markdown]) => withTabs(markdown!))
}

/** A parser needs minutes for a larger one. */
const largest = 300_000

function* textsIn(folder: string): Generator<Text> {
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const name = join(folder, path)
    if (/\.(?:md|markdown)$/.test(path) && statSync(name).isFile() && statSync(name).size <= largest)
      yield { name, text: readFileSync(name, 'utf8') }
  }
}

process.exitCode = await main()
