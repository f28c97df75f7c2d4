import { describe, expect, it } from 'vitest'
import { inFolder, layersFor, load, mistake, ruleText, useFolder, write } from './config-folder.ts'

useFolder()

const ids = async () => [...(await load('a.md')).resolve('a.md').settings.knownRules].filter((id) => id.includes('/'))

describe('extends', () => {
  it('names presets, paths and packages; later ones win', async () => {
    write({
      '.footlintrc.yaml': 'extends: [strict, ./base/one.yaml, press, "@press/style/text.json"]',
      'base/one.yaml': 'language: de\nextends: ../two.json',
      'two.json': { extends: [], language: 'fr', format: 'text' },
      'node_modules/press/package.json': { main: 'index.cjs' },
      'node_modules/press/index.cjs': 'module.exports = { extends: [], language: "pt" }',
      'node_modules/@press/style/text.json': { extends: [], format: 'markdown' },
    })
    expect((await load('a.md')).layers.map((layer) => layer.name)).toEqual([
      'preset strict',
      'two.json',
      'base/one.yaml',
      'node_modules/press/index.cjs',
      'node_modules/@press/style/text.json',
      '.footlintrc.yaml',
    ])
    expect((await load('a.md')).resolve('a.md')).toMatchObject({ language: 'pt', format: 'markdown' })
  })

  it('puts recommended beneath all where a file does not say what it extends', async () => {
    write({ '.footlintrc.yaml': 'extends: ./base.yaml', 'base.yaml': 'language: de' })
    expect((await load('a.md')).layers.map((layer) => layer.name)).toEqual([
      'preset recommended',
      'base.yaml',
      '.footlintrc.yaml',
    ])
  })

  it('may name one file twice', async () => {
    write({ '.footlintrc.yaml': 'extends: [./a.yaml, ./b.yaml]', 'a.yaml': 'extends: ./b.yaml', 'b.yaml': '' })
    expect(await layersFor('a.md')).toEqual(['b.yaml', 'a.yaml', 'b.yaml', '.footlintrc.yaml'])
  })

  it('takes patterns of a path from its folder, those of a package from the folder that extends it', async () => {
    const overrides = [{ files: 'docs/*.md', language: 'de' }]
    write({
      'one/.footlintrc.yaml': 'extends: ../shared/base.json',
      'two/.footlintrc.yaml': 'extends: press/base.json',
      'shared/base.json': { overrides },
      'node_modules/press/base.json': { extends: './more.json' },
      'node_modules/press/more.json': { overrides },
    })
    const one = await load('one/a.md')
    expect(one.resolve('one/docs/a.md').language).toBeUndefined()
    expect(one.resolve('shared/docs/a.md').language).toBe('de')
    expect((await load('two/a.md')).resolve('two/docs/a.md').language).toBe('de')
  })

  it.each([
    ['a.yaml: extends: goes round in a circle: a.yaml → a.yaml', { 'a.yaml': 'extends: ./a.yaml' }],
    [
      'deep/b.yaml: extends: goes round in a circle: a.yaml → deep/b.yaml → a.yaml',
      { 'a.yaml': 'extends: [strict, ./deep/b.yaml]', 'deep/b.yaml': 'extends: ../a.yaml' },
    ],
    ['no.yaml: no such file', { 'a.yaml': 'extends: ./no.yaml' }],
    [
      'a.yaml: extends: expected a preset, an installed package or a path that begins with "./", found "recomended", did you mean "recommended"?',
      { 'a.yaml': 'extends: recomended' },
    ],
    [
      'a.yaml: extends[1]: expected a preset, an installed package or a path that begins with "./", found "b.yaml"',
      { 'a.yaml': 'extends: [strict, b.yaml]', 'b.yaml': '' },
    ],
    [
      'a.yaml: extends: the package "press" does not export a default entry (Its package.json needs a "default" condition in "exports")',
      { 'a.yaml': 'extends: press', 'node_modules/press/package.json': { exports: { import: './a.mjs' } } },
    ],
    ['b.yaml: rulse: unknown key, did you mean `rules`?', { 'a.yaml': 'extends: ./b.yaml', 'b.yaml': 'rulse: {}' }],
  ])('%s', async (problem, files) => {
    write(files)
    expect(await mistake('a.md', { configFile: 'a.yaml' })).toBe(problem)
  })
})

describe('plugins', () => {
  it.each([
    ['a plugin', `export default { name: 'press', rules: [${ruleText('dates')}] }`, ['press/dates']],
    ['a plugin in parts', `export const name = 'press'\nexport const rules = [${ruleText('dates')}]`, ['press/dates']],
    ['a rule', `export default ${ruleText('dates')}`, ['house/dates']],
    ['rules', `export default [${ruleText('dates')}, ${ruleText('names')}]`, ['house/dates', 'house/names']],
    [
      'rules with names',
      `export const dates = ${ruleText('dates')}\nexport const other = 5\nexport const names = ${ruleText('names')}`,
      ['house/dates', 'house/names'],
    ],
  ])('are modules that export %s', async (_, text, expected) => {
    write({ '.footlintrc.yaml': 'plugins: [./lint/house.mjs]', 'lint/house.mjs': text })
    expect(await ids()).toEqual(expected)
  })

  it('may be packages, named without what all of them begin with', async () => {
    write({
      '.footlintrc.yaml': 'plugins: [footlint-plugin-house, "@press/footlint-plugin"]\nrules: {house/dates: error}',
      'node_modules/footlint-plugin-house/index.js': `module.exports = ${ruleText('dates')}`,
      'node_modules/@press/footlint-plugin/index.js': `module.exports = [${ruleText('names')}]`,
    })
    expect(await ids()).toEqual(['house/dates', '@press/names'])
    const { rules } = (await load('a.md')).resolve('a.md').settings
    expect(rules.at(-1)).toMatchObject({ severity: 'error', rule: { id: 'house/dates' } })
  })

  it('may be objects in a configuration that is code', async () => {
    write({
      'footlint.config.mjs': `export default { plugins: [{ name: 'own', rules: [${ruleText('dates')}] }], rules: { 'own/dates': 'info' } }`,
    })
    expect(await ids()).toEqual(['own/dates'])
  })

  it('may be named by several configurations', async () => {
    write({
      '.footlintrc.yaml': 'extends: ./base.yaml\nplugins: [./lint/house.mjs]',
      'base.yaml': 'plugins: [./lint/house.mjs]\nrules: {house/dates: off}',
      'lint/house.mjs': `export default ${ruleText('dates')}`,
    })
    expect(await ids()).toEqual(['house/dates'])
  })

  it.each([
    ['no.mjs: no such file', 'plugins: [./no.mjs]', ''],
    [
      'a.yaml: plugins[0]: expected an installed package or a path that begins with "./", found "x.mjs"',
      'plugins: [x.mjs]',
      '',
    ],
    [
      'x.mjs: expected a plugin, a rule or rules made by defineRule with options and check, found none',
      'plugins: [./x.mjs]',
      'export default 5',
    ],
    [
      'x.mjs: expected a plugin, a rule or rules made by defineRule with options and check, found none',
      'plugins: [./x.mjs]',
      'export default { id: "a", check() {} }',
    ],
    ['x.mjs: cannot be loaded: no luck', 'plugins: [./x.mjs]', 'throw new Error("no luck\\n at all")'],
    ['x.mjs: cannot be loaded: no luck', 'plugins: [./x.mjs]', 'throw "no luck"'],
    [
      'a.yaml: rules["house/date"]: unknown rule, did you mean `house/dates`? (`footlint rules` lists all rules)',
      'plugins: [./x.mjs]\nrules: {house/date: off}',
      `export default { name: 'house', rules: [${ruleText('dates')}] }`,
    ],
  ])('%s', async (problem, config, text) => {
    write({ 'a.yaml': config, 'x.mjs': text })
    expect(await mistake('a.md', { configFile: 'a.yaml' })).toBe(problem)
  })

  // The test runner finds footlint everywhere and reads TypeScript in every Node, so that Node's own errors stand in.
  it('that cannot find footlint say what to do', async () => {
    write({
      'a.yaml': 'plugins: [./x.mjs]',
      'x.mjs': `throw new Error("Cannot find package 'footlint' imported from x")`,
    })
    expect(await mistake('a.md', { configFile: 'a.yaml' })).toBe(
      "x.mjs: cannot be loaded: Cannot find package 'footlint' imported from x (Run `npm install --save-dev footlint` beside it)",
    )
  })

  it('and configurations in TypeScript say which Node they need', async () => {
    const error = `throw Object.assign(new TypeError('Unknown file extension ".ts"'), { code: 'ERR_UNKNOWN_FILE_EXTENSION' })`
    write({ 'footlint.config.ts': error, 'x.mjs': error })
    expect(await mistake('a.md')).toBe(
      `footlint.config.ts: Node ${process.versions.node} does not read TypeScript (Use Node 22.18 or later, or write it as .mjs)`,
    )
    expect(await mistake('a.md', { configFile: 'x.mjs' })).toBe('x.mjs: cannot be loaded: Unknown file extension ".ts"')
  })
})

describe('without code', () => {
  const refused = 'runs code, which --no-plugins forbids'
  const hint = '(Use a JSON or YAML configuration without plugins, or leave --no-plugins out)'
  const bomb = 'globalThis.footlintTestRan = true'

  it.each([
    [`footlint.config.mjs: ${refused}`, { 'footlint.config.mjs': bomb }],
    [`.footlintrc.ts: ${refused}`, { '.footlintrc.ts': bomb }],
    [`a.cjs: ${refused}`, { '.footlintrc.yaml': 'extends: ./a.cjs', 'a.cjs': bomb }],
    [`.footlintrc.yaml: plugins[0]: ${refused}`, { '.footlintrc.yaml': 'plugins: [./a.mjs]', 'a.mjs': bomb }],
    [
      `node_modules/press/index.js: ${refused}`,
      { '.footlintrc.yaml': 'extends: press', 'node_modules/press/index.js': bomb },
    ],
  ])('%s', async (problem, files) => {
    write(files)
    expect(await mistake('a.md', { allowCode: false })).toBe(`${problem} ${hint}`)
    expect(globalThis).not.toHaveProperty('footlintTestRan')
  })

  it('data is fine, and nothing else is run', async () => {
    write({
      '.footlintrc.yaml': 'extends: ./a.json',
      'a.json': {},
      '.config/config.cjs': bomb,
      '.config/config.mjs': bomb,
    })
    const cwd = process.cwd()
    try {
      process.chdir(inFolder('.'))
      expect(await layersFor('a.md', { allowCode: false })).toEqual(['a.json', '.footlintrc.yaml'])
    } finally {
      process.chdir(cwd)
    }
    expect(globalThis).not.toHaveProperty('footlintTestRan')
  })
})
