import { describe, expect, test } from 'vitest'
import { find, lines } from '../rule-run.ts'

const sections = { place: 'section-end' }

describe('entry-placement', () => {
  test('finds notes with prose behind them, those that stand together once', () => {
    const text = 'One.[^1] Two.[^2]\n\n[^1]: Note.\n[^2]: Note.\n\nThree.[^3]\n\n[^3]: Note.\n'
    expect(find('entry-placement', text)).toMatchObject([
      {
        line: '3:1-3:5 warning document-end [^1]',
        message: '`[^1]` has prose behind it, expected it at the end of the document',
        fixed: 'One.[^1] Two.[^2]\n\n\nThree.[^3]\n\n[^3]: Note.\n[^1]: Note.\n[^2]: Note.\n',
      },
    ])
    expect(lines('entry-placement', text.replace('Three', '# Three\n\nFour'))).toHaveLength(1)
    expect(lines('entry-placement', 'One.[^1]\n\n[^1]: Note.\n\nTwo.[^2]\n\n[^2]: Note.\n\nThree.\n')).toHaveLength(2)
  })

  test('takes lists, links and notes of several paragraphs for entries', () => {
    const list = 'One [1]. Two [2].\n\n## References\n\n[1] A.\n\n[2] B.\n'
    expect(lines('entry-placement', list)).toEqual([])
    expect(lines('entry-placement', `${list}\n## Appendix\n\nWords.\n`)).toEqual(['5:1-5:4 warning document-end [1]'])
    expect(lines('entry-placement', 'One [1].\n\n[1]: https://example.org\n\nTwo.\n')).toHaveLength(1)
    expect(lines('entry-placement', 'One.[^1]\n\n[^1]: Note.\n\n    More of it.\n\n## Nothing\n')).toEqual([])
  })

  test('leaves notes in place alone', () => {
    expect(lines('entry-placement', 'One.^[A note.] Two.\n\nThree.\n')).toEqual([])
    expect(lines('entry-placement', 'One.^[A note.] Two.\n\nThree.\n', sections)).toEqual([])
  })

  const chapters = (first: string, second: string, third = '') =>
    `# Book\n\n## One\n\nText.[^1]\n\n${first}### Part\n\nText.\n\n${second}## Two\n\nText.\n\n${third}`
  const note = '[^1]: Note.\n\n'

  test('wants notes at the end of the section that cites them', () => {
    expect(lines('entry-placement', chapters('', note), sections)).toEqual([])
    expect(lines('entry-placement', chapters(note, ''), sections)).toEqual([])
    expect(lines('entry-placement', chapters('', '', note), sections)).toEqual(['15:1-15:5 warning section-end [^1]'])
    expect(lines('entry-placement', chapters(`${note}More text.\n\n`, ''), sections)).toEqual([
      '7:1-7:5 warning section-end [^1]',
    ])
  })

  test('takes a heading over notes for no section, and a document without sections for one', () => {
    const text = '## One\n\nText.[^1]\n\n## Two\n\nText.[^2]\n\n## Notes\n\n[^2]: Note.\n'
    expect(lines('entry-placement', `${text}[^1]: Note.\n`, sections)).toEqual(['12:1-12:5 warning section-end [^1]'])
    expect(lines('entry-placement', 'Text.[^1]\n\nText.\n\n[^1]: Note.\n', sections)).toEqual([])
    expect(lines('entry-placement', '# Title\n\nText.[^1]\n\n## Only\n\nText.\n\n[^1]: Note.\n', sections)).toEqual([])
  })

  test('does not ask where entries belong that nobody cites', () => {
    expect(lines('entry-placement', chapters('', '', '[^2]: Note.\n'), sections)).toEqual([])
  })
})
