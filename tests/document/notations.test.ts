import { describe, expect, it } from 'vitest'
import type { NotationChoices } from '../../src/document/document.ts'
import { read, reasonsOf } from './reading.ts'

const list = '\n\n## References\n\n[1] One.\n\n[2] Two.\n\n[3] Three.\n'
const off = 'switched off in the configuration'
const forced = 'the configuration says so'

/** What is said of the first candidate. */
const first = (text: string, notations: NotationChoices) => reasonsOf(text, 'any.md', notations)[0]

describe('a notation that is off', () => {
  it.each<[NotationChoices, string, string]>([
    [{ bracket: 'off' }, `wa[1] wb[2]${list}`, '[1]'],
    [{ footnote: 'off' }, 'wa[^1]\n\n[^1]: note', '[^1]'],
    [{ superscript: 'off' }, 'wa¹ wb²\n\n## Notes\n\n¹ One.\n\n² Two.\n', '¹'],
    [{ letter: 'off' }, 'wa[note 1] wb[note 2]', '[note 1]'],
    [{ link: 'off' }, 'a [1]\n\n[1]: /url', '[1]'],
    [{ 'inline-note': 'off' }, 'wa^[a note of words]', '^[a note of words]'],
    [{ parenthesis: 'off' }, '', ''],
  ])('%j has no markers and no entries', (notations, text, marker) => {
    const { marks, entries, verdicts } = read(text, 'any.md', notations)
    expect(marks).toEqual([])
    expect(entries).toEqual([])
    if (marker !== '') expect(first(text, notations)).toBe(`${marker} no: ${off}`)
    expect(verdicts.every(({ reason }) => reason === off)).toBe(true)
  })

  it('leaves the others alone', () => {
    const text = `wa[1] wb[2] wc[^x]${list}\n[^x]: note\n`
    expect(read(text, 'any.md', { footnote: 'off' }).marks.map((mark) => mark.text)).toEqual(['[1]', '[2]'])
    expect(read(text, 'any.md', { bracket: 'off' }).marks.map((mark) => mark.text)).toEqual(['[^x]'])
    expect(read(text, 'any.md', { bracket: 'off' }).entries.map((entry) => entry.kind)).toEqual(['note'])
  })

  it('has no slips and no strays', () => {
    const slip = `wa[1] wb{2] wc[3]${list}`
    expect(read(slip).marks.map((mark) => mark.text)).toEqual(['[1]', '{2]', '[3]'])
    expect(read(slip, 'any.md', { bracket: 'off' }).marks).toEqual([])
    const stray = 'wa[^1] wb[^2] wc[3] wd[^4]\n\n[^1]: a\n[^2]: b\n[^3]: c\n[^4]: d\n'
    expect(read(stray).strays).toHaveLength(1)
    expect(read(stray, 'any.md', { bracket: 'off' }).strays).toEqual([])
  })
})

describe('a notation that is on', () => {
  it.each<[NotationChoices, string, string]>([
    [{ bracket: 'on' }, 'wa[7] a', `[7] yes: ${forced}`],
    [{ bracket: 'on' }, 'wa[7, 3] a', `[7, 3] yes: ${forced}`],
    [{ bracket: 'on' }, 'see [7] a', `[7] yes: ${forced}`],
    [{ footnote: 'on' }, 'wa[^lost] a', `[^lost] yes: ${forced}`],
    [{ superscript: 'on' }, 'word⁴ a', `⁴ yes: ${forced}`],
    [{ letter: 'on' }, 'word[c] a', `[c] yes: ${forced}`],
    [{ parenthesis: 'on' }, 'word (7).', `(7) yes: ${forced}`],
  ])('%j needs nothing that speaks for it: %j', (notations, text, expected) => {
    expect(first(text, notations)).toBe(expected)
  })

  it.each<[NotationChoices, string, string]>([
    [{ bracket: 'on' }, '\\[1] a', '[1] no: the bracket is escaped'],
    [{ bracket: 'on' }, '$x[1]$ a', '[1] no: it stands in a formula'],
    [{ bracket: 'on' }, 'in [1850] a', '[1850] no: it is a year'],
    [{ bracket: 'on' }, 'see [0] a', '[0] no: no entry has the number 0'],
    [{ bracket: 'on' }, 'args[4] a[2]', '[2] no: `a[…]` reads as an index'],
    [{ bracket: 'on' }, '[4] Words', '[4] no: it opens a block: the number of a paragraph'],
    [{ footnote: 'on' }, '([^abc])+', '[^abc] no: it reads as a character class of a pattern'],
    [{ superscript: 'on' }, 'ten m² a', '² no: `m` in front of it is a unit or a variable'],
    [{ superscript: 'on' }, '10³ a', '³ no: it stands behind a number: an exponent'],
    [{ letter: 'on' }, 'horre[o]s', '[o] no: it stands in front of a letter: an editor wrote it into a word'],
    [{ parenthesis: 'on' }, 'f(1) a', '(1) no: it stands right behind a word: an argument or a paragraph'],
  ])('%j is still no %j', (notations, text, expected) => {
    expect(reasonsOf(text, 'any.md', notations)).toContain(expected)
  })

  it('says nothing of code', () => {
    expect(reasonsOf('`[7]` a', 'any.md', { bracket: 'on' })).toEqual([])
  })
})
