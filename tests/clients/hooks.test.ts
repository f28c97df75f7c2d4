import { mkdirSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { createRepository, must, recipe, temporaryFolder } from './repository.ts'
import type { Repository } from './repository.ts'

const page = 'docs/hooks.md'
const folder = temporaryFolder('hooks')
const tools = join(folder, 'tools')
/** Those that run on Node 20. */
const clients = ['lint-staged@16.3.4', 'husky@9.1.7', 'lefthook@2.2.2']

const faulty = 'One.[^1] Two.[^2]\n\n[^1]: Adam\n'
const clean = 'One.[^1]\n\n[^1]: Adam\n'
const spaced = 'One.[^1] Two. [^2] Three.[^3] Four.[^4]\n\n[^1]: A\n\n[^2]: B\n\n[^3]: C\n\n[^4]: D\n'

function repositoryWith(name: string, files: Readonly<Record<string, string>>): Repository {
  const repository = createRepository(join(folder, name))
  symlinkSync(join(tools, 'node_modules'), join(repository.folder, 'node_modules'))
  repository.write({ '.git/info/exclude': 'node_modules\n', ...files })
  return repository
}

/** How the files of a recipe become a hook. */
const setups: readonly (readonly [string, () => Repository])[] = [
  [
    'lint-staged and husky',
    () => {
      const names = ['.lintstagedrc.json', '.husky/pre-commit']
      const repository = repositoryWith('husky', Object.fromEntries(names.map((name) => [name, recipe(page, name)])))
      must(repository.folder, ['npx', 'husky'])
      return repository
    },
  ],
  [
    'lefthook',
    () => {
      const repository = repositoryWith('lefthook', { 'lefthook.yml': recipe(page, 'lefthook.yml') })
      must(repository.folder, ['npx', 'lefthook', 'install'])
      return repository
    },
  ],
  [
    'core.hooksPath',
    () => {
      const repository = repositoryWith('plain', { '.githooks/pre-commit': recipe(page, '.githooks/pre-commit') })
      repository.git('config', 'core.hooksPath', '.githooks')
      return repository
    },
  ],
]

beforeAll(() => {
  mkdirSync(tools)
  // Without one, npm takes the nearest folder above that holds packages.
  writeFileSync(join(tools, 'package.json'), '{}')
  must(tools, ['npm', 'install', '--no-save', '--ignore-scripts', '--silent', ...clients])
  const modules = join(tools, 'node_modules')
  symlinkSync(join(inject('installed'), 'node_modules/footlint'), join(modules, 'footlint'))
  symlinkSync('../footlint/dist/bin/footlint.js', join(modules, '.bin/footlint'))
})

describe.each(setups)('%s', (name, setUp) => {
  let repository: Repository
  beforeAll(() => {
    repository = setUp()
    expect(repository.commit().code).toBe(0)
  })

  test('refuses a fault, says where it is, and leaves the text alone', () => {
    repository.write({ 'a b/ü 1.md': faulty, '--fix.md': clean, 'x.js': 'x[1] [2]\n' })
    const { code, output } = repository.commit()
    expect(output).toMatch(/a b\/ü 1\.md\n +1:14 {2}error {2}`\[\^2\]` has no entry, expected one {2}marker-undefined/)
    expect(output).not.toContain('x.js')
    expect(code).toBe(1)
    expect(repository.read('a b/ü 1.md')).toBe(faulty)
    expect(repository.git('log', '--oneline').stdout.trim().split('\n')).toHaveLength(1)
  })

  test('passes a clean text', () => {
    repository.write({ 'a b/ü 1.md': clean })
    expect(repository.commit().code).toBe(0)
    expect(repository.committed('--fix.md')).toBe(clean)
  })

  test('passes a file that is gone, one that is no document, and an empty commit', () => {
    unlinkSync(join(repository.folder, 'a b/ü 1.md'))
    expect(repository.commit().code).toBe(0)
    repository.write({ 'x.js': 'x[1] [3]\n' })
    expect(repository.commit().code).toBe(0)
    expect(repository.commit('--allow-empty').code).toBe(0)
    expect(repository.git('log', '--oneline').stdout.trim().split('\n')).toHaveLength(5)
  })

  test.skipIf(name === 'core.hooksPath')('commits what it fixed', () => {
    repository.write({ 'docs/b.md': spaced })
    expect(repository.commit().code).toBe(0)
    expect(repository.committed('docs/b.md')).toBe(spaced.replace('Two. [^2]', 'Two.[^2]'))
    expect(repository.git('status', '--porcelain').stdout).toBe('')
  })

  test.runIf(name === 'core.hooksPath')('judges what is staged', () => {
    repository.write({ 'c.md': faulty })
    repository.git('add', 'c.md')
    repository.write({ 'c.md': clean })
    expect(repository.git('commit', '--message', 'edit')).toMatchObject({
      code: 1,
      output: expect.stringContaining('1:14  error') as unknown,
    })
    repository.git('add', 'c.md')
    repository.write({ 'c.md': faulty })
    expect(repository.git('commit', '--message', 'edit').code).toBe(0)
    expect(repository.git('commit', '--all', '--message', 'edit').code).toBe(1)
  })
})
