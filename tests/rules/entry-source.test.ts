import { describe, expect, test } from 'vitest'
import { find, lines } from '../rule-run.ts'

const list = (...entries: readonly string[]) =>
  `A [1-${entries.length}].\n\n## References\n\n${entries.map((entry, index) => `[${index + 1}] ${entry}\n`).join('\n')}`

describe('entry-source', () => {
  test('finds one DOI in two entries of a list', () => {
    const text = list(
      'Rowe, E. Docks. 2001;3:14-19. https://doi.org/10.1000/JH.3',
      'Marsh. Tides.',
      'E. Rowe: Docks, 3:14–19 (2001). doi:10.1000/jh.3',
    )
    expect(find('entry-source', text)).toMatchObject([
      {
        line: '9:1-9:4 warning same [3]',
        message: '`[3]` has the same DOI as `[1]`, expected one entry for both',
        data: { entry: '[3]', first: '[1]', kind: 'DOI', value: '10.1000/jh.3' },
        related: ['5:1-5:4 `[1]` stands here first'],
      },
    ])
  })

  test.each([
    [
      'addresses',
      'Rowe. Docks. http://www.example.org/a/?utm_source=x',
      'Rowe: Docks, https://example.org/a. Accessed 3 May 2020.',
    ],
    ['ISBNs', 'Rowe, Docks, ISBN 0-306-40615-2.', 'Rowe: Docks. ISBN 978-0-306-40615-7'],
    ['arXiv', 'Rowe, Docks, arXiv:1706.03762v1', 'Rowe, Docks, https://arxiv.org/abs/1706.03762'],
  ])('finds %s', (_, one, other) => {
    expect(lines('entry-source', list(one, other))).toEqual(['7:1-7:4 warning same [2]'])
  })

  test.each([
    ['pages of one book', 'Rowe, Docks, p. 14. doi:10.1000/docks', 'Rowe, Docks, p. 90. doi:10.1000/docks'],
    [
      'chapters of one book',
      'Rowe, Docks, in Harbours. ISBN 978-0-306-40615-7',
      'Marsh, Tides, in Harbours. ISBN 978-0-306-40615-7',
    ],
    ['parts of a page', 'Rowe, Docks. https://example.org/a#one', 'Rowe, Docks. https://example.org/a#two'],
    ['other words at one address', 'Rowe, Docks. https://example.org/a', 'Marsh, Tides. https://example.org/a'],
    ['parameters that count', 'Rowe, Docks. https://example.org/a?id=1', 'Rowe, Docks. https://example.org/a?id=2'],
    ['one journal', 'Rowe, Docks. ISSN 0378-5955', 'Rowe, Docks. ISSN 0378-5955'],
  ])('leaves %s alone', (_, one, other) => {
    expect(lines('entry-source', list(one, other))).toEqual([])
  })

  test('finds link definitions with numbers, and leaves notes alone', () => {
    const text = 'A [1], b [2].[^1] C.[^2] D.^[https://example.org/a] E.^[https://example.org/a]\n\n'
    const links = '[1]: https://example.org/a\n[2]: http://example.org/a/\n\n'
    const notes = '[^1]: See https://example.org/a\n\n[^2]: See https://example.org/a\n'
    expect(lines('entry-source', text + links + notes)).toEqual(['4:1-4:4 warning same [2]'])
  })

  test('finds records', () => {
    const bib = `@article{a, title = {Docks}, doi = {10.1000/a_b}}
@article{b, title = {The Docks}, doi = {https://doi.org/10.1000/A\\_B}}
@book{c, title = {Tides}, url = {https://example.org}}
@book{d, title = {{Tides}}, url = {http://www.example.org/}}
@book{e, title = {Sand}, url = {https://example.org}}
@incollection{f, title = {One}, doi = {10.1000/c}}
@incollection{g, title = {Two}, doi = {10.1000/c}}
@book{a, title = {Docks}, doi = {10.1000/a_b}}
`
    expect(lines('entry-source', bib, {}, 'refs.bib')).toEqual(['2:10-2:11 warning same b', '4:7-4:8 warning same d'])
  })
})
