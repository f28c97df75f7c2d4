import { cpSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { lintFiles } from '../src/index.ts'
import { lost, lostLine, whole } from './git-articles.ts'
import { createRepository } from './git-folder.ts'

describe('--staged', () => {
  test('judges what is in the index, not what is on the disk', async () => {
    const { git, write, check } = createRepository({ 'article.md': whole })
    write({ 'article.md': lost })
    git('add', 'article.md')
    write({ 'article.md': whole.replace('[^1] The', ' [^1] The') })
    expect(await check(['--staged'])).toEqual({ lines: [lostLine], code: 1, stderr: '' })
    git('reset', '--quiet')
    expect(await check(['--staged'])).toEqual({ lines: [], code: 0, stderr: '' })
  })

  test('takes only what is staged, below the paths that are named', async () => {
    const { git, write, check } = createRepository({ 'article.md': whole, 'docs/b.md': whole, 'docs/c.txt': whole })
    write({ 'article.md': lost, 'docs/b.md': lost, 'docs/c.txt': lost, 'docs/new.md': 'New.[^9]\n\n[^1]: One.\n' })
    git('add', 'article.md', 'docs/b.md', 'docs/new.md')
    const paths = async (...args: string[]) =>
      (await check(['--staged', ...args])).lines.map((line) => line.split(':')[0])
    expect(await paths()).toEqual(['article.md', 'docs/b.md', 'docs/new.md'])
    expect(await paths('docs')).toEqual(['docs/b.md', 'docs/new.md'])
    expect(await paths('*.md')).toEqual(['article.md'])
    expect(await paths('docs/b.md', 'docs/c.txt')).toEqual(['docs/b.md'])
    expect((await check(['--staged', 'gone.md'])).stderr).toBe(
      'footlint: gone.md: does not exist, expected a file, a folder or a glob\n',
    )
  })

  test('works from a folder below the root', async () => {
    const { folder, git, write, check } = createRepository({ 'docs/article.md': whole, 'b.md': whole })
    write({ 'docs/article.md': lost, 'b.md': lost })
    git('add', '--all')
    const cwd = join(folder, 'docs')
    expect((await check(['--staged'], { cwd })).lines).toEqual([lostLine])
    expect((await check(['--staged', '..'], { cwd })).lines).toEqual([lostLine.replace('article', '../b'), lostLine])
    expect((await check(['--changed-since', 'main', '..'], { cwd })).lines).toHaveLength(2)
  })

  test('compares a renamed file with what it was, and skips one that is gone', async () => {
    // git finds a file again by its lines.
    const more = '\n\nIt was to reach the coast by the autumn, and the regents were asked for men and beasts.\n'
    const { folder, git, write, check } = createRepository({ 'article.md': whole + more, 'b.md': 'Nothing.\n' })
    git('mv', 'article.md', 'other.md')
    write({ 'other.md': lost + more })
    rmSync(join(folder, 'b.md'))
    git('add', '--all')
    expect((await check(['--staged'])).lines).toEqual([lostLine.replace('article', 'other')])
    expect((await check(['--staged', 'b.md', 'other.md'])).lines).toEqual([lostLine.replace('article', 'other')])
  })

  test('reads a file that is staged and not on the disk any more', async () => {
    const { folder, git, write, check } = createRepository({ 'article.md': whole })
    write({ 'article.md': lost })
    git('add', '--all')
    rmSync(join(folder, 'article.md'))
    expect((await check(['--staged'])).lines).toEqual([lostLine])
  })

  test('takes bibliographies from the index, and the configuration from the disk', async () => {
    const cited = '---\nbibliography: works.bib\n---\n\nThe road was begun in May [@orders1825].\n'
    const { git, write, check } = createRepository({ 'article.md': cited, 'works.bib': '' })
    write({ 'works.bib': '@book{orders1825, title={Orders}}\n', 'article.md': `${cited}\nSo it went on.\n` })
    git('add', '--all')
    write({ 'works.bib': '' })
    expect((await check(['--staged'])).lines).toEqual([])
    git('add', 'works.bib')
    write({ 'works.bib': '@book{orders1825, title={Orders}}\n' })
    const undefinedLine = 'article.md:5:27: error `[@orders1825]` has no entry, expected one [marker-undefined]'
    expect((await check(['--staged'])).lines).toEqual([undefinedLine])
    write({ '.footlintrc.json': '{ "rules": { "marker-undefined": "warning" } }' })
    expect((await check(['--staged'])).lines).toEqual([undefinedLine.replace('error', 'warning')])
  })

  test('reads the other files of a book from the index, and judges them all', async () => {
    const chapter = (number: number) => `# ${number}\n\nA road was begun there.[^${number}]\n`
    const { git, write, check } = createRepository({
      '.footlintrc.json': '{ "project": { "files": ["chapter-*.md", "notes.md"], "scope": "book" } }',
      'chapter-1.md': chapter(1),
      'chapter-2.md': chapter(2),
      'notes.md': '# Notes\n\n[^1]: Orders.\n\n[^2]: Survey.\n',
    })
    write({ 'notes.md': '# Notes\n\n[^1]: Orders.\n' })
    git('add', '--all')
    write({ 'notes.md': '# Notes\n\n[^1]: Orders.\n\n[^2]: Survey.\n', 'chapter-3.md': chapter(3) })
    expect((await check(['--staged'])).lines).toEqual([
      'chapter-2.md:3:24: error `[^2]` has lost its entry, expected one [marker-lost]',
    ])
    write({ 'chapter-1.md': '# 1\n\nA road was begun there.\n' })
    git('reset', '--quiet')
    git('add', 'chapter-1.md')
    expect((await check(['--staged'])).lines).toEqual([
      'chapter-1.md:3:18: error `[^1]` is gone from its place by `there`, expected it as before the edit; `[^1]` is cited nowhere now (notes.md:3:1) [marker-lost]',
    ])
  })

  test('honours the index that a hook is given', async () => {
    const { folder, git, write, check } = createRepository({ 'article.md': whole })
    cpSync(join(folder, '.git/index'), join(folder, '.git/next-index'))
    write({ 'article.md': lost })
    git('add', 'article.md')
    expect((await check(['--staged'])).lines).toEqual([lostLine])
    expect((await check(['--staged'], { env: { GIT_INDEX_FILE: '.git/next-index' } })).lines).toEqual([])
  })

  test('knows no version before the first commit', async () => {
    const { git, write, check } = createRepository()
    write({ 'article.md': lost })
    git('add', '--all')
    expect((await check(['--staged'])).lines).toEqual([
      'article.md:5:1: warning `[^2]` is cited nowhere, expected a marker for it [entry-unused]',
    ])
    expect((await check(['--changed-since', 'main'])).stderr).toMatch(
      /^footlint: --changed-since main: git knows no such commit/,
    )
  })

  test('is not for files that are written, nor with a text from elsewhere', async () => {
    const { check } = createRepository({ 'article.md': whole })
    const stderr = async (...args: string[]) => (await check(args)).stderr.split('\n')[0]
    expect(await stderr('--staged', '--fix')).toBe(
      'footlint: --fix writes files, and --staged is about the index, expected one of them',
    )
    expect(await stderr('--staged', '--changed-since', 'main')).toBe(
      'footlint: --staged and --changed-since exclude each other, expected one of them',
    )
    expect(await stderr('--staged', '-')).toBe(
      'footlint: --staged asks git for documents, expected it without standard input',
    )
    expect(await stderr('--staged', '--suppress-all')).toBe(
      'footlint: --suppress-all and --staged exclude each other, expected one of them',
    )
  })

  test('says of a file with conflicts that it is not merged', async () => {
    const { git, write, check } = createRepository({ 'article.md': whole })
    git('checkout', '--quiet', '-b', 'other')
    write({ 'article.md': whole.replace('May', 'June') })
    git('commit', '--quiet', '--all', '--message', 'June')
    git('checkout', '--quiet', 'main')
    write({ 'article.md': whole.replace('May', 'July') })
    git('commit', '--quiet', '--all', '--message', 'July')
    expect(() => git('merge', 'other')).toThrow()
    expect(await check(['--staged'])).toEqual({
      lines: ['article.md:1:1: error is not merged, expected its conflicts resolved [footlint]'],
      code: 2,
      stderr: 'footlint: article.md: is not merged, expected its conflicts resolved\n',
    })
  })
})

describe('names and kinds of files', () => {
  test('a name may hold anything', async () => {
    const names = ['-w.md', 'a b.md', 'new\nline.md', 'tab\t"q".md', ':(top)x.md', 'ä.md', '日本.md', '*.md']
    const { folder, git, write, check } = createRepository(Object.fromEntries(names.map((name) => [name, whole])))
    const raw = Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0x66, 0xe9]), Buffer.from('.md')])
    writeFileSync(raw, whole)
    git('add', '--all')
    git('commit', '--quiet', '--message', 'raw')
    write(Object.fromEntries(names.map((name) => [name, lost])))
    writeFileSync(raw, lost)
    const since = await check(['--changed-since', 'HEAD'])
    expect(since).toMatchObject({ code: 1, stderr: '' })
    expect(since.lines).toHaveLength(names.length + 1)
    git('add', '--all')
    expect((await check(['--staged'])).lines).toEqual(since.lines)
    expect((await check(['--staged', '--', '-w.md'])).lines).toHaveLength(1)
  })

  test('symbolic links and submodules are left alone, ignored files too', async () => {
    const inner = createRepository({ 'inner.md': whole })
    const { folder, git, write, check } = createRepository({ 'article.md': whole, '.footlintignore': 'skip.md\n' })
    symlinkSync('article.md', join(folder, 'link.md'))
    git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.folder, 'module.md')
    write({ 'skip.md': lost, 'picture.png': 'x' })
    git('add', '--all')
    expect(await check(['--staged'])).toEqual({ lines: [], code: 0, stderr: '' })
    expect(await check(['--staged', 'skip.md'])).toEqual({
      lines: [],
      code: 0,
      stderr: 'footlint: note: skip.md is not checked: .footlintignore (--no-ignore checks it)\n',
    })
  })
})

test('the library takes the same', async () => {
  const { folder, git, write } = createRepository({ 'article.md': whole, 'b.md': `${whole}\nOld.[^7]\n` })
  write({ 'article.md': lost })
  const rules = async (options: object) => {
    const { files } = await lintFiles('.', { cwd: folder, ...options })
    return files.flatMap(({ source, findings }) => findings.map(({ rule }) => `${source.path} ${rule}`))
  }
  expect(await rules({ changedSince: 'main' })).toEqual(['article.md marker-lost'])
  expect(await rules({ staged: true })).toEqual([])
  git('add', '--all')
  expect(await rules({ staged: true })).toEqual(['article.md marker-lost'])
})
