import { describe, expect, it } from 'vitest'
import { read, reasonsOf } from './reading.ts'

const list = '\n\n## References\n\n1. One.\n2. Two.\n3. Three.\n4. Four.\n'
const cited = 'Wa (1). Wb (2, 3). Wc (4).'

const reasons = (text: string) => reasonsOf(text, 'any.md', { parenthesis: 'auto' })

describe('a number in parentheses', () => {
  it('is not even looked for where nobody asks', () => {
    expect(reasonsOf(cited + list)).toEqual([])
    expect(reasonsOf(cited + list, 'any.md', { bracket: 'on' })).toEqual([])
  })

  it('is a citation by its list', () => {
    expect(reasons(cited + list)).toEqual([
      '(1) yes: an entry has its number',
      '(2, 3) yes: an entry has its number',
      '(4) yes: an entry has its number',
    ])
    const { series } = read(cited + list, 'any.md', { parenthesis: 'auto' })
    expect(series.map(({ notation, unused, undefined: lost }) => [notation, unused, lost])).toEqual([
      ['parenthesis', [], []],
    ])
  })

  it('is a citation by a clean run, where nothing else cites', () => {
    const yes = 'its number belongs to a run'
    expect(reasons('Wa (1). Wb (2), wc (3). Wd (1,4-6).').at(-1)).toBe(`(1,4-6) yes: ${yes}`)
    expect(reasons('Wa (1). Wb (2), wc (3).')).toEqual([`(1) yes: ${yes}`, `(2) yes: ${yes}`, `(3) yes: ${yes}`])
    const no = 'the document has no list for numbers in parentheses'
    expect(reasons('Wa (1). Wb (2), wc (4).')).toEqual([`(1) no: ${no}`, `(2) no: ${no}`, `(4) no: ${no}`])
    expect(reasons('Wa (2). Wb (3), wc (4).')).toEqual([`(2) no: ${no}`, `(3) no: ${no}`, `(4) no: ${no}`])
    expect(reasons('Wa (1-9) of wb.')).toEqual([`(1-9) no: ${no}`])
    expect(reasons('Wa (1). Wb (2), wc (3).[^x]\n\n[^x]: note').slice(0, 3)).toEqual([
      `(1) no: ${no}`,
      `(2) no: ${no}`,
      `(3) no: ${no}`,
    ])
  })

  it('is none where the list does not have it', () => {
    expect(reasons(`${cited} Wd (7).${list}`).at(-1)).toBe('(7) no: no entry has its number')
    expect(reasons(`Wa (1). Wb (7). Wc (9).${list}`)).toEqual([
      '(1) no: the document has no list for numbers in parentheses',
      '(7) no: the document has no list for numbers in parentheses',
      '(9) no: the document has no list for numbers in parentheses',
    ])
  })

  it('is none inside an entry', () => {
    const text = `${cited}${list.replace('Two.', 'Two, journal (1).')}`
    expect(reasons(text).at(-1)).toBe('(1) no: it stands inside an entry')
  })

  it.each([
    ['three parts: (1) dredging, (2) building and (3) lighting.', '(1)', 'it counts the items of an enumeration'],
    ['We (1) dredged, (2) built and (3) lit it.', '(1)', 'it counts the items of an enumeration'],
    ['We (1) dredged, (2) built and (3) lit it.', '(3)', 'it counts the items of an enumeration'],
    ['It failed. (2) Then it was built.', '(2)', 'it counts the items of an enumeration'],
    ['包括：(1)疏浚，(2)建设', '(2)', 'it counts the items of an enumeration'],
    ['(1) It was dredged.', '(1)', 'it opens a block: the number of an item'],
    ['from equation (3) on', '(3)', 'the word before it makes it a place in a text'],
    ['by Eq. (3).', '(3)', 'the word before it makes it a place in a text'],
    ['aus Gleichung (3).', '(3)', 'the word before it makes it a place in a text'],
    ['of section (2),', '(2)', 'the word before it makes it a place in a text'],
    ['as theorem (2) says', '(2)', 'the word before it makes it a place in a text'],
    ['Then it is `x`  (4)', '(4)', 'it stands behind a formula, code or an image'],
    ['It is so   (4)', '(4)', 'it stands apart at the margin: the number of a formula'],
    ['call f(1) here', '(1)', 'it stands right behind a word: an argument or a paragraph'],
    ['read ls(1) first', '(1)', 'it stands right behind a word: an argument or a paragraph'],
    ['Art. 3(1) says', '(1)', 'it stands right behind a word: an argument or a paragraph'],
    ['the twelve (12) men', '(12)', 'it repeats the number before it'],
    ['die zwölf (12) Leute', '(12)', 'it repeats the number before it'],
    ['Journal 12 (3), pages', '(3)', 'it stands behind a number'],
    ['the 12 (3) boats', '(3)', 'it stands behind a number'],
    ['It was dredged, (2) built, (3) lit.', '(3)', 'it counts the items of an enumeration'],
    ['The board (1) agreed, (2) paid and (3) forgot.', '(1)', 'it counts the items of an enumeration'],
    ['(1) To see it. (2) To build it.', '(2)', 'it counts the items of an enumeration'],
    ['grew by 5% (2).', '(2)', 'it stands behind a number'],
    ['call (212) 555-1234 now', '(212)', 'a number follows it'],
    ['won (3-1) at home', '(3-1)', 'the range does not rise'],
    ['aged (1-500) so', '(1-500)', 'the range is too wide for citations'],
    ['x = (3) here', '(3)', 'it stands behind a sign'],
    ['with (2)-butanol', '(2)', 'it is part of the word behind it'],
    ['| a |\n| - |\n| (7) |', '(7)', 'it opens a block: the number of an item'],
    ['# The end (3)', '(3)', 'it stands in a heading'],
    ['\\(1) a', '(1)', 'the bracket is escaped'],
    ['as shown in (1) above', '(1)', 'the word before it makes it part of the sentence'],
  ])('is none in %j', (text, marker, reason) => {
    expect(reasons(text)).toContain(`${marker} no: ${reason}`)
  })

  it.each(['in (1987)', 'to (01)', 'see (0)', 'and ( 1 )', 'or (1a)', 'of (1.5)', 'at (1/2/2020)', 'by (1,000 m)'])(
    'is not looked for in %j',
    (text) => expect(reasons(text)).toEqual([]),
  )

  it.each([
    'It closed in 1987 (1). Wa (2) and (3). Wb (4).',
    'COVID-19 (1) came. SARS-CoV-2 (2) too, and type 2 (3). By 5% (4).',
    'Wa (1). Wb. (2) Then wc (3), wd, (4) we.',
    'Of Smith (1), Jones (2), and Brown et al. (3) the last (4) is right.',
  ])('of the list is a citation in %j', (text) => {
    expect(reasons(text + list)).toEqual([1, 2, 3, 4].map((number) => `(${number}) yes: an entry has its number`))
  })

  it('of the list is none where it counts an enumeration before the citations', () => {
    for (const text of ['We (1) saw, (2) built and (3) lit it.', 'Aims: (1) see, (2) build.', '(1) See. (2) Build.']) {
      const answers = reasons(`${text}\n\n${cited}${list}`)
      expect(answers.filter((answer) => answer.includes(' yes: '))).toHaveLength(3)
      expect(answers.slice(0, -3).every((answer) => answer.includes(' no: '))).toBe(true)
    }
  })
})
