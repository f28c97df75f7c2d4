import { describe, expect, it } from 'vitest'
import type { Series } from '../../src/document/document.ts'
import { placeIn, read } from './reading.ts'

const entries = (...numbers: number[]) =>
  `\n\n## References\n\n${numbers.map((one) => `${one}. Source ${one}.`).join('\n')}\n`

/** The series of a text that has one. */
function only(text: string, path?: string): Series {
  const { series } = read(text, path)
  expect(series).toHaveLength(1)
  return series[0]!
}

const labels = (list: readonly { readonly label: string }[]) => list.map((one) => one.label)

describe('clusters', () => {
  it.each([
    ['wa[1][2] wb[3]', [['1', '2'], ['3']]],
    ['wa[1] [2] wb[3]', [['1', '2'], ['3']]],
    ['wa[1],[2], [3]', [['1', '2', '3']]],
    ['wa[1]–[3]', [['1', '3']]],
    ['wa[1, 2; 3]', [['1', '2', '3']]],
    ['wa[1-3]', [['1']]],
    ['wa[1]:7[2] wb[3]', [['1', '2'], ['3']]],
    ['wa[1]. [2] wb[3]', [['1'], ['2'], ['3']]],
    ['wa[1] and [2], then[3]', [['1'], ['2'], ['3']]],
    ['wa[1]\n\n[2] wb[3]', [['1'], ['2'], ['3']]],
  ])('of %j are %j', (text, expected) => {
    const { clusters } = read(text + entries(1, 2, 3))
    expect(clusters.map((cluster) => labels(cluster.markers))).toEqual(expected)
  })

  it('say how their marks are joined', () => {
    const { marks } = read(`wa[1][2] [3], [4]–[6]${entries(1, 2, 3, 4, 5, 6)}`)
    expect(marks.map((mark) => mark.joint)).toEqual([undefined, 'none', 'white', 'delimiter', 'range'])
  })

  it('keep footnotes and numbers apart', () => {
    const { clusters } = read(`wa[1][^1] wb[2]${entries(1, 2)}\n[^1]: Note.\n`)
    expect(clusters.map((cluster) => cluster.marks.map((mark) => mark.text))).toEqual([['[1]'], ['[^1]'], ['[2]']])
  })

  it('know all numbers of a range', () => {
    const numbers = (text: string) =>
      read(text + entries(1, 2, 3, 4, 5)).marks.flatMap((mark) => mark.markers.map((marker) => marker.numbers))
    expect(numbers('wa[1-3] wb[4,5]')).toEqual([[1, 2, 3], [4], [5]])
    expect(numbers('wa[1]–[4] wb[5]')).toEqual([[1, 2, 3], [4], [5]])
  })
})

describe('marks', () => {
  it('stand behind a word, behind white space or at the start', () => {
    const { marks } = read(`[1] wa[2] b [3]. c\u00A0[4] d\u200B[5]${entries(1, 2, 3, 4, 5)}`)
    expect(marks.map((mark) => mark.before)).toEqual(['start', 'attached', 'detached', 'detached', 'detached'])
  })

  it('know the white space before them and whether a sentence ends there', () => {
    const text = `One. [1] Two.”  [2] three [3] 四。[4]${entries(1, 2, 3, 4)}`
    const { marks } = read(text)
    expect(marks.map((mark) => text.slice(mark.spaceBefore.start, mark.spaceBefore.end))).toEqual([' ', '  ', ' ', ''])
    expect(marks.map((mark) => mark.behindSentence)).toEqual([true, true, false, true])
  })

  it('know what follows them', () => {
    const { marks } = read(`wa[1]b wc[2]水 wd[3]. we[4]:7f wg[5] wh[6]${entries(1, 2, 3, 4, 5, 6)}`)
    expect(marks.map((mark) => mark.after)).toEqual(['letter', 'other', 'other', 'other', 'space', 'end'])
  })

  it('take a page suffix along', () => {
    const text = `wa[1]:7–9 wb[2]: 12. wc[3]:\u00A015${entries(1, 2, 3)}`
    const suffixes = read(text).marks.map(({ suffix }) => suffix && text.slice(suffix.start, suffix.end))
    expect(suffixes).toEqual([':7–9', undefined, ':\u00A015'])
  })

  it('inside entries are known to be there', () => {
    const text = 'wa[^1] wb[^2]\n\n[^1]: See [^2].\n\n[^2]: See there.\n'
    expect(read(text).marks.map((mark) => mark.inEntry)).toEqual([false, false, true])
  })

  it('are where they stand in the source, whatever stands before', () => {
    const document = read(`\uFEFF---\r\na: 1\r\n---\r\n\r\n> 😀 a\r\n> wb[1] *c*[2]\r\n${entries(1, 2)}`)
    expect(document.marks.map((mark) => placeIn(document, mark.start))).toEqual(['6:5', '6:12'])
    const { text } = document.source
    expect(document.marks.map((mark) => text.slice(mark.start, mark.end))).toEqual(['[1]', '[2]'])
  })
})

describe('a series', () => {
  it('knows first appearances, gaps, repeats and what is not there', () => {
    const series = only(`wa[1] wb[2] wc[5] wd[2] we[4] wf[9]${entries(1, 2, 3, 4, 5, 6)}`)
    expect(labels(series.firstAppearances)).toEqual(['1', '2', '5', '4', '9'])
    expect([series.lowest, series.highest, series.numbered]).toEqual([1, 9, true])
    expect(labels(series.repeats)).toEqual(['2'])
    // 9 is taken for 6, whose turn it is, and 5 for 3, which alone fits between 2 and 4: of one cause one thing is said.
    expect(labels(series.unused)).toEqual([])
    expect(series.undefined.map(({ label, nearest }) => [label, nearest])).toEqual([['9', '6']])
    expect(series.misplaced.map(({ number, other }) => [number, other.number])).toEqual([[4, 5]])
  })

  it('knows which numbers are skipped, and before which marker', () => {
    const series = only('wa[3] wb[4] wc[7] wd[8] we[9] wf[11] wg[12] wh[13]')
    expect(series.missing.map(({ from, through, before }) => [from, through, before.label])).toEqual([
      [5, 6, '7'],
      [10, 10, '11'],
    ])
  })

  it('takes a number with an entry for unused, not for skipped', () => {
    const series = only(`wa[1] wb[2] wc[4]${entries(1, 2, 3, 4)}`)
    expect([series.missing, labels(series.unused)]).toEqual([[], ['3']])
  })

  it('does not judge the order of lists that follow another one', () => {
    const jumbled = 'wa[4] wb[1] wc[3] wd[2]'
    const sorted = '\n\n[1] Adams\n\n[2] Baker\n\n[3] Clarke\n\n[4] Dunn'
    const split = '\n\n## Normative references\n\n[1] B\n\n[2] A\n\n## Informative references\n\n[3] D\n\n[4] C'
    expect(only(jumbled + sorted).orderSuspended).toBe('alphabetical')
    expect(only(jumbled + split).orderSuspended).toBe('split')
    expect(only(jumbled + entries(1, 2, 3, 4).replace('Source 1', 'Zwo')).orderSuspended).toBe('unordered')
    expect(
      only(`wa[1] wb[3] wc[2] wd[4]${entries(1, 2, 3, 4).replace('Source 1', 'Zwo')}`).orderSuspended,
    ).toBeUndefined()
  })

  it('compares labels as Markdown does', () => {
    const series = only('wa[^Note] wb[^ẞ] wc[^01] wd[^x]\n\n[^note]: N.\n\n[^SS]: S.\n\n[^1]: O.\n')
    expect(labels(series.undefined)).not.toContain('Note')
    expect(labels(series.undefined)).not.toContain('ẞ')
    expect(labels(series.undefined)).toContain('01')
  })

  it('names the entry that a lost label means, and does not call it unused', () => {
    const series = only('wa[^harbor] wb[^2]\n\n[^harbour]: H.\n\n[^2]: T.\n')
    expect(series.undefined.map(({ label, nearest }) => [label, nearest])).toEqual([['harbor', 'harbour']])
    expect(series.unused).toEqual([])
  })

  it('knows entries with one label', () => {
    const series = only('wa[^1]\n\n[^1]: One.\n\n[^1]: Two.\n')
    expect(series.duplicates.map(({ entry, first }) => [entry.text, first.text])).toEqual([['Two.', 'One.']])
    expect(series.unused).toEqual([])
  })

  it.each([
    ['wa[1] wb[2] wc[3] d [4]', 'attached'],
    ['a [1] b [2] c [3] wd[4]', 'spaced'],
    ['wa[1] b [2] wc[3] d [4]', 'mixed'],
    ['wa[1] wb[2]', 'mixed'],
  ])('of %j is set %s', (text, spacing) => {
    expect(only(text + entries(1, 2, 3, 4)).spacing).toBe(spacing)
  })
})

describe('scopes', () => {
  it('end with the list of a chapter', () => {
    const chapter = (name: string, ...numbers: number[]) =>
      `# ${name}\n\n${numbers.map((one) => `word[${one}]`).join(' ')}${entries(...numbers)}\n`
    const { series } = read(chapter('One', 1, 2) + chapter('Two', 1, 2, 3) + chapter('Three', 1, 2))
    expect(series.map(({ scope, markers, entries: own }) => [scope, labels(markers), labels(own)])).toEqual([
      [1, ['1', '2'], ['1', '2']],
      [2, ['1', '2', '3'], ['1', '2', '3']],
      [3, ['1', '2'], ['1', '2']],
    ])
  })

  // A list has to hold half of the numbers of its own chapter, not of the whole book.
  it('end with a list that is shorter by far than that of another chapter', () => {
    const one = `word[1] word[2] word[3] word[4] word[5] word[6]${entries(1, 2, 3, 4, 5, 6)}`
    const { series } = read(`# One\n\n${one}\n# Two\n\nword[1] word[2]${entries(1, 2)}`)
    expect(series.map(({ entries: own }) => own.length)).toEqual([6, 2])
  })

  it('do not end with a list that goes on counting', () => {
    const { series } = read('wa[1] wb[2]\n\n[1] A\n\n[2] B\n\n# Two\n\nc[3] wd[4]\n\n[3] C\n\n[4] D\n')
    expect(series.map(({ scope, markers }) => [scope, labels(markers)])).toEqual([[1, ['1', '2', '3', '4']]])
  })

  it('share the footnotes of the document', () => {
    const { series } = read(
      `wa[^1] wb[1] wc[2]${entries(1, 2)}\n# Two\n\nd[^2] we[1] wf[2]${entries(1, 2)}\n\n[^1]: A\n\n[^2]: B\n`,
    )
    expect(series.map(({ notation, scope, markers }) => [notation, scope, labels(markers)])).toEqual([
      ['footnote', 1, ['1', '2']],
      ['bracket', 1, ['1', '2']],
      ['bracket', 2, ['1', '2']],
    ])
  })
})
