import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folder, lost, name, stale } from './baseline-folder.ts'
import { book, order } from './book-files.ts'
import { run, writeFiles } from './world.ts'

describe('where it is', () => {
  test('is the working directory, or above it in the repository', async () => {
    const { cwd, footlint } = folder({ 'docs/a.md': lost('2') })
    mkdirSync(join(cwd, '.git'))
    await footlint('--suppress-all')
    const inDocs = async (...argv: string[]) => run([...argv, '-f', 'unix'], { cwd: join(cwd, 'docs') })
    expect(await inDocs()).toMatchObject({ code: 0, stdout: '' })
    writeFiles(cwd, { 'docs/a.md': 'Gates.\n' })
    expect((await inDocs()).stdout).toBe(
      `../${stale('6:10', 'A finding of `marker-undefined` in `docs/a.md` is recorded and no longer there')}`,
    )
    expect((await inDocs('--prune-suppressions')).stderr).toBe(`footlint: ../${name}: 1 taken out\n`)
    rmSync(join(cwd, '.git'), { recursive: true })
    writeFiles(cwd, { 'docs/a.md': lost('2') })
    expect((await inDocs()).code).toBe(1)
  })

  test('is where the command line says', async () => {
    const { cwd, footlint } = folder({ 'a.md': lost('2'), 'ci/x': '' })
    const place = ['--suppressions-location', 'ci/known.json']
    expect(await footlint('--suppress-all', ...place)).toMatchObject({
      code: 0,
      stderr: 'footlint: ci/known.json: 1 recorded\n',
    })
    const { files } = JSON.parse(readFileSync(join(cwd, 'ci/known.json'), 'utf8')) as { files: object }
    expect(Object.keys(files)).toEqual(['../a.md'])
    expect((await footlint()).code).toBe(1)
    expect((await footlint(...place)).code).toBe(0)
  })
})

describe('a file that is no baseline', () => {
  const print = 'a'.repeat(32)
  test.each([
    ['', '1:1: JSON cannot be read from here on'],
    ['{"version":1,"files":{"a.md":}}', '1:30: JSON cannot be read from here on'],
    ['[]', '1:1: no object, expected a baseline'],
    ['{"files":{}}', '1:1: version none, expected 1'],
    ['{\n  "version": 2,\n  "files": {}\n}', '2:14: version 2, expected 1'],
    ['{"version":"1","files":{}}', '1:13: version "1", expected 1'],
    ['{"version":1}', '1:1: no `files`, expected an object of paths'],
    ['{"version":1,"files":{},"rules":{}}', '1:33: unexpected "rules", expected version and files'],
    ['{"version":1,"files":{"a.md":[]}}', '1:30: no object, expected an object of rules'],
    ['{"version":1,"files":{"a.md":{"r":1}}}', '1:35: no list, expected one of fingerprints'],
    ['{"version":1,"files":{"a.md":{"r":["x"]}}}', '1:37: no fingerprint, expected a string of 32 hexadecimal digits'],
    [
      `{\n  "version": 1,\n  "files": {\n<<<<<<< HEAD\n    "a.md": {"r": ["${print}"]}\n=======\n    "b.md": {"r": ["${print}"]}\n>>>>>>> other\n  }\n}\n`,
      '4:1: a merge conflict, expected JSON without one',
    ],
  ])('%j is refused', async (text, message) => {
    const { cwd, footlint } = folder({ 'a.md': lost('2'), [name]: text })
    const outcome = await footlint()
    expect(outcome).toMatchObject({ code: 2, stdout: '' })
    expect(outcome.stderr.split('\n')).toEqual([`footlint: ${name}:${message}`, expect.stringMatching(/^ {2}\S/), ''])
    await footlint('--suppress-all')
    await footlint('--fix', '--prune-suppressions')
    expect(readFileSync(join(cwd, name), 'utf8')).toBe(text)
  })

  test('stops before anything is fixed', async () => {
    const text = 'Walls.[1] Gates. [2] Docks.[3] Sand.[4]\n\n[1] A.\n\n[2] B.\n\n[3] C.\n\n[4] D.\n'
    const { cwd, footlint } = folder({ 'a.md': text, [name]: '{' })
    expect((await footlint('--fix')).code).toBe(2)
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(text)
  })

  test('a key that a merge left twice counts with all it has', async () => {
    const { footlint, write, baseline } = folder({ 'a.md': `${lost('2')}\nSand.[^3]\n` })
    await footlint('--suppress-all')
    const [one, other] = baseline().match(/"\w{32}"/g)!
    write({
      [name]: `{"version":1,"files":{"a.md":{"marker-undefined":[${one}]},"a.md":{"marker-undefined":[${other}]}}}`,
    })
    expect(await footlint()).toEqual({ code: 0, stdout: '', stderr: '' })
  })

  test('or that cannot be read or written is one line', async () => {
    const { cwd, footlint, write, baseline } = folder({ 'a.md': lost('2') })
    await footlint('--suppress-all')
    const before = baseline()
    chmodSync(join(cwd, name), 0o444)
    write({ 'a.md': lost('3') })
    expect(await footlint('--suppress-all')).toMatchObject({
      code: 2,
      stderr: `footlint: ${name} cannot be written: it is read-only; it is as it was\n`,
    })
    expect(baseline()).toBe(before)
    expect(readdirSync(cwd).toSorted()).toEqual([name, 'a.md'])
    const other = folder({ 'a.md': lost('2'), [`${name}/x`]: '' })
    expect((await other.footlint()).stderr).toMatch(/^footlint: \.footlint-baseline\.json: cannot be read: EISDIR.*\n/)
  })
})

test('files with names of all kinds', async () => {
  const names = [
    '__proto__.md',
    'ü b.md',
    '-x.md',
    'constructor/a.md',
    ...(process.platform === 'win32' ? [] : ['a"\n.md']),
  ]
  const { footlint, baseline } = folder(Object.fromEntries(names.map((one) => [one, lost('2')])))
  await footlint('--suppress-all', '.')
  expect(Object.keys((JSON.parse(baseline()) as { files: object }).files)).toEqual(names.toSorted())
  expect(await footlint('.')).toEqual({ code: 0, stdout: '', stderr: '' })
})

describe('of books and bibliographies', () => {
  test('has what is found in chapters, whichever of them are asked for', async () => {
    const { footlint, write } = folder(book)
    const first = await footlint()
    expect(first.stdout).toContain(order)
    expect((await footlint('chapter-2.md', '--suppress-all')).stderr).toBe(`footlint: ${name}: 1 recorded\n`)
    for (const path of ['chapter-1.md', 'chapter-2.md', '.']) {
      const { code, stdout } = await footlint(path)
      expect([code, stdout.includes('marker-order')]).toEqual([0, false])
    }
    write({ 'chapter-1.md': '# One\n\nThe gate was built.[1]\n' })
    expect((await footlint('chapter-1.md')).stdout).not.toContain('baseline-stale')
    expect((await footlint('chapter-2.md')).stdout).toContain('baseline-stale')
  })

  test('has records, and knows which of them a run can judge', async () => {
    const { footlint, write } = folder({
      '.footlintrc.json': '{"rules":{"entry-unused":"error"}}',
      'a.md': '---\nbibliography: refs.bib\n---\n\nWalls [@adam; @cain; @abel].\n',
      'refs.bib':
        '@book{adam, title = {A}}\n@book{eve, title = {E}}\n@book{adam, title = {B}}\n@book{cain, title = {C}}\n@book{abel, title = {D}}\n',
    })
    expect(await footlint('--suppress-all')).toEqual({ code: 0, stdout: '', stderr: `footlint: ${name}: 2 recorded\n` })
    for (const path of ['.', 'a.md', 'refs.bib', '*.md']) {
      expect(await footlint(path), path).toEqual({ code: 0, stdout: '', stderr: '' })
    }
    expect((await footlint('a.md', '--prune-suppressions')).stderr).toContain('nothing to record or take out')
    write({ 'a.md': '---\nbibliography: refs.bib\n---\n\nWalls [@adam; @cain; @abel; @eve].\n' })
    expect((await footlint()).stdout).toBe(
      stale('9:10', 'A finding of `entry-unused` in `refs.bib` is recorded and no longer there'),
    )
  })
})
