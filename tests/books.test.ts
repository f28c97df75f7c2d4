import { chmodSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { lintFiles } from '../src/project/api.ts'
import { book, order, project, twice, unix, unused } from './book-files.ts'
import { createFolder, run } from './world.ts'

describe('a run over a book', () => {
  test('reports what runs across its files', async () => {
    expect(await unix(['.'], book)).toMatchObject({ code: 1, stdout: order + twice + unused, stderr: '' })
  })

  test.each([
    ['chapter-1.md', '', 0],
    ['chapter-2.md', order + twice, 1],
    ['notes.md', unused, 0],
  ])('for %s alone reads the others and reports on it', async (path, stdout, code) => {
    expect(await unix([path], book)).toMatchObject({ code, stdout, stderr: '' })
  })

  test('takes standard input in place of the file that it is called', async () => {
    const argv = ['--stdin', '--stdin-filename', 'chapter-1.md']
    const text = '# One\n\nThe gate was built.[1] Nobody paid.[3] It fell.[4] Who knows.[9]\n'
    const found =
      'chapter-1.md:3:62: error `[9]` has no entry, did you mean `[5]`?; `[5]` is cited nowhere (notes.md:11:1)'
    expect(await unix(argv, book, text)).toMatchObject({ code: 1, stdout: `${found} [marker-undefined]\n`, stderr: '' })
  })

  test('takes standard input for a chapter that is not saved yet', async () => {
    const argv = ['--stdin', '--stdin-filename', 'chapter-3.md']
    expect((await unix(argv, book, 'The tower.[9]\n')).stdout).toBe(
      'chapter-3.md:1:11: error `[9]` has no entry, expected one [marker-undefined]\n',
    )
  })

  test('leaves a file alone that no book names, and one without a book', async () => {
    const files = { ...book, 'other.md': 'A gate.[1] A wall.[2] A bridge.[3] A tower.[5]\n' }
    const alone = { 'other.md': files['other.md'] }
    const { stdout } = await unix(['other.md'], files)
    expect(stdout).toContain('other.md:1:44: error 4 is missing')
    expect((await unix(['other.md'], alone)).stdout).toBe(stdout)
  })

  test('counts in each file what stands there', async () => {
    const { files } = await lintFiles('.', { cwd: createFolder(book) })
    expect(files.map(({ source, stats }) => [source.path, stats])).toEqual([
      [
        'chapter-1.md',
        { markers: 3, entries: 0, series: [{ notation: 'bracket', first: 1, last: 4, markers: 3, entries: 0 }] },
      ],
      [
        'chapter-2.md',
        { markers: 4, entries: 0, series: [{ notation: 'bracket', first: 2, last: 7, markers: 4, entries: 0 }] },
      ],
      [
        'notes.md',
        { markers: 0, entries: 7, series: [{ notation: 'bracket', first: null, last: null, markers: 0, entries: 7 }] },
      ],
    ])
  })

  test('keeps fixes that stay in their file', async () => {
    const { files } = await lintFiles('chapter-2.md', { cwd: createFolder(book) })
    expect(files[0]!.findings.map(({ rule, fix }) => [rule, fix?.edits])).toEqual([
      ['marker-order', undefined],
      ['marker-duplicate', [{ start: 57, end: 60, text: '' }]],
    ])
  })
})

describe('a report on a book', () => {
  test('in JSON gives the path of a place in another file, and the fingerprints of a run over one file', async () => {
    const { stdout } = await run(['-f', 'json', '.'], { files: book })
    const single = await run(['-f', 'json', 'chapter-2.md'], { files: book })
    const findingsIn = (text: string) => {
      const { files } = JSON.parse(text) as { files: { path: string; findings: Record<string, unknown>[] }[] }
      return files.find(({ path }) => path === 'chapter-2.md')!.findings
    }
    expect(findingsIn(single.stdout)).toEqual(findingsIn(stdout))
    const [first, second] = findingsIn(stdout)
    expect(first).toMatchObject({
      start: { line: 3, column: 20, offset: 26 },
      related: [
        { path: 'chapter-1.md', start: { line: 3, column: 48, offset: 54 }, end: { line: 3, column: 51, offset: 57 } },
      ],
    })
    expect((second!['related'] as object[])[0]).not.toHaveProperty('path')
    const schema = readFileSync(fileURLToPath(new URL('../schema/report.json', import.meta.url)), 'utf8')
    expect(schema).toContain('"path": {')
  })

  test('for people shows the line of the other file', async () => {
    const { stdout } = await run(['chapter-2.md'], { files: book })
    expect(stdout).toContain(
      [
        '  3:20  error  `[2]` is first cited after `[4]`, expected numbers in the order of their first citation  marker-order',
        '     3 | The wall was built.[2] Nobody paid.[6] It fell.[7][7]',
        '       |                    ^^^',
        '    chapter-1.md:3:48  `[4]` is cited here',
        '     3 | …gate was built.[1] Nobody paid.[3] It fell.[4]',
        '       |                                             ^^^',
      ].join('\n'),
    )
  })
})

describe('directives and overrides in a book', () => {
  test('are those of each file', async () => {
    const disabled = '<!-- footlint-disable-file marker-order, entry-unused, marker-duplicate -->\n\n'
    const inFirst = { ...book, 'chapter-1.md': `${disabled}${String(book['chapter-1.md'])}` }
    const { stdout } = await unix(['--report-unused-disable-directives-severity', 'off', '.'], inFirst)
    expect(stdout).toBe(order.replace('md:3:48', 'md:5:48') + twice + unused)
    const inSecond = { ...book, 'chapter-2.md': `${disabled}${String(book['chapter-2.md'])}` }
    expect((await unix(['--report-unused-disable-directives-severity', 'off', '.'], inSecond)).stdout).toBe(unused)
  })

  test('that go by lines count the lines of their file', async () => {
    const line =
      '# Two\n\n<!-- footlint-disable-next-line marker-order -- by intent -->\nThe wall was built.[2] It fell.[6][7]\n'
    const { files } = await lintFiles('.', { cwd: createFolder({ ...book, 'chapter-2.md': line }) })
    expect(files.map(({ findings, suppressed }) => [findings.map(({ rule }) => rule), suppressed.length])).toEqual([
      [[], 0],
      [[], 1],
      [['entry-unused'], 0],
    ])
  })

  test('give each file severities of its own', async () => {
    const config = {
      project: { files: ['chapter-*.md', 'notes.md'], scope: 'book' },
      overrides: [
        { files: 'notes.md', rules: { 'entry-unused': 'error' } },
        { files: 'chapter-2.md', rules: { 'marker-order': 'off', 'entry-unused': 'off' } },
      ],
    }
    const { stdout } = await unix(['.'], { ...book, '.footlintrc.json': JSON.stringify(config) })
    expect(stdout).toBe(twice + unused.replace('warning', 'error'))
  })
})

describe('a part that cannot be read', () => {
  const binary = Buffer.from([0xff, 0xfe, 0x41, 0x00])
  const unread =
    'notes.md:1:1: error is UTF-16 text, expected UTF-8; save it as UTF-8, or convert it with iconv [footlint]\n'

  test('is one line, and nothing is said that it might refute', async () => {
    const files = { ...book, 'notes.md': binary, 'chapter-3.md': 'The tower.[8] It fell.[9][9]\n' }
    const outcome = await unix(['chapter-1.md', 'chapter-2.md', 'chapter-3.md'], files)
    expect(outcome).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^footlint: notes\.md: is UTF-16 text.*\n$/),
    })
    expect(outcome.stdout).toBe(
      `${unread}${twice}chapter-3.md:1:26: warning \`[9]\` is cited twice in one place, expected it once [marker-duplicate]\n`,
    )
  })

  test('may be a file that is not there', async () => {
    const { 'notes.md': _, ...files } = book
    const outcome = await unix(['chapter-1.md'], files)
    expect(outcome.code).toBe(2)
    expect(outcome.stdout).toMatch(/^notes\.md:1:1: error cannot be read: there is no such file.*\n$/)
    expect(outcome.stderr).toBe('footlint: notes.md: cannot be read: there is no such file, expected a document\n')
  })

  test.skipIf(process.getuid?.() === 0)('may be one that nobody may read', async () => {
    const cwd = createFolder(book)
    chmodSync(join(cwd, 'notes.md'), 0)
    const { failures } = await lintFiles('chapter-1.md', { cwd })
    expect(failures.map(({ path }) => path)).toEqual(['notes.md'])
  })

  test('says nothing against a chapter that has its entries itself', async () => {
    const chapter = '# Two\n\nThe wall was built.[1] It fell.[2] A clerk wrote.[4]\n\n## References\n\n'
    const files = {
      ...book,
      ...project({ files: ['chapter-*.md', 'notes.md'] }),
      'chapter-1.md': 'The gate.[1] It fell.[2] A clerk wrote it down.[3] Nobody read it.[5]\n',
      'chapter-2.md': `${chapter}[1] Berg.\n\n[2] Adler.\n\n[3] Carl.\n`,
      'notes.md': binary,
    }
    const { code, stdout } = await unix(['.'], files)
    expect(code).toBe(2)
    expect(stdout).toBe(
      unread + 'chapter-2.md:3:50: error `[4]` has no entry, did you mean `[3]`? [marker-undefined]\n',
    )
  })

  test('may be a notebook that is none', async () => {
    const files = {
      ...book,
      ...project({ files: ['chapter-*.md', 'middle.ipynb', 'notes.md'], scope: 'book' }),
      'middle.ipynb': '{ no notebook',
    }
    const { code, stdout } = await unix(['.'], files)
    expect(code).toBe(1)
    expect(stdout).toMatch(/^chapter-2.*marker-duplicate\]\nmiddle\.ipynb:1:3: error .*document-unreadable\]\n$/)
  })
})

describe('the bibliographies of a book', () => {
  const refs = '@book{rowe2001, title = {Docks}}\n@book{marsh1999, title = {Tides}}\n'
  const front = '---\nbibliography: refs.bib\n---\n\n'

  test.each(['book', 'chapter'])('have the keys of all chapters, in scope %s', async (scope) => {
    const files = {
      ...project({ files: ['one.md', 'two.md'], scope }),
      'refs.bib': refs,
      'one.md': `${front}# One\n\nThe gate [@rowe2001; @rowe2002].\n`,
      'two.md': `# Two\n\nThe wall [@marsh1999; @marsh199].\n`,
    }
    expect((await unix(['one.md', 'two.md'], files)).stdout).toBe(
      'one.md:7:22: error `@rowe2002` has no entry, did you mean `@rowe2001`? [marker-undefined]\n' +
        'two.md:3:23: error `@marsh199` has no entry, did you mean `@marsh1999`? [marker-undefined]\n',
    )
  })

  test('are missed where they are named', async () => {
    const files = {
      ...project({ files: ['one.md', 'two.md'], scope: 'book' }),
      'one.md': '# One\n\nThe gate [@rowe2001].\n',
      'two.md': `${front}# Two\n\nThe wall [@marsh1999].\n`,
    }
    expect((await unix(['.'], files)).stdout).toBe(
      'two.md:2:15: warning `refs.bib` cannot be read: there is no such file, expected a bibliography [bibliography-unreadable]\n',
    )
  })
})

test('notations of a book are those of its first file', async () => {
  const config = { project: { files: ['one.md', 'two.md'], scope: 'book' }, notations: { bracket: 'off' } }
  const files = {
    '.footlintrc.json': JSON.stringify(config),
    'one.md': '# One\n\nThe gate.[1] The wall.[2]\n',
    'two.md': '# Two\n\nThe quay.[3] The tower.[5]\n',
  }
  expect((await unix(['.'], files)).stdout).toBe('')
  const { '.footlintrc.json': _, ...rest } = files
  expect((await unix(['two.md'], { ...rest, ...project(config.project) })).stdout).toContain('4 is missing')
})
