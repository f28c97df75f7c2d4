import { chmodSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { lintFiles } from '../src/project/api.ts'
import { createFolder, run } from './world.ts'
import type { Files } from './world.ts'

const project = (config: object) => ({ '.footlintrc.json': JSON.stringify({ project: config }) })

/** `[2]` comes too late, `[7]` twice, and nobody cites `[5]`. */
const book: Files = {
  ...project({ files: ['chapter-*.md', 'notes.md'], scope: 'book' }),
  'chapter-1.md': '# One\n\nThe gate was built.[1] Nobody paid.[3] It fell.[4]\n',
  'chapter-2.md': '# Two\n\nThe wall was built.[2] Nobody paid.[6] It fell.[7][7]\n',
  'notes.md': '# Notes\n\n[1] Fritz.\n\n[2] Adler.\n\n[3] Carl.\n\n[4] Berg.\n\n[5] Emil.\n\n[6] Dora.\n\n[7] Gerd.\n',
}

const order =
  'chapter-2.md:3:20: error `[2]` is first cited after `[4]`, expected numbers in the order of their first citation; `[4]` is cited here (chapter-1.md:3:48) [marker-order]\n'
const twice = 'chapter-2.md:3:51: warning `[7]` is cited twice in one place, expected it once [marker-duplicate]\n'
const unused = 'notes.md:11:1: warning `[5]` is cited nowhere, expected a marker for it [entry-unused]\n'

const unix = async (argv: readonly string[], files: Files, stdin?: string) => {
  const outcome = await run([...argv, '--format', 'unix'], { files, ...(stdin !== undefined && { stdin }) })
  return { ...outcome, cwd: undefined }
}

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

  test('leaves a file alone that no book names, and one without a book', async () => {
    const files = { ...book, 'other.md': 'A gate.[1] A wall.[2] A bridge.[3] A tower.[5]\n' }
    const alone = { 'other.md': files['other.md']! }
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

  test('is one line, and nothing is said that it might refute', async () => {
    const files = { ...book, 'notes.md': binary, 'chapter-3.md': 'The tower.[8] It fell.[9][9]\n' }
    const outcome = await unix(['chapter-1.md', 'chapter-2.md', 'chapter-3.md'], files)
    expect(outcome).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^footlint: notes\.md: is UTF-16 text.*\n$/),
    })
    expect(outcome.stdout).toBe(
      `${twice}chapter-3.md:1:26: warning \`[9]\` is cited twice in one place, expected it once [marker-duplicate]\n`,
    )
  })

  test('may be a file that is not there', async () => {
    const { 'notes.md': _, ...files } = book
    const outcome = await unix(['chapter-1.md'], files)
    expect(outcome).toMatchObject({ code: 2, stdout: '' })
    expect(outcome.stderr).toBe('footlint: notes.md: cannot be read: there is no such file, expected a document\n')
  })

  test.skipIf(process.getuid?.() === 0)('may be one that nobody may read', async () => {
    const cwd = createFolder(book)
    chmodSync(join(cwd, 'notes.md'), 0)
    const { failures } = await lintFiles('chapter-1.md', { cwd })
    expect(failures.map(({ path }) => path)).toEqual(['notes.md'])
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

describe('the files of a book', () => {
  test('of a pattern are sorted as people count, those of a list stand as they are listed', async () => {
    const text = (number: number) => `The gate was built.[${number}]\n`
    const files = {
      ...project({ files: ['z/preface.md', 'parts/**/*.md', 'a-notes.md'], scope: 'book' }),
      'z/preface.md': text(1),
      'parts/2/chapter-9.md': text(2),
      'parts/2/chapter-10.md': text(3),
      'parts/10/chapter-1.md': text(4),
      'a-notes.md': '# Notes\n\n[1] A.\n\n[2] B.\n\n[3] C.\n\n[4] D.\n',
    }
    expect(await unix(['.'], files)).toMatchObject({ code: 0, stdout: '', stderr: '' })
  })

  test('that a pattern finds are not those that are ignored', async () => {
    const files = { ...book, '.footlintignore': 'chapter-2.md\n', 'chapter-2.md': 'The wall.[5] It fell.[77]\n' }
    const { stdout } = await unix(['.'], files)
    expect(stdout).toContain('notes.md:5:1: warning `[2]` is cited nowhere')
    expect(stdout).not.toContain('77')
  })

  test('are in the first of several books that names them', async () => {
    const note = (label: string) => `# Notes\n\n[1] A ${label}.\n\n[2] Another ${label}.\n`
    const files = {
      ...project([
        { files: ['a/*.md'], scope: 'book' },
        { files: ['**/*.md'], scope: 'book' },
      ]),
      'a/1.md': 'The gate was built.[1] It fell.[2]\n',
      'a/2.md': note('gate'),
      'b/1.md': 'The wall was built.[1] It fell.[2]\n',
      'b/2.md': note('wall'),
    }
    expect((await unix(['a'], files)).stdout).toBe('')
    expect((await unix(['b'], files)).stdout).toBe('')
  })

  test('are relative to the configuration', async () => {
    const inFolder = Object.fromEntries(Object.entries(book).map(([path, text]) => [`book/${path}`, text]))
    const { stdout } = await unix(['.'], inFolder)
    expect(stdout).toBe((order + twice + unused).replaceAll(/(chapter-\d|notes)\.md/g, 'book/$1.md'))
  })
})

describe('a wrong `project`', () => {
  test.each([
    [
      { files: ['chapter-*.md', 'nots*.md'] },
      'project.files[1]: matches no document, expected at least one that is not ignored',
    ],
    [[{ files: 'nots*.md' }], 'project[0].files: matches no document, expected at least one that is not ignored'],
    [{ files: 'a.md', scope: 'section' }, 'project.scope: expected "chapter" or "book", found "section"'],
    [{ file: 'a.md' }, 'project: expected the key "files"'],
    ['a.md', 'project: expected a book { files, scope } or a list of them, found "a.md"'],
  ])('%j', async (value, message) => {
    const files = { ...book, '.footlintrc.json': JSON.stringify({ project: value }) }
    expect(await unix(['chapter-1.md'], files)).toMatchObject({
      code: 2,
      stdout: '',
      stderr: `footlint: .footlintrc.json: ${message}\n`,
    })
  })
})

describe('other commands', () => {
  test('explain follows a marker into another file, and an entry to its markers', async () => {
    const explain = async (place: string) => (await run(['explain', place], { files: book })).stdout
    expect(await explain('chapter-2.md:3:21')).toBe(
      '[2] is a marker (bracket): an entry has its number.\n[2] points to notes.md:5: Adler.\n',
    )
    expect(await explain('notes.md:15:1')).toBe(
      '[7] is the label of an entry: Gerd.\nCited at chapter-2.md:3:48, chapter-2.md:3:51.\n',
    )
    expect(await explain('chapter-2.md:1:1')).toBe('Nothing at this place could be a marker.\n')
  })

  test('--debug candidates prints those of the files that are asked for', async () => {
    const { stdout } = await run(['--debug', 'candidates', 'chapter-1.md'], { files: book })
    expect(stdout).toBe(
      [20, 36, 48]
        .map((column, index) => {
          return `chapter-1.md:3:${column}: [${[1, 3, 4][index]}] bracket accepted: an entry has its number\n`
        })
        .join(''),
    )
  })

  test('--print-config says which books there are', async () => {
    const { stdout } = await run(['--print-config', 'chapter-1.md'], { files: book })
    expect((JSON.parse(stdout) as { project: unknown }).project).toEqual({
      value: { files: ['chapter-*.md', 'notes.md'], scope: 'book' },
      origin: '.footlintrc.json: project',
    })
  })
})

describe('chapters', () => {
  const chapters = { ...book, ...project({ files: ['chapter-*.md', 'notes.md'] }) }

  test('number by themselves where nothing else is said', async () => {
    const files = {
      ...chapters,
      'chapter-1.md': 'The gate.[1] It fell.[2] A clerk wrote.[3]\n',
      'chapter-2.md': 'The wall.[1] It fell.[2] A clerk wrote.[4]\n',
      'notes.md': '# Notes\n\n## One\n\n[1] A.\n\n[2] B.\n\n[3] C.\n\n## Two\n\n[1] D.\n\n[2] E.\n\n[3] F.\n\n[4] G.\n',
    }
    expect((await unix(['.'], files)).stdout).toBe(
      'notes.md:17:1: warning `[3]` is cited nowhere, expected a marker for it [entry-unused]\n',
    )
  })

  test('may have titles with markers, as a file alone may', async () => {
    const files = {
      ...project({ files: ['*.md'], scope: 'book' }),
      '1.md': '# The gate[^1]\n\nIt fell.[^2]\n\n[^1]: Read in May.\n\n[^2]: Adler.\n',
      '2.md': '# The wall[^3]\n\n## Its end[^4]\n\nIt fell.\n\n[^3]: Read in June.\n\n[^4]: Berg.\n',
    }
    expect((await unix(['.'], files)).stdout).toBe(
      '2.md:3:11: warning `[^4]` stands in a heading, expected it in the text [marker-placement]\n',
    )
  })

  test('are each wrapped at a width of their own', async () => {
    const lines = (from: number, words: number) =>
      [0, 1, 2, 3].map((index) => `${'word '.repeat(words)}gate[${from + index}]\n`).join('')
    const files = {
      ...project({ files: ['*.md'], scope: 'book' }),
      '1.md': `${lines(1, 7)}${'word '.repeat(8)}over\n[5] and on.\n`,
      '2.md': `${lines(6, 20)}and on.\n`,
    }
    expect((await unix(['.'], files)).stdout).not.toContain('marker-spacing')
  })

  test('in Org find their notes in another file', async () => {
    const files = {
      ...project({ files: ['one.org', 'notes.org'], scope: 'book' }),
      'one.org': '* One\n\nThe gate was built.[fn:1] It fell.[fn:3]\n',
      'notes.org': '* Footnotes\n\n[fn:1] Adler.\n\n[fn:2] Berg.\n',
    }
    expect((await unix(['.'], files)).stdout).toBe(
      'one.org:3:35: error `[fn:3]` has no entry, did you mean `[fn:2]`?; `[fn:2]` is cited nowhere (notes.org:5:1) [marker-undefined]\n',
    )
  })
})
