import { describe, expect, test } from 'vitest'
import { bibliographyFormatOf, indexKeys, readBibliography } from '../../src/bibliography/bibliography.ts'
import { plainTex } from '../../src/bibliography/tex.ts'
import { createSource } from '../../src/source.ts'

const read = (path: string, text: string) => readBibliography(createSource(path, text))

describe('a bibliography', () => {
  test('in BibTeX gives entries', async () => {
    const text = `@article{doe, ids = {doe-old, d1}, author = {Jane D\\"oe}, title = {The {Harbour}}, year = 2001,
  doi = {10.1000/a\\_b}, howpublished = {At \\url{http://a.b/c}}, eprint = {2101.00001}, archivePrefix = {arXiv}, crossref = {book}}
@xdata{book, publisher = {P}}
@misc{empty,}
@misc{pub, eprint = {123}, eprinttype = {pubmed}, related = {a, b}}
% @misc{no,}
`
    const { entries, format, problems } = await read('refs.bib', text)
    expect([format, problems]).toEqual(['bibtex', []])
    const [doe, book, empty, pub, no] = entries
    expect(doe!.text).toBe('Jane Döe. 2001. The Harbour')
    expect(doe!.cites).toEqual(['book'])
    expect(pub!.cites).toEqual(['a', 'b'])
    for (const { value, range } of doe!.aliases) expect(text.slice(range.start, range.end)).toBe(value)
    const fields = Object.entries(doe!.fields).map(([name, { value }]) => [name, value])
    expect(Object.fromEntries(fields)).toMatchObject({
      doi: '10.1000/a_b',
      url: 'http://a.b/c',
      arxiv: '2101.00001',
      title: 'The Harbour',
      year: '2001',
    })
    expect(text.slice(doe!.fields.url!.range.start, doe!.fields.url!.range.end)).toBe('http://a.b/c')
    expect(pub!.fields.pmid?.value).toBe('123')
    expect([book, empty, no].map((entry) => [entry!.text, entry!.internal])).toEqual([
      ['P', true],
      ['', false],
      ['', true],
    ])
  })

  test('in CSL gives entries', async () => {
    const item = { id: 'a', title: 'T', PMID: 12, archive: 'arXiv', archive_location: '2101.00001' }
    const json = await read('refs.json', JSON.stringify([item]))
    const yaml = await read(
      'refs.yaml',
      '- id: a\n  title: T\n  PMID: 12\n  archive: arXiv\n  archive_location: "2101.00001"\n',
    )
    for (const { entries, problems } of [json, yaml]) {
      expect(problems).toEqual([])
      expect(entries[0]).toMatchObject({
        key: 'a',
        text: 'T',
        fields: { pmid: { value: '12' }, arxiv: { value: '2101.00001' } },
      })
    }
    expect([json.format, yaml.format]).toEqual(['csl-json', 'csl-yaml'])
  })

  test('of another kind says so', async () => {
    const { format, entries, problems } = await read('refs.ris', 'TY  - JOUR\nAU  - Doe, Jane\nER  -\n')
    expect([format, entries, problems.map(({ kind }) => kind)]).toEqual([undefined, [], ['format']])
  })

  test.each([
    ['refs.BIB', '', 'bibtex'],
    ['refs.yml', '', 'csl-yaml'],
    ['refs', '  [{"id": 1}]', 'csl-json'],
    ['refs.txt', '% words\n @misc{a,}', 'bibtex'],
    ['refs', '---\nreferences:\n- id: a\n', 'csl-yaml'],
    ['refs', '', undefined],
  ])('%s %j is %s', (path, text, format) => {
    expect(bibliographyFormatOf(path, text)).toBe(format)
  })

  test('is looked up by key and alias, case counting', async () => {
    const index = indexKeys([
      await read('a.bib', '@misc{Doe, ids = {old}, title = {first}}'),
      await read('b.bib', '@misc{Doe, title = {second}}@misc{roe,}'),
    ])
    expect(index.find('Doe')?.text).toBe('first')
    expect(index.find('old')?.key).toBe('Doe')
    expect([index.find('doe'), index.hint('doe'), index.hint('ROE'), index.hint('roe'), index.hint('x')]).toEqual([
      undefined,
      'Doe',
      'roe',
      undefined,
      undefined,
    ])
  })
})

test.each([
  ['{\\"O}land and \\"oland, \\c{c}a \\v Skoda \\\'{\\i}', 'Öland and öland, ça Škoda í'],
  ['Stra\\ss{}e \\& {S}{\\o}n~1--2 --- x\\_y', 'Straße & Søn 1–2 — x_y'],
  ['\\emph{A  word}\n in \\LaTeX{}', 'A word in'],
  ['plain', 'plain'],
])('TeX %j reads %j', (tex, words) => {
  expect(plainTex(tex)).toBe(words)
})
