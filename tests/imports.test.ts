import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { reporterNames } from '../src/reporters/index.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const files = ['src', 'rules'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .map((file) => posix.join(folder, file.replaceAll('\\', '/'))),
)

interface Import {
  readonly file: string
  /** A file of the project, or a package. */
  readonly target: string
  /** Loads the target at once: neither `import type` nor `import(…)`. */
  readonly isRun: boolean
}

const statement = /^(?:import|export)( type)?\b[^'"]*?\bfrom '([^']+)'|\bimport\('([^']+)'\)/gm

const imports = files.flatMap((file): Import[] =>
  [...readFileSync(join(root, file), 'utf8').matchAll(statement)].map(([, type, now, later]) => {
    const name = (now ?? later)!
    const target = name.startsWith('.') ? posix.join(dirname(file), name) : name
    return { file, target, isRun: type === undefined && later === undefined }
  }),
)

/** A folder of `src` or a file in it: `document`, `finding`, `rules`. */
function partOf(file: string): string {
  const [first, second = ''] = file.split('/')
  return first === 'src' ? second.replace(/\.ts$/, '') : 'rules'
}

const basis = ['lazily', 'source', 'finding', 'edited', 'errors', 'nearest', 'sha256', 'fingerprint', 'version']
const settings = [...basis, 'settings', 'rule']

/** What each part may use. An arrow that is not here would make two parts one. */
const uses: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(basis.map((part) => [part, basis])),
  bibliography: basis,
  document: [...basis, 'identifiers', 'bibliography'],
  identifiers: basis,
  renumber: [...basis, 'document'],
  convert: [...basis, 'document', 'renumber'],
  rule: [...basis, 'document', 'renumber'],
  compare: [...basis, 'document'],
  rules: ['rule'],
  settings: [...basis, 'rule'],
  suppress: [...basis, 'settings', 'document', 'stats', 'bibliography'],
  unreadable: [...basis, 'document'],
  stats: [...basis, 'document'],
  collect: [...basis, 'settings', 'document'],
  lint: [...basis, 'settings', 'document', 'stats', 'suppress', 'unreadable', 'collect'],
  'lint-book': [...basis, 'settings', 'document', 'stats', 'lint', 'collect'],
  fix: [...basis, 'settings', 'document', 'lint', 'lint-book'],
  reporters: basis,
  config: [...settings, 'rules'],
  'value-config': [...settings, 'config'],
  project: [
    ...settings,
    'compare',
    'config',
    'document',
    'bibliography',
    'value-config',
    'stats',
    'collect',
    'lint',
    'lint-book',
    'fix',
    'suppress',
    'reporters',
  ],
  explain: [...basis, 'document'],
  lsp: [
    ...settings,
    'bibliography',
    'config',
    'document',
    'explain',
    'project',
    'lint',
    'lint-book',
    'fix',
    'renumber',
    'convert',
    'suppress',
  ],
  api: [...settings, 'compare', 'config', 'document', 'value-config', 'lint', 'fix'],
  remark: [...basis, 'config', 'api'],
  index: [...basis, 'config', 'api', 'project', 'rule', 'reporters'],
  browser: [...basis, 'config', 'api', 'rule', 'reporters'],
  cli: [
    ...settings,
    'config',
    'document',
    'project',
    'reporters',
    'rules',
    'suppress',
    'unreadable',
    'fix',
    'renumber',
    'convert',
    'explain',
    'lsp',
  ],
}

const isOwn = ({ target }: Import) => /^(src|rules)\//.test(target)
const show = ({ file, target }: Import) => `${file} → ${target}`

describe('imports', () => {
  test('point one way', () => {
    const wrong = imports.filter(isOwn).filter(({ file, target }) => {
      const [from, to] = [partOf(file), partOf(target)]
      return from !== to && !uses[from]?.includes(to)
    })
    expect(wrong.map(show)).toEqual([])
  })

  test('of rules are the rule’s contract and valibot', () => {
    const own = imports.filter(({ file }) => file.startsWith('rules/') && file !== 'rules/index.ts')
    const wrong = own.filter(({ target }) => target !== 'src/rule.ts' && target !== 'valibot')
    expect(wrong.map(show)).toEqual([])
  })

  test('of parsers stand in src/document, apart from the plugin’s type', () => {
    const parsers = imports.filter(({ target }) => /^(unified|remark|mdast|micromark|unist|vfile)/.test(target))
    const wrong = parsers.filter(({ file }) => !file.startsWith('src/document/') && file !== 'src/remark.ts')
    expect(wrong.map(show)).toEqual([])
  })

  test('of the linter, the plugin and the reporters reach nothing of Node', () => {
    const reached = new Set(['src/browser.ts', 'src/remark.ts'])
    for (const file of reached) {
      for (const one of imports.filter((each) => each.file === file && isOwn(each) && each.isRun))
        reached.add(one.target)
    }
    expect(reached.size).toBeGreaterThan(20)
    expect(imports.filter(({ file, target }) => reached.has(file) && target.startsWith('node:')).map(show)).toEqual([])
  })

  test('of Node stand where files are, with their prefix', () => {
    const places = /^src\/(cli\.ts|(cli|lsp|project)\/|config\/(folder|load)\.ts|suppress\/baseline\.ts)/
    const wrong = imports.filter(({ file, target }) => target.startsWith('node:') && !places.test(file))
    expect(wrong.map(show)).toEqual([])
    expect(imports.filter(({ target }) => builtinModules.includes(target)).map(show)).toEqual([])
  })

  test('of what a plain run does not need are made when it is needed', () => {
    const reached = new Set(['src/cli.ts', 'src/cli/process.ts', 'src/cli/check.ts', 'src/reporters/pretty.ts'])
    for (const file of reached) {
      for (const one of imports.filter((each) => each.file === file && each.isRun)) reached.add(one.target)
    }
    const formats = ['html', 'mdx', 'quarto', 'notebook', 'org', 'latex'].map(
      (name) => `src/document/formats/${name}.ts`,
    )
    const reporters = reporterNames.filter((name) => name !== 'pretty').map((name) => `src/reporters/${name}.ts`)
    const books = ['src/lint-book.ts', 'src/document/read-book.ts', 'src/project/books.ts']
    const changes = ['compare/with-changes', 'project/git', 'project/change', 'project/lint-change', 'cli/compare']
    const rare = [
      ...changes.map((name) => `src/${name}.ts`),
      'tinyglobby',
      'src/reporters/all.ts',
      ...reporters,
      'src/value-config.ts',
      ...books,
    ]
    const commands = [
      'help',
      'rules',
      'explain',
      'init',
      'print-config',
      'candidates',
      'baseline',
      'fix',
      'renumber',
      'convert',
      'lsp',
    ].map((name) => `src/cli/${name}.ts`)
    expect([...rare, ...commands, ...formats].filter((one) => reached.has(one))).toEqual([])
    expect(reached).toContain('src/project/visit.ts')
  })
})
