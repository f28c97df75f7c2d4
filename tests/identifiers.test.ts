import { describe, expect, test } from 'vitest'
import { findIdentifiers } from '../src/identifiers/index.ts'

const values = (text: string) => findIdentifiers(text).map((one) => `${one.kind} ${one.value}`)
const mistakes = (text: string) => findIdentifiers(text).map((one) => one.mistake?.kind)

describe('every single digit that is changed', () => {
  test.each([
    ['ISBN ', '978-0-306-40615-7'],
    ['ISBN ', '0-306-40615-2'],
    ['ISBN ', '080442957X'],
    ['ISSN ', '0378-5955'],
    ['ISSN ', '2434-561X'],
    ['https://orcid.org/', '0000-0002-1825-0097'],
    ['ORCID: ', '0000-0002-1694-233X'],
  ])('of %s%s is found', (name, number) => {
    expect(mistakes(name + number)).toEqual([undefined])
    for (let index = 0; index < number.length; index++) {
      const digit = number[index]!
      for (const other of '0123456789') {
        if (digit === '-' || digit === other) continue
        const changed = number.slice(0, index) + other + number.slice(index + 1)
        expect(mistakes(name + changed)).toEqual([expect.any(String)])
      }
    }
  })
})

describe('identifiers', () => {
  test('have places that are slices', () => {
    const text = 'See doi:10.1000/182, ISBN 0-\n      306-40615-2, PMID: [123](https://pubmed.ncbi.nlm.nih.gov/123/).'
    const found = findIdentifiers(text)
    expect(found.map((one) => text.slice(one.start, one.end))).toEqual(found.map((one) => one.text))
    expect(values(text)).toEqual(['DOI 10.1000/182', 'ISBN 9780306406157', 'PMID 123', 'PMID 123'])
  })

  test.each([
    'ISBN: 0 306 40615 2 1999',
    'ISBN-10: 0-306-40615-2',
    'ISBN-13 978–0–306–40615–7',
    '(ISBN 9780306406157)',
    'ISBN 978-0-306-\n> 40615-7',
    'ISBN 978-0-306-40615-7\n12. Another',
    '[ISBN](https://en.wikipedia.org/wiki/ISBN) and ISBN [978-0-306-40615-7](https://example.org/)',
  ])('of books are read: %s', (text) => expect(values(text)).toEqual(['ISBN 9780306406157']))

  test.each([
    'doi:10.1016/S0140-6736(05)71146-X.',
    '(https://doi.org/10.1016/s0140-6736(05)71146-x)',
    '[doi](https://doi.org/10.1016/S0140-6736%2805%2971146-X), p. 4',
    'DOI: <https://dx.doi.org/10.1016/S0140-6736(05)71146-X>',
    '[10.1016](https://doi.org/10.1016/S0140-6736\\(05\\)71146-X)',
  ])('of articles are read: %s', (text) => expect(values(text)).toEqual(['DOI 10.1016/s0140-6736(05)71146-x']))

  test('of arXiv are read, old ones and new ones', () => {
    expect(values('arXiv:hep-th/9901001v2 arXiv:math.GT/0309136 arXiv:0706.0001')).toEqual([
      'arXiv hep-th/9901001',
      'arXiv math/0309136',
      'arXiv 0706.0001',
    ])
    expect(values('https://arxiv.org/pdf/1706.03762v7.pdf')).toEqual(['arXiv 1706.03762'])
    expect(mistakes('arXiv:1499.0001 arXiv:1501.0001 arXiv:1501.00001')).toEqual(['month', 'digits', undefined])
  })

  test('that may go on in the next line are not judged', () => {
    expect(values('doi:10.1000/jour\nnal.12')).toEqual(['DOI undefined'])
    expect(mistakes('doi:10.1000/\njournal.12')).toEqual([])
    expect(mistakes('arXiv:1706.037\n62')).toEqual([])
  })

  test.each([
    'ISBN 978-0-XXX-XXXXX-X',
    'ISBN unknown, 1999',
    'PMID: PMC123456789',
    'https://doi.org/10/abc',
    'doi: to be announced',
    'the DOI 2.0 draft',
    'arXiv, 2017',
    'ISSN 1234',
    '0306406151',
  ])('that are none are left alone: %s', (text) => expect(findIdentifiers(text)).toEqual([]))
})
