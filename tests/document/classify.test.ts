import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commonmarkExamples, read, reasonsOf } from './reading.ts'
import { markedText, noise } from '../arbitrary-text.ts'

const list = '\n\n## References\n\n[1] One.\n\n[2] Two.\n\n[3] Three.\n'
const cited = 'wa[1] wb[2] wc[3]'

/** The reason for the first candidate of a text. */
const first = (text: string) => reasonsOf(text)[0]

describe('a bracket is a citation', () => {
  it.each([
    [`wa[1] wb[2]${list}`, '[1] yes: an entry has its number'],
    ['wa[234] wb[235] wc[236]', '[234] yes: its number belongs to a run'],
    ['a [1]\n\n[1]: /url', '[1] yes: a link definition has its label'],
    ['wa[^1]\n\n[^1]: note', '[^1] yes: a note has this label'],
    ['wa[^7] wb[^1]\n\n[^1]: note', '[^7] yes: it is numbered in a document with footnotes'],
    ['wa[^nota]\n\n[^note]: note', '[^nota] yes: a note has a label that is nearly the same'],
    ['wa[^lost] wb[^1]\n\n[^1]: note', '[^lost] yes: it stands behind a word in a document with footnotes'],
    [`wa[3, 4] ${cited}${list}`, '[3, 4] yes: entries have some of its numbers'],
    [`word[4] ${cited}${list}`, '[4] yes: it stands among citations that have entries'],
  ])('in %j: %s', (text, expected) => {
    expect(first(text)).toBe(expected)
  })
})

describe('a bracket is no citation', () => {
  it.each([
    ['\\[1] a', '[1] no: the bracket is escaped'],
    ['$x[1]$ a', '[1] no: it stands in a formula'],
    ['\\(x[1]\\) a', '[1] no: it stands in a formula'],
    ['x ∈ [1, 2] a', '[1, 2] no: it is an interval'],
    ['the interval [1, 2] a', '[1, 2] no: it is an interval'],
    ['linkgit:git-log[1]', '[1] no: it is the section of a manual page'],
    ['[12][BIP12]\n\n[BIP12]: /url', '[12] no: it is the text or the label of a link'],
    ['[[12]](/url)', '[12] no: it is a link of its own'],
    ['<https://example.org/[1]>', '[1] no: it is part of an address'],
    ['[12][BIP12]', '[12] no: it is the text of a link whose definition is elsewhere'],
    ['see [0] a', '[0] no: no entry has the number 0'],
    ['in [1850] a', '[1850] no: it is a year'],
    ['[2013] UKSC 73', '[2013] no: it is a year'],
    ['won [3-1] a', '[3-1] no: the range runs backwards'],
    ['at {[5, 3]}', '[5, 3] no: the numbers do not rise: an interval or a list of values'],
    ['all [1-500] a', '[1-500] no: the range is too wide for citations'],
    ['| a |\n| - |\n| [7] |', '[7] no: it is all that a table cell holds'],
    ['lp -> [3] a', '[3] no: it is part of a diagram'],
    ['issue #[4] a', '[4] no: it stands right behind `#`'],
    ['`a`[4] a', '[4] no: it stands right behind code or an address'],
    ['horre[1]o a', '[1] no: it stands inside a word'],
    ['a[1] b', '[1] no: `a[…]` reads as an index'],
    ['tbl$x[1] b', '[1] no: `tbl$x[…]` reads as an index'],
    ['my_list[1] b', '[1] no: `my_list[…]` reads as an index'],
    ['getBuf[1] b', '[1] no: `getBuf[…]` reads as an index'],
    ['git-log[1] b', '[1] no: it reads as the section of a manual page'],
    ['(ibid [40])', '[40] no: the word before it makes it a place in a text, not a citation'],
    ['he said at [29] that', '[29] no: the word before it makes it a place in a text, not a citation'],
    ['[^a-z] is a class', '[^a-z] no: it reads as a character class of a pattern'],
    ['([^"]*) is a class', '[^"] no: it reads as a character class of a pattern'],
    ['use [^abc] here', '[^abc] no: no note has this label, and it does not stand behind a word'],
    ['word[^abc] here', '[^abc] no: no note has this label'],
    [`[1] One.${list}`, '[1] no: it is the label of an entry'],
  ])('in %j: %s', (text, expected) => {
    expect(reasonsOf(text)).toContain(expected)
  })

  it('where its number has no entry, and it stands alone', () => {
    expect(reasonsOf(`${cited} a [7] b${list}`)).toContain('[7] no: no entry has its number, and it stands alone')
  })

  it('where its number is far from those of the entries', () => {
    expect(reasonsOf(`${cited} word[99]${list}`)).toContain('[99] no: its numbers are far from those of the entries')
  })

  it('where such brackets stand apart throughout', () => {
    const reasons = reasonsOf('We left [12] at six and [13] met her off [14] the mole and [15] rowed.')
    expect(new Set(reasons.map((each) => each.replace(/^\[\d+\] no: /, '')))).toEqual(
      new Set(['no entry has its number, and such brackets stand apart from the text: section or page numbers']),
    )
  })
})

describe('a verdict', () => {
  const texts = fc.oneof(noise, markedText)

  it('is given for each candidate, in the order of the text, with a reason in words', { timeout: 60_000 }, () => {
    const check = (text: string) => {
      const { verdicts, marks } = read(text)
      const starts = verdicts.map(({ candidate }) => candidate.start)
      expect(starts).toEqual(starts.toSorted((one, other) => one - other))
      for (const { reason } of verdicts) expect(reason).toMatch(/^\S.{5,}\S$/)
      expect(marks.map(({ start, end }) => ({ start, end }))).toEqual(
        verdicts.filter(({ accepted }) => accepted).map(({ candidate: { start, end } }) => ({ start, end })),
      )
    }
    for (const { markdown } of commonmarkExamples) check(markdown)
    fc.assert(fc.property(texts, check), { numRuns: 300 })
  })

  it('does not depend on line ends', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(texts, (text) => {
        const verdicts = (each: string) => read(each).verdicts.map(({ accepted, reason }) => `${accepted} ${reason}`)
        expect(verdicts(text.replaceAll('\n', '\r\n'))).toEqual(verdicts(text))
      }),
      { numRuns: 300, examples: [['Aa[1]\n-> bb <-\n[2]\n']] },
    )
  })
})
