import { chmodSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { book, project } from './book-files.ts'
import { createFolder, run } from './world.ts'
import type { Files } from './world.ts'

const contentsOf = (cwd: string, files: Files) =>
  Object.fromEntries(Object.keys(files).map((path) => [path, readFileSync(join(cwd, path), 'utf8')]))

/** The second chapter has white space before a marker; its notes stand in another file. */
const spaced: Files = {
  ...project({ files: ['one.md', 'two.md', 'notes.md'], scope: 'book' }),
  'one.md': '# One\n\nThe gate.[1] The wall.[2] The quay. [3] The dock.[4]\n',
  'two.md': '# Two\n\nThe tower.[5] The bridge. [6] The yard.[7] The mill.[8]\n',
  'notes.md':
    '# Notes\n\n[1] Fritz.\n\n[2] Adler.\n\n[3] Carl.\n\n[4] Berg.\n\n[5] Emil.\n\n[6] Dora.\n\n[7] Gerd.\n\n[8] Hans.\n',
}
const mended: Files = { ...spaced, 'two.md': String(spaced['two.md']).replace('. [6]', '.[6]') }

describe('--fix in a book', () => {
  test('mends the file that it is asked for', async () => {
    const { cwd, ...outcome } = await run(['--fix', 'two.md'], { files: spaced })
    expect(outcome).toEqual({
      code: 0,
      stdout: expect.any(String),
      stderr: 'footlint: fixed 1 problem in 1 file: marker-spacing 1\n',
    })
    expect(contentsOf(cwd, spaced)).toEqual(mended)
  })

  test('mends all files of a folder', async () => {
    const { cwd, code, stderr } = await run(['--fix', '.'], { files: spaced })
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'footlint: fixed 2 problems in 2 files: marker-spacing 2\n' })
    expect(contentsOf(cwd, spaced)).toEqual({
      ...mended,
      'one.md': String(spaced['one.md']).replace('. [3]', '.[3]'),
    })
  })

  test('is a filter for one file', async () => {
    const argv = ['--fix', '--stdin', '--stdin-filename', 'two.md']
    const { stdout } = await run(argv, { files: spaced, stdin: String(spaced['two.md']) })
    expect(stdout).toBe(mended['two.md'])
  })

  test('shows what it would do', async () => {
    const { cwd, code, stdout } = await run(['--diff', 'two.md'], { files: spaced })
    expect(code).toBe(1)
    expect(stdout).toBe(
      [
        '--- ./two.md',
        '+++ ./two.md',
        '@@ -1,3 +1,3 @@',
        ' # Two',
        ' ',
        '-The tower.[5] The bridge. [6] The yard.[7] The mill.[8]',
        '+The tower.[5] The bridge.[6] The yard.[7] The mill.[8]',
        '',
      ].join('\n'),
    )
    expect(contentsOf(cwd, spaced)).toEqual(spaced)
  })

  test('makes a fix of several files where all of them are named', async () => {
    const { stderr, cwd } = await run(['--fix', '--unsafe-fixes', '.'], { files: book })
    expect(stderr).toContain('marker-order 1')
    expect(contentsOf(cwd, book)).toMatchObject({
      'chapter-1.md': '# One\n\nThe gate was built.[1] Nobody paid.[2] It fell.[3]\n',
      'chapter-2.md': '# Two\n\nThe wall was built.[4] Nobody paid.[5] It fell.[6]\n',
    })
  })

  test('names the files that such a fix needs', async () => {
    const { stderr, cwd } = await run(['--fix', '--unsafe-fixes', 'chapter-2.md'], { files: book })
    expect(stderr).toBe(
      'footlint: fixed 1 problem in 1 file: marker-duplicate 1\n' +
        'footlint: 1 more fix if all of these files of a book are named: chapter-1.md, chapter-2.md, notes.md: marker-order 1\n',
    )
    expect(contentsOf(cwd, book)).toEqual({
      ...book,
      'chapter-2.md': String(book['chapter-2.md']).replace('[7][7]', '[7]'),
    })
    const safe = await run(['--fix', 'chapter-2.md'], { files: book })
    expect(safe.stderr).toContain('footlint: 1 more fix with --unsafe-fixes: marker-order 1\n')
  })

  test('writes nothing where another file of the book cannot be written', async () => {
    const cwd = createFolder(spaced)
    chmodSync(join(cwd, 'one.md'), 0o444)
    const { code, stderr, stdout } = await run(['--fix', '-f', 'unix', '.'], { cwd })
    expect(code).toBe(2)
    expect(stderr).toBe(
      'footlint: one.md: cannot be written: it is read-only; it is as it was; no file of its book is written\n',
    )
    expect(stdout).toContain('two.md:3:27: error')
    expect(contentsOf(cwd, spaced)).toEqual(spaced)
  })

  test('fixes nothing in a book that cannot be read as a whole', async () => {
    const files = { ...spaced, 'one.md': Buffer.from([0xff, 0xfe, 0x41, 0x00]) }
    const { code, stderr, cwd } = await run(['--fix', 'two.md'], { files })
    expect(code).toBe(2)
    expect(stderr).toContain(
      'footlint: note: nothing is fixed in 1 file of a book that cannot be read as a whole: two.md\n',
    )
    expect(readFileSync(join(cwd, 'two.md'), 'utf8')).toBe(spaced['two.md'])
  })
})
