import { describe, expect, test } from 'vitest'
import { find, lines } from '../rule-run.ts'

const note = (text: string) => `A word.[^1]\n\n[^1]: ${text}\n`

describe('entry-identifier', () => {
  test('says which check digit is expected', () => {
    expect(find('entry-identifier', note('Docks, ISBN 978-0-306-40615-1.'))).toMatchObject([
      {
        line: '3:19-3:36 warning check 978-0-306-40615-1',
        message: 'ISBN `978-0-306-40615-1` has the check digit 1, expected 7',
        data: { identifier: '978-0-306-40615-1', kind: 'ISBN', found: '1', expected: '7' },
        fixed: undefined,
      },
    ])
  })

  test('says what else is wrong', () => {
    const found = (text: string) =>
      lines('entry-identifier', note(text)).map((line) => line.split(' ').slice(2).join(' '))
    expect(found('ISBN 978-0-306-4061-7')).toEqual(['digits 978-0-306-4061-7'])
    expect(found('ISBN 987-0-306-40615-7')).toEqual(['prefix 987-0-306-40615-7'])
    expect(found('ISSN 0378-5954')).toEqual(['check 0378-5954'])
    expect(found('https://orcid.org/0000-0002-1825-0098')).toEqual(['check 0000-0002-1825-0098'])
    expect(found('doi:10.1000.')).toEqual(['suffix 10.1000'])
    expect(found('doi:11.1000/182')).toEqual(['prefix 11.1000/182'])
    expect(found('arXiv:1713.03762')).toEqual(['month 1713.03762'])
    expect(found('arXiv:1706.0376')).toEqual(['digits 1706.0376'])
    expect(found('PMID: 312334911')).toEqual(['digits 312334911'])
  })

  test('looks at entries only, and at each once', () => {
    expect(lines('entry-identifier', 'ISBN 978-0-306-40615-1 is wrong.[^1]\n\n[^1]: It is.\n')).toEqual([])
    expect(lines('entry-identifier', 'A word.^[Docks, ISBN 978-0-306-40615-1.] B.\n')).toHaveLength(1)
  })
})
