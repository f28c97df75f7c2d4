import { chmodSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { book, project } from './book-files.ts'
import { createFolder, run } from './world.ts'
import type { Files } from './world.ts'

const contentsOf = (cwd: string, files: Files) =>
  Object.fromEntries(Object.keys(files).map((path) => [path, readFileSync(join(cwd, path), 'utf8')]))

/** What is cited twice stays so: that is no matter of numbers. */
const renumbered: Files = {
  ...book,
  'chapter-1.md': '# One\n\nThe gate was built.[1] Nobody paid.[2] It fell.[3]\n',
  'chapter-2.md': '# Two\n\nThe wall was built.[4] Nobody paid.[5] It fell.[6][6]\n',
  'notes.md': '# Notes\n\n[1] Fritz.\n\n[2] Carl.\n\n[3] Berg.\n\n[4] Adler.\n\n[5] Dora.\n\n[6] Gerd.\n\n[7] Emil.\n',
}

const map = [
  'book of 3 files',
  '  chapter-1.md, chapter-2.md, notes.md',
  '    [3] → [2]',
  '    [4] → [3]',
  '    [2] → [4]',
  '    [6] → [5]',
  '    [7] → [6]',
  '    [5] → [7]',
  '',
].join('\n')

const all = 'chapter-1.md, chapter-2.md, notes.md'

describe('footlint renumber on a file of a book', () => {
  test.each(['chapter-1.md', 'notes.md', '.'])('numbers the whole book: %s', async (path) => {
    const { cwd, ...outcome } = await run(['renumber', path], { files: book })
    expect(outcome).toEqual({ code: 0, stdout: `${map}  written: ${all}\n\n3 files renumbered\n`, stderr: '' })
    expect(contentsOf(cwd, book)).toEqual(renumbered)
    expect(readdirSync(cwd).toSorted()).toEqual(Object.keys(book).toSorted())
    const again = await run(['renumber', path], { cwd })
    expect(again).toMatchObject({ code: 0, stdout: '0 files renumbered, nothing to do in 3 files\n' })
  })

  test('shows all files with --dry-run and --diff, and writes none', async () => {
    const dry = await run(['renumber', 'chapter-1.md', '--dry-run'], { files: book })
    expect(dry).toMatchObject({ code: 1, stdout: `${map}  would be written: ${all}\n\n3 files would be renumbered\n` })
    expect(contentsOf(dry.cwd, book)).toEqual(book)
    const diff = await run(['renumber', 'chapter-1.md', '--diff'], { files: book })
    expect(diff.code).toBe(1)
    expect(diff.stdout.match(/^--- .*/gm)).toEqual(['--- ./chapter-1.md', '--- ./chapter-2.md', '--- ./notes.md'])
    expect(diff.stdout).toContain('-The wall was built.[2] Nobody paid.[6] It fell.[7][7]\n+The wall was built.[4]')
    expect(diff.stderr).toContain(map)
    expect(contentsOf(diff.cwd, book)).toEqual(book)
  })

  test('gives the map with paths in JSON', async () => {
    const { stdout } = await run(['renumber', 'chapter-1.md', '--dry-run', '-f', 'json'], { files: book })
    expect(JSON.parse(stdout)).toMatchObject({
      command: 'renumber',
      files: [],
      books: [
        {
          scope: 'book',
          files: [
            { path: 'chapter-1.md', changed: true },
            { path: 'chapter-2.md', changed: true },
            { path: 'notes.md', changed: true },
          ],
          series: [
            {
              notation: 'bracket',
              scope: 1,
              paths: ['chapter-1.md', 'chapter-2.md', 'notes.md'],
              map: [
                { old: '[1]', new: '[1]' },
                { old: '[3]', new: '[2]' },
                { old: '[4]', new: '[3]' },
                { old: '[2]', new: '[4]' },
                { old: '[6]', new: '[5]' },
                { old: '[7]', new: '[6]' },
                { old: '[5]', new: '[7]' },
              ],
            },
          ],
          refusals: [],
        },
      ],
    })
  })

  test('numbers each chapter with its notes where chapters number by themselves', async () => {
    const files = {
      ...project({ files: ['chapter-*.md', 'notes.md'] }),
      'chapter-1.md': '# One\n\nThe gate was built.[2] Nobody paid.[1]\n',
      'chapter-2.md': '# Two\n\nThe wall was built.[1] Nobody paid.[3] It fell.[2]\n',
      'notes.md': '# Notes\n\n## One\n\n1. Fritz.\n2. Adler.\n\n## Two\n\n1. Carl.\n2. Berg.\n3. Emil.\n',
    }
    const { code, stdout, cwd } = await run(['renumber', 'chapter-2.md'], { files })
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: [
        'book of 3 files',
        '  chapter-1.md, notes.md',
        '    [2] → [1]',
        '    [1] → [2]',
        '  chapter-2.md, notes.md',
        '    [3] → [2]',
        '    [2] → [3]',
        `  written: ${all}`,
        '',
        '3 files renumbered',
        '',
      ].join('\n'),
    })
    expect(contentsOf(cwd, files)).toEqual({
      ...files,
      'chapter-1.md': '# One\n\nThe gate was built.[1] Nobody paid.[2]\n',
      'chapter-2.md': '# Two\n\nThe wall was built.[1] Nobody paid.[2] It fell.[3]\n',
      'notes.md': '# Notes\n\n## One\n\n1. Adler.\n2. Fritz.\n\n## Two\n\n1. Carl.\n2. Emil.\n3. Berg.\n',
    })
  })

  test('leaves notes alone that may be those of several chapters', async () => {
    const files = {
      ...project({ files: ['chapter-*.md', 'notes.md'] }),
      'chapter-1.md': '# One\n\nThe gate was built.[^2] Nobody paid.[^1] It fell.[^3]\n',
      'chapter-2.md': '# Two\n\nThe wall was built.[^1] Nobody paid.[^2] It fell.[^3]\n',
      'notes.md':
        '# Notes\n\n## Berlin\n\n[^1]: Fritz.\n\n[^2]: Adler.\n\n[^3]: Gerd.\n\n## Rome\n\n[^1]: Carl.\n\n[^2]: Berg.\n\n[^3]: Dora.\n\n## Paris\n\n[^1]: Emil.\n',
    }
    const { code, stdout, cwd } = await run(['renumber', 'chapter-1.md'], { files })
    expect(code).toBe(1)
    expect(stdout).toContain(
      '  chapter-1.md:3:20  not renumbered: nobody can say where in the book the entry of `[^2]` stands\n',
    )
    expect(contentsOf(cwd, files)).toEqual(files)
  })

  test('leaves each footnote in its file', async () => {
    const files = {
      ...project({ files: ['one.md', 'two.md'], scope: 'book' }),
      'one.md': 'The gate.[^3] The wall.[^1]\n\n[^1]: Fritz.\n\n[^3]: Adler.\n',
      'two.md': '[^2]: Carl.\n\nThe quay.[^2]\n',
    }
    const { code, cwd } = await run(['renumber', 'one.md'], { files })
    expect(code).toBe(0)
    expect(contentsOf(cwd, files)).toEqual({
      ...files,
      'one.md': 'The gate.[^1] The wall.[^2]\n\n[^1]: Adler.\n\n[^2]: Fritz.\n',
      'two.md': '[^3]: Carl.\n\nThe quay.[^3]\n',
    })
  })

  test('says in which file something is refused, and writes none', async () => {
    const files = { ...book, 'notes.md': `${String(book['notes.md'])}\n[2] Another.\n` }
    const { code, stdout, cwd } = await run(['renumber', '.'], { files })
    expect({ code, stdout }).toEqual({
      code: 1,
      stdout:
        'book of 3 files\n' +
        '  notes.md:17:1  not renumbered: `[2]` is defined twice, and nobody can say which of the two is meant\n\n' +
        '0 files renumbered, something refused in 1 file\n',
    })
    expect(contentsOf(cwd, files)).toEqual(files)
  })

  test('keeps line ends and byte order marks', async () => {
    const files = {
      ...book,
      'chapter-1.md': String(book['chapter-1.md']).replaceAll('\n', '\r\n'),
      'notes.md': `\uFEFF${String(book['notes.md'])}`,
    }
    const { code, cwd } = await run(['renumber', '.'], { files })
    expect(code).toBe(0)
    expect(contentsOf(cwd, files)).toEqual({
      ...renumbered,
      'chapter-1.md': String(renumbered['chapter-1.md']).replaceAll('\n', '\r\n'),
      'notes.md': `\uFEFF${String(renumbered['notes.md'])}`,
    })
  })

  test('takes no standard input, which is one file', async () => {
    const argv = ['renumber', '--stdin', '--stdin-filename', 'chapter-1.md']
    const { code, stderr } = await run(argv, { files: book, stdin: 'The gate.[2]\n' })
    expect(code).toBe(2)
    expect(stderr).toContain(
      'footlint: chapter-1.md: is part of a book, of which other files would change too; expected its path instead of --stdin\n',
    )
  })
})

describe('a book of which not every file can be written or read', () => {
  test('with a read-only file is left alone', async () => {
    const cwd = createFolder(book)
    chmodSync(join(cwd, 'notes.md'), 0o444)
    const { code, stderr } = await run(['renumber', 'chapter-1.md'], { cwd })
    expect(code).toBe(2)
    expect(stderr).toBe(
      'footlint: notes.md: cannot be written: it is read-only; it is as it was; no file of its book is written\n',
    )
    expect(contentsOf(cwd, book)).toEqual(book)
    expect(readdirSync(cwd).toSorted()).toEqual(Object.keys(book).toSorted())
  })

  test('with a file that is no text is left alone', async () => {
    const files = { ...book, 'notes.md': Buffer.from([0xff, 0xfe, 0x41, 0x00]) }
    const { code, stderr, cwd } = await run(['renumber', 'chapter-1.md'], { files })
    expect(code).toBe(2)
    expect(stderr).toContain('footlint: notes.md: is UTF-16 text')
    expect(stderr).toContain(
      'footlint: chapter-1.md: is part of a book of which another file cannot be read; no file of it is written\n',
    )
    expect(readFileSync(join(cwd, 'chapter-1.md'), 'utf8')).toBe(book['chapter-1.md'])
  })
})
