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

/** What is found in a folder of files, a line each. */
async function linesOf(files: Files, ...argv: readonly string[]): Promise<string[]> {
  const { stdout, stderr } = await run(['-f', 'unix', ...argv], { files })
  return [...stdout.split('\n'), ...stderr.split('\n')].filter((line) => line !== '')
}

describe('a bibliography', () => {
  test('in front matter has the keys of the document', async () => {
    const text = `${front('bibliography: refs.bib')}One [@rowe2001, p. 3; @marsh199].\n`
    expect(await linesOf({ 'a.md': text, 'refs.bib': refs }, 'a.md')).toEqual([
      'a.md:5:23: error `@marsh199` has no entry, did you mean `@marsh1999`? [marker-undefined]',
    ])
  })

  test.each([
    ['beside the document', 'docs/refs.bib', 'refs.bib'],
    ['in the working directory', 'refs.bib', 'refs.bib'],
    ['at the root of a project', 'bib/refs.bib', '/bib/refs.bib'],
    ['in JSON', 'docs/refs.json', 'refs.json'],
    ['in YAML', 'docs/refs.yaml', 'refs.yaml'],
  ])('is found %s', async (_, path, name) => {
    const bib = path.endsWith('.bib')
      ? refs
      : path.endsWith('json')
        ? '[{"id": "rowe2001", "title": "D"}]'
        : '- id: rowe2001\n  title: D\n'
    const text = `${front(`bibliography: ${name}`)}One [@rowe2001] two [@nobody].\n`
    expect(await linesOf({ 'docs/a.md': text, [path]: bib }, 'docs/a.md')).toEqual([
      'docs/a.md:5:21: error `[@nobody]` has no entry, expected one [marker-undefined]',
    ])
  })

  test.each([
    [
      'that is not there',
      'bibliography: [refs.bib, gone.bib]',
      [
        'a.md:2:26: warning `gone.bib` cannot be read: there is no such file, expected a bibliography [bibliography-unreadable]',
      ],
    ],
    ['with an address', 'bibliography: [refs.bib, "https://example.org/refs.bib"]', []],
    ['that R works out', 'bibliography: [refs.bib, "`r f()`"]', []],
    ['of another kind', 'bibliography: [refs.bib, refs.ris]', []],
    ['on another machine', 'bibliography: [refs.bib, /home/tom/refs.bib]', []],
    ['that the document makes', 'bibliography: [refs.bib, made.bib]', []],
    ['that a build makes', 'bibliography: [refs.bib, built/all.bib]', []],
    ['of a page of a site', 'layout: distill\nbibliography: [refs.bib, gone.bib]', []],
  ])('%s leaves keys unchecked', async (_, lines, expected) => {
    const files = {
      'a.md': `${front(lines)}One [@rowe2001] two [@nobody].\n\n    write_bib("made.bib")\n`,
      'refs.bib': refs,
      'refs.ris': 'TY  - BOOK\n',
      '.gitignore': 'built/\n',
    }
    const { code } = await run(['a.md'], { files })
    expect(code).toBe(0)
    expect(await linesOf(files, 'a.md')).toEqual(expected)
  })

  test('with a lost brace leaves keys unchecked, and says so of itself', async () => {
    const bib = '@book{rowe2001,\n  title = {Docks,\n}\n\n@book{marsh1999, title = {Tides}}\n'
    const text = `${front('bibliography: refs.bib')}One [@marsh1999] two [@nobody].\n`
    expect(await linesOf({ 'a.md': text, 'refs.bib': bib }, 'a.md')).toEqual([
      'refs.bib:1:6: error `{` is never closed, expected `}` [entry-malformed]',
    ])
  })

  test('is named by a project of Quarto too', async () => {
    const files = {
      '_quarto.yml': 'project:\n  type: book\nbibliography: refs.bib\n',
      'refs.bib': refs,
      'more.bib': '@book{more, title = {More}}\n',
      'chapters/a.qmd': 'One [@rowe2001] two [@nobody].\n',
      'chapters/b.qmd': `${front('bibliography: ../more.bib')}One [@rowe2001; @more] two [@nobody].\n`,
      'chapters/_part.qmd': 'One [@rowe2001] two [@nobody].\n',
    }
    expect(await linesOf(files, 'chapters')).toEqual([
      'chapters/a.qmd:1:21: error `[@nobody]` has no entry, expected one [marker-undefined]',
      'chapters/b.qmd:5:28: error `[@nobody]` has no entry, expected one [marker-undefined]',
    ])
  })

  test('is named by LaTeX and Org', async () => {
    const files = {
      'refs.bib': refs,
      'a.tex':
        '\\begin{document}\nOne \\cite{rowe2001,nobody}.\n% \\bibliography{none}\n\\bibliography{refs}\n\\end{document}\n',
      'b.tex': '\\addbibresource{refs.bib}\n\\input{more}\nOne \\cite{rowe2001,nobody}.\n',
      'c.org': '#+bibliography: refs.bib\n\nOne [cite:@rowe2001; @nobody].\n',
    }
    expect(await linesOf(files, 'a.tex', 'b.tex', 'c.org')).toEqual([
      'a.tex:2:20: error `nobody` has no entry, expected one [marker-undefined]',
      'c.org:3:23: error `nobody` has no entry, expected one [marker-undefined]',
    ])
  })

  test('is named by the configuration, relative to its file, and by an override', async () => {
    const files = {
      'docs/.footlintrc.yaml':
        'bibliography: bib/refs.bib\noverrides:\n  - files: b.md\n    bibliography: [bib/more.bib]\n',
      'docs/bib/refs.bib': refs,
      'docs/bib/more.bib': '@book{more, title = {More}}\n',
      'docs/a.md': 'One [@rowe2001] two [@more].\n',
      'docs/b.md': 'One [@rowe2001] two [@more].\n',
    }
    expect(await linesOf(files, 'docs/a.md', 'docs/b.md')).toEqual([
      'docs/a.md:1:21: error `[@more]` has no entry, expected one [marker-undefined]',
      'docs/b.md:1:5: error `[@rowe2001]` has no entry, expected one [marker-undefined]',
    ])
  })

  test('that the configuration names and that is not there is a mistake of the configuration', async () => {
    const files = { '.footlintrc.yaml': 'bibliography: gone.bib\n', 'a.md': 'One [@rowe2001].\n' }
    const { code, stderr, stdout } = await run(['a.md'], { files })
    expect(code).toBe(2)
    expect(stdout).not.toContain('gone')
    expect(stderr).toBe(
      'footlint: gone.bib: cannot be read: there is no such file, expected the bibliography that the configuration names\n',
    )
  })
})

describe('a document on standard input', () => {
  test('has its bibliography, which is not reported', async () => {
    const files = { 'docs/refs.bib': `${refs}@misc{empty,}\n` }
    const stdin = `${front('bibliography: refs.bib')}One [@rowe2001] two [@nobody].\n`
    const argv = ['-f', 'unix', '--stdin', '--stdin-filename', 'docs/a.md']
    expect((await run(argv, { files, stdin })).stdout).toBe(
      'docs/a.md:5:21: error `[@nobody]` has no entry, expected one [marker-undefined]\n',
    )
  })
})

describe('footlint explain and --debug candidates', () => {
  const files = {
    'a.md': `${front('bibliography: refs.bib')}One [@rowe2001] two [@nobody] three @tom.\n`,
    'refs.bib': refs,
  }

  test.each([
    [
      'a.md:5:6',
      '[@rowe2001] is a marker (citekey): the bibliography has its key.\n[@rowe2001] points to refs.bib:1: Docks\n',
    ],
    [
      'a.md:5:22',
      '[@nobody] is a marker (citekey): it stands in brackets, and the document has a bibliography.\n[@nobody] points to nothing that footlint knows of.\n',
    ],
    ['a.md:5:37', '@tom is no marker: no bibliography has this key: it may be a handle or a name.\n'],
    ['refs.bib:4:7', 'marsh1999 is the label of an entry: Tides\nNothing in this file cites it.\n'],
  ])('%s', async (place, stdout) => {
    expect(await run(['explain', place], { files })).toMatchObject({ code: 0, stdout, stderr: '' })
  })

  test('say why keys count or not', async () => {
    const { stdout } = await run(['--debug', 'candidates', 'a.md'], { files })
    expect(stdout).toBe(
      'a.md:5:5: [@rowe2001] citekey accepted: the bibliography has its key\n' +
        'a.md:5:21: [@nobody] citekey accepted: it stands in brackets, and the document has a bibliography\n' +
        'a.md:5:37: @tom citekey rejected: no bibliography has this key: it may be a handle or a name\n',
    )
  })
})
