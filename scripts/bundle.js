// The command in a few files in place of some two hundred: Node starts it in less than half the time.
// The library stays as tsc writes it, for bundlers to choose from. Plain JavaScript, as it is part of the build.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'rolldown'

/**
 * What every run over files needs is one file, and what it takes to look closely at a document is another one: to open many
 * takes longer than to read them.
 */
const parts = {
  run: [
    'src/cli/check.ts',
    'src/cli/report-run.ts',
    'src/project/lint-files.ts',
    'src/reporters/pretty.ts',
    'src/cli/rules.ts',
  ],
  closely: ['src/project/closely.ts'],
}

/** The modules that are loaded with some others. */
function modulesOf(sources, graph) {
  const reached = new Set(sources.map((source) => fileURLToPath(new URL(`../${source}`, import.meta.url))))
  for (const path of reached) for (const id of graph.getModuleInfo(path)?.importedIds ?? []) reached.add(id)
  return reached
}

const groups = Object.entries(parts).map(([name, sources], index) => {
  let modules
  return {
    debugName: name,
    priority: 10 - index,
    name(id, graph) {
      modules ??= modulesOf(sources, graph)
      return modules.has(id) ? name : null
    },
  }
})

/** The parser is asked for what is not read by hand, which in most texts is nothing: then it need not be loaded. */
const parser = {
  name: 'parser-when-needed',
  resolveId: (id, importer) =>
    id === './parse.ts' && importer?.endsWith('/formats/markdown.ts') ? '\0parser-when-needed' : null,
  load: (id) => (id === '\0parser-when-needed' ? parserWhenNeeded : null),
}

const parserWhenNeeded = `import { createRequire } from 'node:module'
let parser
export function parseMarkdown(text) {
  parser ??= createRequire(import.meta.url)('./parser.cjs')
  return parser.parseMarkdown(text)
}`

// Names stay, so that a crash can be reported by the place of it.
const minify = { mangle: false, compress: true, codegen: { removeWhitespace: true } }

await build({
  input: { footlint: 'src/cli.ts', worker: 'src/project/worker.ts' },
  platform: 'node',
  plugins: [parser],
  output: {
    dir: 'dist/bin',
    format: 'esm',
    cleanDir: true,
    minify,
    chunkFileNames: '[name].js',
    codeSplitting: { groups },
  },
})

await build({
  input: { parser: 'src/document/formats/parse.ts' },
  platform: 'node',
  output: { dir: 'dist/bin', format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name].cjs', minify },
})

// Two builds of one version may find different things: results that one has kept are not for the other.
const hash = createHash('sha256')
for (const name of readdirSync('dist/bin').toSorted()) hash.update(name).update(readFileSync(join('dist/bin', name)))
writeFileSync('dist/bin/build.txt', `${hash.digest('base64url').slice(0, 16)}\n`)
