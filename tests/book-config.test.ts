import { describe, expect, test } from 'vitest'
import { book, order, project, twice, unix, unused } from './book-files.ts'
import { run } from './world.ts'

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
