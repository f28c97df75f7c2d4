import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { book, project } from './book-files.ts'
import { run } from './world.ts'
import type { Files } from './world.ts'

const contentsOf = (cwd: string, files: Files) =>
  Object.fromEntries(Object.keys(files).map((path) => [path, readFileSync(join(cwd, path), 'utf8')]))

describe('footlint convert on a file of a book', () => {
  test('converts each chapter that numbers by itself, and writes all of them', async () => {
    const files: Files = {
      ...project({ files: ['chapter-*.md'], scope: 'chapter' }),
      'chapter-1.md': '# One\n\nAa.[1] Bb.[2]\n\n## References\n\n[1] Adler.\n\n[2] Berg.\n',
      'chapter-2.md': '# Two\n\nCc.[1] Dd.[2]\n\n## References\n\n[1] Carl.\n\n[2] Dora.\n',
    }
    const { code, stdout, cwd } = await run(['convert', '--to', 'footnote', 'chapter-1.md'], { files })
    expect([code, stdout]).toEqual([
      0,
      'book of 2 files\n  4 markers and 4 entries\n  written: chapter-1.md, chapter-2.md\n\n2 files converted\n',
    ])
    expect(contentsOf(cwd, files)).toEqual({
      ...files,
      'chapter-1.md': '# One\n\nAa.[^1] Bb.[^2]\n\n## References\n\n[^1]: Adler.\n\n[^2]: Berg.\n',
      'chapter-2.md': '# Two\n\nCc.[^1] Dd.[^2]\n\n## References\n\n[^1]: Carl.\n\n[^2]: Dora.\n',
    })
  })

  test('makes no footnotes of entries in another file than their markers', async () => {
    const cited: Files = { ...book, 'chapter-2.md': '# Two\n\nCc.[2] Dd.[5] Ee.[6] Ff.[7]\n' }
    const { code, stdout, cwd } = await run(['convert', '--to', 'footnote', 'chapter-1.md'], { files: cited })
    expect(code).toBe(1)
    expect(stdout).toContain(
      'notes.md:3:1  not converted: `[1]` stands in another file than a marker that cites it, and a footnote has to be in that file',
    )
    expect(contentsOf(cwd, cited)).toEqual(cited)
  })

  test('converts markers of several files with their entries in one of them', async () => {
    const { code, cwd } = await run(['convert', '--to', 'superscript', 'chapter-1.md'], { files: book })
    expect(code).toBe(0)
    expect(contentsOf(cwd, book)).toMatchObject({
      'chapter-1.md': '# One\n\nThe gate was built.¹ Nobody paid.³ It fell.⁴\n',
    })
  })
})
