import { expect, test, vi } from 'vitest'
import { reporterNames } from '../src/reporters/index.ts'
import { ConfigError } from '../src/errors.ts'
import * as api from '../src/index.ts'
import type { Config } from '../src/index.ts'
import { wrong } from './sample-rules.ts'
import { createFolder } from './world.ts'

vi.mock('../rules/index.ts', async () => ({ rules: (await import('./sample-rules.ts')).rules }))

const config: Config = {
  extends: [],
  plugins: [{ name: 'own', rules: [wrong] }],
  rules: { 'own/sample-wrong': 'error' },
}

test('the public names are these and no others', async () => {
  expect(Object.keys(await import('../src/index.ts')).toSorted()).toEqual([
    'applyFixes',
    'defineConfig',
    'defineRule',
    'lint',
    'lintFiles',
    'reporters',
  ])
  expect(Object.keys(await import('../src/remark.ts')).toSorted()).toEqual(['default', 'remarkFootlint'])
  expect(Object.keys(api.reporters)).toEqual(reporterNames)
})

test('lint takes a text', async () => {
  const result = await api.lint('One\nWRONG\n', { config })
  expect(result.findings).toMatchObject([{ rule: 'own/sample-wrong', severity: 'error', range: { start: 4, end: 9 } }])
  expect(result.source.path).toBe('<text>')
  expect(result.suppressed).toEqual([])
  expect((await api.lint('', {})).findings).toEqual([])
  expect((await api.lint('Nothing.')).findings).toEqual([])
})

test('lint takes path, format and language from its options before the configuration', async () => {
  expect((await api.lint('x', { path: 'a.txt' })).source).toMatchObject({ path: 'a.txt', format: 'text' })
  expect((await api.lint('x', { path: 'a.txt', format: 'markdown' })).source.format).toBe('markdown')
  const configured: Config = { ...config, format: 'text', language: 'id' }
  expect((await api.lint('x', { config: configured })).source).toMatchObject({ format: 'text', language: 'id' })
  expect((await api.lint('x', { config: configured, language: 'fr' })).source.language).toBe('fr')
})

test('lint says what is wrong with a configuration', async () => {
  await expect(api.lint('x', { config: { rules: { 'no-such-rule': 'error' } } })).rejects.toThrow(ConfigError)
  await expect(api.lint('x', { config: { plugins: ['./rules.js'] } })).rejects.toThrow(
    'configuration: plugins[0]: expected a plugin itself, found "./rules.js"',
  )
})

test('lint names the rule that broke', async () => {
  const broken = {
    ...wrong,
    check: () => {
      throw new Error('out of ideas')
    },
  }
  const withBroken = { ...config, plugins: [{ name: 'own', rules: [broken] }] }
  await expect(api.lint('x', { config: withBroken })).rejects.toThrow(
    'the rule own/sample-wrong broke: Error: out of ideas',
  )
})

test('lintFiles takes files, folders and globs', async () => {
  const cwd = createFolder({ 'a.md': 'WRONG', 'docs/b.md': 'fine', 'docs/c.md': 'WRONG', 'x.md': Uint8Array.of(0xff) })
  const run = await api.lintFiles(['a.md', 'docs', 'x.md'], { cwd, config })
  expect(run.files.map((file) => [file.source.path, file.findings.length])).toEqual([
    ['a.md', 1],
    ['docs/b.md', 0],
    ['docs/c.md', 1],
  ])
  expect(run.failures).toMatchObject([{ path: 'x.md' }])
  expect(JSON.parse(api.reporters.json(run, { color: false }))).toMatchObject({ summary: { files: 3, errors: 2 } })
  expect((await api.lintFiles('docs/*.md', { cwd, config })).files).toHaveLength(2)
})

test('lintFiles tells of what it leaves out, and how far it is', async () => {
  const cwd = createFolder({ 'a.md': '', 'b.md': '', '.gitignore': 'b.md' })
  const ignored: unknown[] = []
  const progress: unknown[] = []
  const options = { cwd, config, onIgnored: (one: unknown) => ignored.push(one) }
  await api.lintFiles(['a.md', 'b.md'], { ...options, onProgress: (done, total) => progress.push([done, total]) })
  expect(ignored).toEqual([{ path: 'b.md', reason: '.gitignore' }])
  expect(progress).toEqual([[1, 1]])
  expect((await api.lintFiles(['b.md'], { ...options, ignore: false })).files).toHaveLength(1)
})

test('lintFiles finds configurations', async () => {
  const cwd = createFolder({ 'a.md': '', '.footlintrc.json': '{"language": "id"}', 'other.json': '{"language": "fr"}' })
  const languageOf = async (given?: string | false) => {
    const run = await api.lintFiles('a.md', { cwd, config: given })
    return run.files[0]!.source.language
  }
  expect(await languageOf()).toBe('id')
  expect(await languageOf('other.json')).toBe('fr')
  expect(await languageOf(false)).toBeUndefined()
})

test('defineConfig and defineRule are what the examples use', () => {
  expect(api.defineConfig(config)).toBe(config)
  expect(api.defineRule).toBeTypeOf('function')
})

test('applyFixes gives the fixed text, what was fixed and what is left', async () => {
  const text = '\uFEFFOne.[^1] Two. [^2] Three.[^3] Four.[^4]\n\n[^1]: A.\n[^2]: B.\n[^3]: C.\n[^4]: D.\n[^5]: E.\n'
  vi.doUnmock('../rules/index.ts')
  vi.resetModules()
  const { applyFixes } = await import('../src/index.ts')
  const safe = await applyFixes(text)
  expect(safe.text).toBe(text.replace('Two. ', 'Two.'))
  expect(safe.made).toMatchObject([{ rule: 'marker-spacing' }])
  expect(safe.refused).toEqual([])
  expect(safe.result.findings).toMatchObject([{ rule: 'entry-unused' }])
  expect((await applyFixes(text, { unsafe: true })).text).toBe(text.replace('Two. ', 'Two.').replace('[^5]: E.\n', ''))
})
