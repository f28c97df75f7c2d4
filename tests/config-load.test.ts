import { describe, expect, it } from 'vitest'
import { commandLineLayer } from '../src/config/command-line.ts'
import { createConfigLoader, loadConfigFor } from '../src/config/load.ts'
import { inFolder, layersFor, load, mistake, useFolder, write } from './config-folder.ts'

useFolder()

const german = { language: 'de' }

describe('a configuration is found', () => {
  it.each([
    ['package.json', { name: 'x', footlint: german }],
    ['.footlintrc', 'language: de\n'],
    ['.footlintrc', '{"language": "de"}'],
    ['.footlintrc.json', german],
    ['.footlintrc.yaml', 'language: de\n'],
    ['.footlintrc.yml', 'language: de\n'],
    ['.footlintrc.js', 'module.exports = { language: "de" }'],
    ['.footlintrc.mjs', 'export default { language: "de" }'],
    ['.footlintrc.cjs', 'module.exports = { language: "de" }'],
    ['.config/footlintrc', 'language: de\n'],
    ['.config/footlintrc.json', german],
    ['.config/footlintrc.yaml', 'language: de\n'],
    ['.config/footlintrc.yml', 'language: de\n'],
    ['.config/footlintrc.mjs', 'export default { language: "de" }'],
    ['footlint.config.js', 'module.exports = { language: "de" }'],
    ['footlint.config.mjs', 'export default { language: "de" }'],
    ['footlint.config.cjs', 'module.exports = { language: "de" }'],
  ])('in %s', async (file, content) => {
    write({ [file]: content })
    const configuration = await load('deep/er/a.md')
    expect(configuration.file).toBe(inFolder(file))
    expect(configuration.resolve('deep/er/a.md').language).toBe('de')
    expect(configuration.layers.map((layer) => layer.name)).toEqual(['preset recommended', file])
  })

  it('in no file: recommended applies', async () => {
    const { file, layers } = await load('deep/a.md')
    expect(file).toBeUndefined()
    expect(layers.map((layer) => layer.name)).toEqual(['preset recommended'])
  })

  it('in the nearest folder, and only there', async () => {
    write({ '.footlintrc.json': german, 'deep/.footlintrc.json': { format: 'text' } })
    const { resolve } = await load('deep/er/a.md')
    expect(resolve('deep/er/a.md')).toMatchObject({ language: undefined, format: 'text' })
    expect(await layersFor('a.md')).toEqual(['.footlintrc.json'])
  })

  it('above the package.json of a package in the repository', async () => {
    write({ '.footlintrc.json': german, 'packages/one/package.json': { name: 'one' } })
    expect(await layersFor('packages/one/docs/a.md')).toEqual(['.footlintrc.json'])
  })

  it('not above the repository', async () => {
    write({ '.footlintrc.json': german, 'inner/.git/HEAD': '' })
    expect(await layersFor('inner/a.md')).toEqual([])
  })

  it('in the first place of a folder', async () => {
    write({ '.footlintrc.yaml': '', '.footlintrc.json': german, 'package.json': {}, 'footlint.config.mjs': 'broken (' })
    expect(await layersFor('a.md')).toEqual(['.footlintrc.json'])
  })

  it('not in a folder of that name, nor in a broken package.json that does not speak of footlint', async () => {
    write({ '.footlintrc/x': '', 'package.json': '{ broken', '.footlintrc.yaml': 'language: de' })
    expect(await layersFor('a.md')).toEqual(['.footlintrc.yaml'])
  })

  it('for a document that does not exist yet, also in a folder that does not', async () => {
    write({ '.footlintrc.json': german })
    expect(await layersFor('nowhere/at/all.md')).toEqual(['.footlintrc.json'])
  })

  it('once for all documents', async () => {
    write({ '.footlintrc.json': german })
    const loader = createConfigLoader({ cwd: inFolder('.') })
    expect(await loader('a.md')).toBe(await loader('deep/b.md'))
  })
})

describe('a configuration that says nothing', () => {
  it.each([
    ['.footlintrc.yaml', ''],
    ['.footlintrc.yaml', '# only a comment\n'],
    ['.footlintrc.yaml', 'rules:\n  # marker-gap: off\n'],
    ['.footlintrc.json', '{}'],
    ['.footlintrc.json', '\uFEFF{}'],
    ['package.json', { footlint: {} }],
  ])('%s: %j counts', async (file, content) => {
    write({ [file]: content })
    expect(await layersFor('a.md')).toEqual([file])
  })
})

describe('options', () => {
  it('name a file for all documents', async () => {
    write({ '.footlintrc.json': german, 'other/house.yaml': 'language: fr\noverrides: [{files: "*", format: text}]' })
    expect((await load('a.md', { configFile: 'other/house.yaml' })).resolve('other/a.md')).toMatchObject({
      language: 'fr',
      format: 'text',
    })
    expect((await load('a.md', { configFile: 'other/house.yaml' })).resolve('a.md').format).toBeUndefined()
  })

  it('leave out every file', async () => {
    write({ '.footlintrc.json': german })
    expect(await layersFor('a.md', { noConfig: true })).toEqual([])
  })

  it('add the command line and switch directives off', async () => {
    const commandLine = commandLineLayer({ unusedDirectives: 'error' })
    const { layers, resolve } = await load('a.md', { commandLine })
    expect(layers.at(-1)).toBe(commandLine)
    expect(resolve('a.md').settings.directives?.unused).toBe('error')
    expect((await load('a.md', { obeyDirectives: false })).resolve('a.md').settings.directives).toBeUndefined()
  })

  it('are the same for a single document', async () => {
    write({ '.footlintrc.json': german })
    expect((await loadConfigFor('a.md', { cwd: inFolder('.') })).file).toBe(inFolder('.footlintrc.json'))
  })
})

describe('patterns', () => {
  it('are relative to the file, or to the folder above .config', async () => {
    const config = { overrides: [{ files: 'docs/*.md', language: 'de' }], ignores: ['/vendor'] }
    write({ 'one/.footlintrc.json': config, 'two/.config/footlintrc.json': config })
    for (const folder of ['one', 'two']) {
      const { resolve, isIgnored } = await load(`${folder}/a.md`)
      expect(resolve(`${folder}/docs/a.md`).language).toBe('de')
      expect(resolve('docs/a.md').language).toBeUndefined()
      expect(resolve(inFolder(`${folder}/docs/a.md`)).language).toBe('de')
      expect(isIgnored(`${folder}/vendor/a.md`)).toBe(true)
      expect(isIgnored('vendor/a.md')).toBe(false)
    }
  })
})

describe('a file that cannot be read', () => {
  it.each([
    ['.footlintrc.json', '{"rules": }', 'line 1, column 11: JSON cannot be read from here on'],
    ['.footlintrc.json', '{\n  "rules": {\n  },\n}\n', 'line 4, column 1: JSON cannot be read from here on'],
    ['.footlintrc.json', '{"language": "de"', 'line 1, column 18: JSON cannot be read from here on'],
    ['.footlintrc.json', '[1, 2}', 'line 1, column 6: JSON cannot be read from here on'],
    ['.footlintrc.json', '{"a": 1} x', 'line 1, column 10: JSON cannot be read from here on'],
    [
      '.footlintrc.json',
      '{"a": [1, -2.5e3, true, null, "\\u00e9\\n"], "b" 1}',
      'line 1, column 48: JSON cannot be read from here on',
    ],
    ['package.json', '{"footlint": {', 'line 1, column 15: JSON cannot be read from here on'],
    [
      '.footlintrc.yaml',
      'rules:\n  a: error\n b: off\n',
      'line 3, column 2: YAML cannot be read: bad indentation of a mapping entry',
    ],
    [
      '.footlintrc',
      'rules: {a: error\n',
      'line 2, column 1: YAML cannot be read: unexpected end of the stream within a flow collection',
    ],
  ])('%s: %j', async (file, content, problem) => {
    write({ [file]: content })
    expect(await mistake('a.md')).toBe(`${file}: ${problem}`)
  })

  it('does not exist', async () => {
    expect(await mistake('a.md', { configFile: 'no.yaml' })).toBe('no.yaml: no such file')
    expect(await mistake('a.md', { configFile: 'no.mjs' })).toBe('no.mjs: no such file')
    expect(await mistake('a.md', { configFile: '../no.json' })).toMatch(/^\/.*\/no\.json: no such file$/)
    expect(await mistake('a.md', { configFile: '.git' })).toBe('.git: cannot be read (EISDIR)')
  })

  it('holds something else', async () => {
    write({ '.footlintrc': 'recommended', 'package.json': { footlint: ['recommended'] } })
    expect(await mistake('a.md', { configFile: '.footlintrc' })).toBe(
      '.footlintrc: expected an object, found "recommended"',
    )
    expect(await mistake('a.md')).toBe('package.json: footlint: expected an object, found ["recommended"]')
  })

  it('has a mistake in it', async () => {
    write({ 'package.json': { footlint: { rules: { 'no-such-rule-at-all': 'off' } } } })
    expect(await mistake('a.md')).toBe(
      'package.json: footlint.rules.no-such-rule-at-all: unknown rule (`footlint rules` lists all rules)',
    )
  })
})
