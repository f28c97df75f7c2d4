import { spawnSync } from 'node:child_process'
import { unlinkSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { createRepository, must, recipe, root, temporaryFolder } from './repository.ts'

const isInstalled = spawnSync('pre-commit', ['--version']).status === 0
if (!isInstalled) console.log('skipped: pre-commit is not installed (Debian: apt-get install pre-commit)')

const folder = temporaryFolder('pre-commit')
const clone = join(folder, 'clone')
const home = { PRE_COMMIT_HOME: join(folder, 'home') }
const faulty = 'One.[^1] Two.[^2]\n\n[^1]: Adam\n'
const clean = 'One.[^1]\n\n[^1]: Adam\n'
const spaced = 'One.[^1] Two. [^2] Three.[^3] Four.[^4]\n\n[^1]: A\n\n[^2]: B\n\n[^3]: C\n\n[^4]: D\n'
const passed = { code: 0, output: expect.stringContaining('Passed') as unknown }
const skipped = { code: 0, output: expect.stringContaining('Skipped') as unknown }

/** The recipe of the page, with the commit that is tested in place of a release, and perhaps with another hook. */
function configuration(hook = 'id: footlint'): string {
  const revision = must(clone, ['git', 'rev-parse', 'HEAD']).trim()
  return recipe('docs/hooks.md', '.pre-commit-config.yaml')
    .replace(/repo: .*/, `repo: ${clone}`)
    .replace(/rev: .*/, `rev: ${revision}`)
    .replace('id: footlint', hook)
}

describe.skipIf(!isInstalled)('pre-commit', () => {
  let repository: ReturnType<typeof createRepository>
  const use = (hook?: string) => repository.write({ '.pre-commit-config.yaml': configuration(hook) })

  beforeAll(() => {
    must(folder, ['git', 'clone', '--quiet', '--no-hardlinks', root, clone])
    repository = createRepository(join(folder, 'work'), home)
    use()
    must(repository.folder, ['pre-commit', 'install', '--install-hooks'], home)
  })

  test('refuses a fault in a path with spaces, and says where it is', () => {
    repository.write({ 'a b/ü 1.md': faulty, '--fix.md': clean })
    const { code, output } = repository.commit()
    expect(output).toContain('a b/ü 1.md\n  1:14  error  `[^2]` has no entry, expected one  marker-undefined')
    expect(code).toBe(1)
  })

  test('passes a clean text, a deleted file, a file that is no document, and an empty commit', () => {
    repository.write({ 'a b/ü 1.md': clean })
    expect(repository.commit()).toMatchObject(passed)
    unlinkSync(join(repository.folder, 'a b/ü 1.md'))
    expect(repository.commit()).toMatchObject(skipped)
    repository.write({ 'x.js': 'x[1] [3]\n' })
    expect(repository.commit()).toMatchObject(skipped)
    expect(repository.commit('--allow-empty')).toMatchObject(skipped)
  })

  test('leaves a submodule to its own hook, which refuses', () => {
    const other = createRepository(join(folder, 'other'))
    other.write({ 'a.md': faulty, '.pre-commit-config.yaml': configuration() })
    expect(other.commit().code).toBe(0)
    const add = repository.git(
      '-c',
      'protocol.file.allow=always',
      'submodule',
      '--quiet',
      'add',
      other.folder,
      'sub.md',
    )
    expect(add).toMatchObject({ code: 0 })
    repository.write({ 'b.md': clean })
    expect(repository.commit()).toMatchObject(passed)
    const sub = join(repository.folder, 'sub.md')
    must(sub, ['pre-commit', 'install'], home)
    repository.write({ 'sub.md/a.md': `${faulty}\n` })
    const inSub = ['-C', sub, 'commit', '--all', '--message', 'edit']
    expect(repository.git(...inSub)).toMatchObject({ code: 1, output: expect.stringContaining('1:14') as unknown })
    repository.write({ 'sub.md/a.md': clean })
    expect(repository.git(...inSub)).toMatchObject(passed)
    expect(repository.commit()).toMatchObject({ code: 0 })
    expect(repository.committed('.gitmodules')).toContain('path = sub.md')
  })

  test('fixes with --fix, and refuses once', () => {
    use('{ id: footlint, args: [--fix, --] }')
    repository.write({ 'c.md': spaced })
    const { code, output } = repository.commit()
    expect(output).toContain('files were modified by this hook')
    expect(code).toBe(1)
    expect(repository.read('c.md')).toBe(spaced.replace('Two. [^2]', 'Two.[^2]'))
    expect(repository.commit()).toMatchObject(passed)
    expect(repository.committed('c.md')).toBe(repository.read('c.md'))
  })

  test('of the whole project runs for a bibliography or a baseline alone', () => {
    use('id: footlint-project')
    expect(repository.commit()).toMatchObject(skipped)
    for (const file of [
      { 'refs.bib': '@book{a, title = {A}}\n' },
      { '.footlint-baseline.json': '{ "version": 1, "files": {} }\n' },
    ]) {
      repository.write(file)
      expect(repository.commit().output).toMatch(/footlint \(whole project\)\.+Passed/)
    }
  })
})
