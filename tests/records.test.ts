import { describe, expect, test } from 'vitest'
import { run } from './world.ts'
import type { Files } from './world.ts'

const refs = `@book{rowe2001,
  title = {Docks},
}
@book{marsh1999, title = {Tides}}
@book{berg, title = {Sand}, crossref = {volume}}
@book{carl, title = {Silt}}
@proceedings{volume, title = {Volume}}
`
const front = (lines: string) => `---\n${lines}\n---\n\n`
const cites = 'One [@rowe2001; @marsh1999], two @berg, three [@carl].\n'

/** What is found in a folder of files, a line each. */
async function linesOf(files: Files, ...argv: readonly string[]): Promise<string[]> {
  const { stdout, stderr } = await run(['-f', 'unix', ...argv], { files })
  return [...stdout.split('\n'), ...stderr.split('\n')].filter((line) => line !== '')
}

describe('records of a bibliography', () => {
  const text = `${front('bibliography: refs.bib')}${cites}`

  test('are judged in their file, once for all documents', async () => {
    const bib = `${refs}@book{rowe2001, title = {Other}}\n@misc{empty,}\n@book{isbn, title = {I}, isbn = {978-0-306-40615-1}}\n`
    const files = { 'a.md': text, 'b.md': text, 'refs.bib': bib }
    const expected = [
      'refs.bib:8:7: error `rowe2001` has an entry already, expected a label of its own [entry-duplicate]',
      'refs.bib:9:7: error `empty` has no text, expected a note or a source [entry-empty]',
      'refs.bib:10:34: warning ISBN `978-0-306-40615-1` has the check digit 1, expected 7 [entry-identifier]',
    ]
    expect(await linesOf(files, 'a.md', 'b.md')).toEqual(expected)
    expect(await linesOf(files, 'refs.bib')).toEqual(expected)
  })

  test('that nobody cites are reported where all documents were seen', async () => {
    const files = { 'a.md': `${front('bibliography: refs.bib')}One [@rowe2001; @marsh1999] @berg.\n`, 'refs.bib': refs }
    const unused = 'refs.bib:6:7: warning `carl` is cited nowhere, expected a marker for it [entry-unused]'
    expect(await linesOf(files)).toEqual([unused])
    expect(await linesOf(files, '.')).toEqual([unused])
    expect(await linesOf(files, 'a.md')).toEqual([])
    expect(await linesOf(files, 'a.md', 'refs.bib')).toEqual([])
    expect(await linesOf(files, '**/*.md')).toEqual([])
  })

  test.each([
    ['another document', { 'b.qmd': 'Thanks [@carl].\n' }],
    ['a caption in code', { 'b.qmd': '```{r}\n#| fig-cap: "After [@carl]."\n1\n```\n' }],
    ['LaTeX that names no bibliography', { 'b.tex': 'One \\cite{carl}.\n' }],
    ['nocite', { 'b.md': front('bibliography: refs.bib\nnocite: "@carl"') }],
    ['nocite of all', { 'b.tex': '\\nocite{*}\n\\bibliography{refs}\n' }],
    ['a mistyped key', { 'b.md': `${front('bibliography: refs.bib')}One [@carlo].\n` }],
  ])('are not where %s cites them', async (_, more) => {
    const files = {
      'a.md': `${front('bibliography: refs.bib')}One [@rowe2001; @marsh1999] @berg.\n`,
      'refs.bib': refs,
      ...more,
    }
    const found = await linesOf(files)
    expect(found.filter((line) => line.includes('entry-unused'))).toEqual([])
  })

  test.each([
    ['a keyword', '@book{kept, title = {K}, keywords = {sea; footlint-keep}}\n', ''],
    ['a comment', '% footlint-disable-next-line entry-unused -- for the next edition\n@book{kept, title = {K}}\n', ''],
    ['an option', '@book{kept, title = {K}}\n', '{"rules": {"entry-unused": ["warning", {"ignore": ["kept"]}]}}'],
  ])('are kept on purpose by %s', async (_, kept, config) => {
    const files = { 'a.md': text, 'refs.bib': refs + kept, ...(config && { '.footlintrc.json': config }) }
    expect(await linesOf(files)).toEqual([])
  })

  test('of a database are not reported unless they are asked for', async () => {
    const files = { 'a.md': `${front('bibliography: refs.bib')}One [@rowe2001].\n`, 'refs.bib': refs }
    expect(await linesOf(files)).toEqual([])
    const config = '{"rules": {"entry-unused": ["warning", {"records": "all"}]}}'
    expect(await linesOf({ ...files, '.footlintrc.json': config })).toEqual([
      'refs.bib:4:7: warning `marsh1999` is cited nowhere, expected a marker for it [entry-unused]',
      'refs.bib:5:7: warning `berg` is cited nowhere, expected a marker for it [entry-unused]',
      'refs.bib:6:7: warning `carl` is cited nowhere, expected a marker for it [entry-unused]',
    ])
  })

  test('that nobody uses, and those outside of what was asked for, are not', async () => {
    const files = { 'docs/a.md': 'No keys.\n', 'docs/refs.bib': refs, 'other/b.md': text }
    expect(await linesOf(files)).toEqual([
      'other/b.md:2:15: warning `refs.bib` cannot be read: there is no such file, expected a bibliography [bibliography-unreadable]',
    ])
    const narrow = {
      'docs/a.md': `${front('bibliography: refs.bib')}One [@rowe2001; @marsh1999] @berg.\n`,
      'docs/refs.bib': refs,
    }
    expect(await linesOf(narrow, 'docs')).toEqual([])
    const configured = { ...narrow, 'docs/.footlintrc.yaml': 'bibliography: refs.bib\n' }
    expect(await linesOf(configured, 'docs')).toEqual([
      'docs/refs.bib:6:7: warning `carl` is cited nowhere, expected a marker for it [entry-unused]',
    ])
  })

  test('in files that are ignored have keys, and are not judged', async () => {
    const files = { 'a.md': text, 'refs.bib': `${refs}@misc{empty,}\n`, '.footlintignore': '*.bib\n' }
    expect(await linesOf(files)).toEqual([])
  })

  test('are a report of their own in JSON', async () => {
    const { stdout } = await run(['-f', 'json', 'b.md'], { files: { 'b.md': text, 'refs.bib': refs } })
    const report = JSON.parse(stdout) as { files: { path: string; stats: { markers: number; entries: number } }[] }
    expect(report.files.map(({ path, stats }) => [path, stats.markers, stats.entries])).toEqual([
      ['b.md', 4, 0],
      ['refs.bib', 0, 5],
    ])
  })
})
