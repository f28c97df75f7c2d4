// The command in a few files in place of some two hundred: Node starts it in less than half the time.
// The library stays as tsc writes it, for bundlers to choose from. Plain JavaScript, as it is part of the build.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'rolldown'
import { tableOfDefaults } from './default-options.js'
import { apart, parts } from './bundle-parts.js'
import { importsByLoader } from './imports-by-loader.js'
import { madeLate, madeLateBut } from './made-late.js'

const folder = 'dist/bin'

/** Where some modules are; one that was moved would silently end up elsewhere. */
function pathsOf(sources) {
  const paths = sources.map((source) => fileURLToPath(new URL(`../${source}`, import.meta.url)))
  const lost = paths.find((path) => !existsSync(path))
  if (lost) throw new Error(`${lost} is not there, expected each module of a part`)
  return paths
}

/** The modules that are loaded with some others, without what only those lead to that are left out. */
function modulesOf(sources, graph, leftOut = []) {
  const without = new Set(pathsOf(leftOut))
  const reached = new Set(pathsOf(sources))
  for (const path of reached) {
    const imported = graph.getModuleInfo(path)?.importedIds ?? []
    for (const id of imported) if (!without.has(id)) reached.add(id)
  }
  return reached
}

let often
const groupsApart = Object.entries(apart).map(([name, sources], index) => {
  const others = Object.values(apart).filter((one) => one !== sources)
  let reached
  return {
    debugName: name,
    includeDependenciesRecursively: false,
    priority: 5 - index,
    name(id, graph) {
      often ??= modulesOf([...parts.run, ...parts.closely], graph, Object.values(apart).flat())
      reached ??= modulesOf([...parts.run, ...parts.closely], graph, others.flat())
      return reached.has(id) && !often.has(id) ? name : null
    },
  }
})

const groups = Object.entries(parts).map(([name, sources], index) => {
  let modules
  return {
    debugName: name,
    // What every command needs is nothing that is seldom needed.
    priority: [10, 2, 1][index],
    name(id, graph) {
      modules ??= modulesOf(sources, graph)
      return modules.has(id) || (id.startsWith('\0rolldown') && index === 0) ? name : null
    },
  }
})

/** Functions that few runs call: their part is loaded when one is called. The parser reads what is not read by hand. */
const rare = [
  { file: './parse.ts', by: '/formats/markdown.ts', name: 'parseMarkdown', part: 'parser.js' },
  { file: './renumber.ts', by: '/renumber/fix.ts', name: 'renumber', part: 'renumbering.js' },
]
const whenNeeded = {
  name: 'when-needed',
  resolveId(id, importer) {
    const found = rare.find(({ file, by }) => file === id && importer?.endsWith(by))
    return found ? `\0when-needed:${found.name}` : null
  },
  load(id) {
    const found = rare.find(({ name }) => id === `\0when-needed:${name}`)
    return found ? callOf(found) : null
  },
}

// Its loader gives the bundle `$part`, see src/cli/start/bundle.ts.
const callOf = ({ name, part }) => `let part
export function ${name}(...given) {
  part ??= $part('${part}')
  return part.${name}(...given)
}`

// Names of functions stay, so that a crash can be reported by the place of it.
const mangle = { toplevel: false, keepNames: { function: true, class: true } }
const minify = { mangle, compress: true, codegen: { removeWhitespace: true } }

const output = { dir: folder, format: 'cjs', minify, chunkFileNames: '[name].js' }

await build({
  input: {
    command: 'src/cli/process.ts',
    thread: 'src/project/worker.ts',
    renumbering: 'src/renumber/renumber.ts',
  },
  platform: 'node',
  // What several parts need may stand in the one that is there first.
  preserveEntrySignatures: 'allow-extension',
  plugins: [whenNeeded, tableOfDefaults, madeLate, importsByLoader],
  output: {
    ...output,
    cleanDir: true,
    entryFileNames: '[name].js',
    codeSplitting: { groups: [...groups, ...groupsApart] },
  },
})

// What starts them, what loads them, and the parser are a file each.
const startedByNode = new Set(['footlint.js', 'worker.js'])
const alone = {
  footlint: 'src/cli.ts',
  worker: 'src/cli/start/worker.ts',
  loader: 'src/cli/start/loader.ts',
  parser: 'src/document/formats/parse.ts',
}
for (const [name, source] of Object.entries(alone)) {
  const plugin = startedByNode.has(`${name}.js`) ? madeLateBut(['node:fs', 'node:vm']) : madeLate
  await build({ input: { [name]: source }, platform: 'node', plugins: [plugin], output })
}

/** Characters as escapes, in strings, templates and regular expressions alike. */
function inAscii(code) {
  return code.replace(/\\[^]|[^\0-\x7f]/g, (character) => {
    if (character.length === 1) return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
    if (character > '\\\x7f') throw new Error(`cannot be written as ASCII: ${character}`)
    return character
  })
}

/** A part is a function, so that nothing has to be put around it each time. */
const inFunction = (code) => `(function(exports,require,module,__filename,__dirname,$import,$part,$hold){${code}\n})`

/** To open a file takes longer than to read one of these: what is loaded first brings along what it cannot do without. */
function bringAlong(part, other) {
  const [code, held] = [part, other].map((name) => readFileSync(join(folder, name), 'utf8'))
  writeFileSync(join(folder, part), `$hold("${other}",exports=>{${held}});${code}`)
}
bringAlong('command.js', 'rolldown-runtime.js')
bringAlong('run.js', 'command.js')

/** What a part takes from another one that is there before it is a variable of its own: it is called for every line. */
function bindAtOnce(part, other) {
  const [code, taken] = [part, other].map((name) => readFileSync(join(folder, name), 'utf8'))
  const variable = `require_${other.replace('.js', '')}`
  const isFixed = new Set(Array.from(taken.matchAll(/exports\.([\w$]+)=[\w$]+/g), ([, name]) => name))
  const names = new Set()
  const bound = code.replaceAll(
    new RegExp(String.raw`\(${variable}\?\?=${variable}\$made\(\)\)\.([\w$]+)`, 'g'),
    (reference, name) => (isFixed.has(name) && names.add(name) ? `(${variable}$${name})` : reference),
  )
  if (names.size === 0) throw new Error(`${part} takes nothing from ${other}, expected much that is called often`)
  const bindings = Array.from(names, (name) => `${name}:${variable}$${name}`)
  writeFileSync(join(folder, part), `const{${bindings.join()}}=require("./${other}");${bound}`)
}
bindAtOnce('closely.js', 'run.js')
bindAtOnce('seldom.js', 'run.js')

/** What is loaded first brings along what loads the others: V8 keeps that as it has compiled it, which it does not of what Node starts. */
const loader = inFunction(inAscii(readFileSync(join(folder, 'loader.js'), 'utf8')))
rmSync(join(folder, 'loader.js'))
const loadedFirst = new Set(['command.js', 'run.js', 'thread.js'])

function scriptOf(name, code) {
  if (startedByNode.has(name)) return code
  return loadedFirst.has(name) ? `[${loader},${inFunction(code)}]` : inFunction(code)
}

// Two builds of one version may find different things: results that one has kept are not for the other.
const hash = createHash('sha256')
for (const name of readdirSync(folder).toSorted()) {
  const code = scriptOf(name, inAscii(readFileSync(join(folder, name), 'utf8')))
  writeFileSync(join(folder, name), code)
  hash.update(name).update(code)
}
const id = hash.digest('base64url').slice(0, 16)
writeFileSync(join(folder, 'build.txt'), `${id}\n`)
for (const name of startedByNode) {
  const [before, after, ...more] = readFileSync(join(folder, name), 'utf8').split('$build')
  if (after === undefined || more.length > 0) throw new Error(`${name}: expected \`$build\` once`)
  writeFileSync(join(folder, name), `${before}"${id}"${after}`)
}
writeFileSync(join(folder, 'package.json'), '{ "type": "commonjs" }\n')
