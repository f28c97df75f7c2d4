import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { lost, lostLine, whole } from './git-articles.ts'
import { createRepository, gitIn } from './git-folder.ts'
import { createFolder } from './world.ts'

describe('--changed-since', () => {
  test('judges what a branch, the disk and new files have changed, against where the branch began', async () => {
    const { git, write, check } = createRepository({ 'article.md': whole, 'b.md': whole, 'c.md': whole })
    git('checkout', '--quiet', '-b', 'edit')
    write({ 'article.md': lost })
    git('commit', '--quiet', '--all', '--message', 'edit')
    git('checkout', '--quiet', 'main')
    // What happens on main meanwhile is not the branch's.
    write({ 'c.md': lost })
    git('commit', '--quiet', '--all', '--message', 'other')
    git('checkout', '--quiet', 'edit')
    write({ 'b.md': lost, 'new.md': 'New.[^9]\n\n[^9]: Nine.\n\n[^10]: Ten.\n' })
    expect((await check(['--changed-since', 'main'])).lines).toEqual([
      lostLine,
      lostLine.replace('article', 'b'),
      'new.md:5:1: warning `[^10]` is cited nowhere, expected a marker for it [entry-unused]',
    ])
  })

  test('judges a document as a whole', async () => {
    const { write, check } = createRepository({ 'article.md': `${whole}\nOld.[^7]\n` })
    write({ 'article.md': `${whole}\nOld.[^7]\n\nNew.\n` })
    expect((await check(['--changed-since', 'main'])).lines).toEqual([
      'article.md:7:5: error `[^7]` has no entry, expected one [marker-undefined]',
    ])
  })

  test('brings along the documents of a changed bibliography', async () => {
    const cited = (key: string) => `---\nbibliography: works.bib\n---\n\nThe road was begun in May [@${key}].\n`
    const { folder, git, write, check } = createRepository({
      'docs/a.md': cited('a1'),
      'docs/works.bib': '@book{a1, title={A}}\n\n@book{b1, title={B}}\n',
      'other/b.md': cited('b1'),
      'other/works.bib': '@book{b1, title={B}}\n',
      'unused.md': 'Nothing.\n',
    })
    write({ 'docs/works.bib': '@book{b1, title={B}}\n' })
    const line = 'docs/a.md:5:27: error `[@a1]` has no entry, expected one [marker-undefined]'
    expect((await check(['--changed-since', 'main'])).lines).toEqual([line])
    git('add', '--all')
    expect((await check(['--staged'])).lines).toEqual([line])
    expect((await check(['--staged', 'other'])).lines).toEqual([])
    rmSync(join(folder, 'docs/works.bib'))
    expect((await check(['--changed-since', 'main'])).lines.join('\n')).toContain('docs/a.md')
  })

  test('brings along the documents of a changed configuration', async () => {
    const { folder, write, check } = createRepository({
      'docs/.footlintrc.json': '{ "extends": "./base.json" }',
      'docs/base.json': '{}',
      'docs/a.md': 'New.[^9]\n\n[^1]: One.\n',
      'b.md': 'New.[^9]\n\n[^1]: One.\n',
      'package.json': '{ "version": "1", "footlint": {} }',
    })
    const paths = async () => [
      ...new Set((await check(['--changed-since', 'main'])).lines.map((line) => line.split(':')[0])),
    ]
    expect(await paths()).toEqual([])
    write({ 'docs/base.json': '{ "rules": { "entry-unused": "off" } }' })
    expect(await paths()).toEqual(['docs/a.md'])
    write({ 'docs/base.json': '{}', 'package.json': '{ "version": "2", "footlint": {} }' })
    expect(await paths()).toEqual([])
    write({ 'package.json': '{ "version": "2", "footlint": { "rules": {} } }' })
    expect(await paths()).toEqual(['b.md'])
    rmSync(join(folder, 'docs/.footlintrc.json'))
    expect(await paths()).toEqual(['b.md', 'docs/a.md'])
  })

  test('says in one line what is wrong', async () => {
    const { folder, git, write, check } = createRepository({ 'article.md': whole })
    const said = async (args: string[], cwd = folder) => {
      const { code, lines, stderr } = await check(args, { cwd })
      return [code, lines.length, ...stderr.trimEnd().split('\n')]
    }
    expect(await said(['--changed-since', 'nowhere'])).toEqual([
      2,
      0,
      'footlint: --changed-since nowhere: git knows no such commit, expected a branch, a tag or a commit',
      '  A branch of a remote has to be fetched, and is called `origin/main`',
    ])
    expect(await said(['--changed-since=--output=x'])).toEqual([
      2,
      0,
      'footlint: --changed-since --output=x: git knows no such commit, expected a branch, a tag or a commit',
      '  A branch of a remote has to be fetched, and is called `origin/main`',
    ])
    git('checkout', '--quiet', '--orphan', 'alone')
    git('commit', '--quiet', '--message', 'alone')
    expect(await said(['--changed-since', 'main'])).toEqual([
      2,
      0,
      'footlint: --changed-since main: it has no commit in common with HEAD, expected a merge base',
    ])
    expect(await said(['--staged'], createFolder())).toEqual([
      2,
      0,
      'footlint: this is not a git repository, expected one that tells what has changed',
    ])
    git('checkout', '--quiet', 'main')
    write({ 'article.md': lost })
    git('commit', '--quiet', '--all', '--message', 'second')
    const clone = createFolder()
    gitIn(clone)('clone', '--quiet', '--depth', '1', `file://${folder}`, 'shallow')
    expect(await said(['--changed-since', 'HEAD~1'], join(clone, 'shallow'))).toEqual([
      2,
      0,
      'footlint: --changed-since HEAD~1: git knows no such commit, expected a branch, a tag or a commit',
      '  The clone is shallow: fetch what is missing, with `git fetch --unshallow` or `fetch-depth: 0` of actions/checkout',
    ])
  })
})
