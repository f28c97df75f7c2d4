import { describe, expect, test } from 'vitest'
import { readBibliography } from '../../src/bibliography/bibliography.ts'
import type { Document } from '../../src/document/document.ts'
import { createLibrary } from '../../src/document/library.ts'
import { namedBibliographies } from '../../src/document/named.ts'
import { readerFor } from '../../src/document/formats/index.ts'
import { readDocument } from '../../src/document/read.ts'
import { createSource } from '../../src/source.ts'
import { reasonsOf } from './reading.ts'

const records = `@book{rowe2001, title = {Docks}}
@book{marsh:99, title = {Tides}, ids = {marsh1999, tides}}
@book{Ünal2003/a, title = {Sand}}
@misc{idle, title = {Idle}}
`

/** A text with a bibliography beside it. */
async function readWith(text: string, path = 'a.md', bib = records): Promise<Document> {
  const source = createSource(path, text)
  const volume = await readBibliography(createSource('refs.bib', bib))
  const named = (await namedBibliographies(source)) ?? {
    paths: [],
    isOpen: false,
    isMistake: () => true,
    isShared: false,
    own: [],
    nocite: [],
  }
  const library = createLibrary(named, { bibliographies: [volume], isWhole: true, missing: [] })
  return readDocument(source, await readerFor(source), { library })
}

const verdicts = async (text: string, path?: string) =>
  (await readWith(text, path)).verdicts.map(
    ({ candidate, accepted, reason }) => `${candidate.text} ${accepted ? 'yes' : 'no'}: ${reason}`,
  )

const known = 'the bibliography has its key'
const handle = 'no bibliography has this key: it may be a handle or a name'
const place = 'it refers to a place of the document, such as a figure or a section'

describe('keys with a bibliography', () => {
  test.each([
    ['As told [@rowe2001, p. 33; see -@marsh:99].', [`[@rowe2001, p. 33; see -@marsh:99] yes: ${known}`]],
    ['@rowe2001 says so, and -@tides [p. 3] too.', [`@rowe2001 yes: ${known}`, `-@tides yes: ${known}`]],
    ['It is old [@{Ünal2003/a}; @Ünal2003/a].', [`[@{Ünal2003/a}; @Ünal2003/a] yes: ${known}`]],
    ['See @rowe2001: it ends there. So @rowe2001.', [`@rowe2001 yes: ${known}`, `@rowe2001 yes: ${known}`]],
    ['It is old [@row2001].', ['[@row2001] yes: the bibliography has a key that is nearly the same']],
    ['It is old [@nobody].', ['[@nobody] yes: it stands in brackets, and the document has a bibliography']],
    ['`{cite}`a', []],
    ['It is old {cite:p}`rowe2001,nobody`.', [`{cite:p}\`rowe2001,nobody\` yes: ${known}`]],
    ['It is old {cite:t}`{see}nobody{p. 3}`.', ['{cite:t}`{see}nobody{p. 3}` yes: a role that cites holds it']],
  ])('%s', async (text, expected) => {
    expect(await verdicts(text)).toEqual(expected)
  })

  test.each([
    ['Write to a@rowe2001 or https://example.org/@rowe2001 or <tom@example.org>.', []],
    [
      'Thanks to @tom and [thanks @tom]. @Override is code, `@rowe2001` too.',
      [
        `@tom no: ${handle}`,
        '[thanks @tom] no: no bibliography has this key, and words stand around it: it may be a handle',
        `@Override no: ${handle}`,
      ],
    ],
    [
      'As @rowe2001 says; so does @rowe201. But \\@rowe2001 does not, nor $[@rowe2001]$.',
      [
        `@rowe2001 yes: ${known}`,
        '@rowe201 yes: the bibliography has a key that is nearly the same',
        '[@rowe2001] no: it stands in a formula',
      ],
    ],
    ['Only @rowe201 stands here.', [`@rowe201 no: ${handle}`]],
    [
      'See [@tom](https://example.org) and [@types/node].\n\n[@types/node]: https://example.org',
      ['@tom no: it is a link of its own', '[@types/node] no: it is the text of a link'],
    ],
    [
      'See @fig-dock, [@tbl:ships; @sec-end], [@eq:1] and \\@ref(fig:dock).',
      [`@fig-dock no: ${place}`, `[@tbl:ships; @sec-end] no: ${place}`, `[@eq:1] no: ${place}`],
    ],
    [
      '(@good) An example.\n\nAs (@good) shows, and [@good] too.',
      [`@good no: ${place}`, `@good no: ${place}`, `[@good] no: ${place}`],
    ],
    [
      'A note[^a] and ^[one with @rowe2001 in it].\n\n[^a]: See [@rowe2001].',
      [
        '[^a] yes: a note has this label',
        '^[one with @rowe2001 in it] yes: a note stands in it',
        `@rowe2001 yes: ${known}`,
        `[@rowe2001] yes: ${known}`,
      ],
    ],
  ])('%s', async (text, expected) => {
    expect(await verdicts(text)).toEqual(expected)
  })

  test('of figures in one bracket with keys leave the keys', async () => {
    const { marks } = await readWith('See [@rowe2001; @fig:dock].')
    expect(marks.map(({ markers }) => markers.map(({ text, label }) => [text, label]))).toEqual([
      [['[@rowe2001; @fig:dock]', 'rowe2001']],
    ])
  })

  test('point to their records, by aliases too', async () => {
    const { marks } = await readWith('One [@tides] two [@rowe2001; @nobody].')
    const found = marks.flatMap(({ markers }) =>
      markers.map(({ text, record }) => [text, record?.source.path, record?.record.key]),
    )
    expect(found).toEqual([
      ['[@tides]', 'refs.bib', 'marsh:99'],
      ['@rowe2001', 'refs.bib', 'rowe2001'],
      ['@nobody', undefined, undefined],
    ])
  })

  test('that are unknown are grouped, with the nearest one', async () => {
    const { series } = await readWith('One [@row2001] two [@row2001] three [@Tides] four [@nobody].')
    const lost = series[0]!.undefined.map(({ label, nearest, others }) => [label, nearest, others.length])
    expect(lost).toEqual([
      ['row2001', 'rowe2001', 1],
      ['Tides', 'tides', 0],
      ['nobody', undefined, 0],
    ])
  })

  test('of LaTeX and Org are those of their commands', async () => {
    expect(await verdicts('One \\cite[p.~2]{rowe2001,x} \\excite{words} \\cite{#1} @tom.', 'a.tex')).toEqual([
      `\\cite[p.~2]{rowe2001,x} yes: ${known}`,
      '\\excite{words} no: no key is known, and the command is not',
    ])
    expect(await verdicts('One [cite:@Ünal2003/a p. 3; @x] [@rowe2001].\n', 'a.org')).toEqual([
      `[cite:@Ünal2003/a p. 3; @x] yes: ${known}`,
    ])
  })
})

describe('keys without a bibliography', () => {
  test.each([
    [
      'As told [@rowe2001]. Thanks to @tom.',
      ['[@rowe2001] yes: it stands in brackets, and no link definition has its label', `@tom no: ${handle}`],
    ],
    ['As told [@x].\n\n[@x]: https://example.org', ['[@x] no: it is the text of a link']],
  ])('%s', (text, expected) => {
    expect(reasonsOf(text)).toEqual(expected)
  })
})

describe('notes of formats', () => {
  test('in place are markers and entries', async () => {
    const { entries, marks } = await readWith('One\\footnote{Two words.} two\\footnote{Ibid.}.', 'a.tex')
    expect(marks.map(({ text, notation }) => `${notation} ${text}`)).toEqual([
      'inline-note \\footnote{Two words.}',
      'inline-note \\footnote{Ibid.}',
    ])
    expect(entries.map(({ kind, text, markers }) => [kind, text, markers.length])).toEqual([
      ['inline', 'Two words.', 1],
      ['inline', 'Ibid.', 1],
    ])
  })

  test('with a name are notes that their own bracket cites first', async () => {
    const { entries, marks } = await readWith('One[fn:a: Words.] two[fn:a] three[fn:: Alone.].\n', 'a.org')
    expect(marks.map(({ text, notation }) => `${notation} ${text}`)).toEqual([
      'footnote [fn:a: Words.]',
      'footnote [fn:a]',
      'inline-note [fn:: Alone.]',
    ])
    expect(entries.map(({ kind, text, markers }) => [kind, text, markers.length])).toEqual([
      ['note', 'Words.', 2],
      ['inline', 'Alone.', 1],
    ])
  })

  test('\\bibitem makes an entry of each key', async () => {
    const text =
      'One \\cite{a,c}.\n\n\\begin{thebibliography}{9}\n\\bibitem{a} Adler.\n\n\\bibitem[B(1)]{b} Berg.\n\nMore.\n\\end{thebibliography}\n'
    const source = createSource('a.tex', text)
    const named = await namedBibliographies(source)
    const document = readDocument(source, await readerFor(source), { library: createLibrary(named!) })
    expect(
      document.entries.map(({ kind, family, label, labelText, text: words }) => [
        kind,
        family,
        label,
        labelText,
        words,
      ]),
    ).toEqual([
      ['list', 'citekey', 'a', '\\bibitem{a}', 'Adler.'],
      ['list', 'citekey', 'b', '\\bibitem[B(1)]{b}', 'Berg.'],
    ])
    const [series] = document.series
    expect(series!.undefined.map(({ label }) => label)).toEqual(['c'])
    expect(series!.unused.map(({ label }) => label)).toEqual(['b'])
  })
})
