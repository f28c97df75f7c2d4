import { describe, expect, test } from 'vitest'
import { find, fixes, lines, upTo } from '../rule-run.ts'

const listed = (text: string) => `${text}${upTo(19)}`
const found = (text: string, options = {}) => lines('cluster-format', listed(text), options)
const fixed = (text: string, options = {}) =>
  fixes('cluster-format', listed(text), options).map((one) => one?.slice(0, one.indexOf('\n')))

describe('cluster-format', () => {
  test('finds a range that runs backwards', () => {
    expect(find('cluster-format', listed('A.[1] B.[5-3] C.'))).toMatchObject([
      {
        line: '1:9-1:14 warning reversed [5-3]',
        message: '`[5-3]` runs backwards, expected the lower number first',
        fix: { safe: true, title: 'Put the numbers in order' },
        fixed: listed('A.[1] B.[3-5] C.'),
      },
    ])
    expect(found('A.[1, 5-3] B.')).toEqual(['1:7-1:10 warning reversed 5-3'])
    expect(fixed('A.[1, 5 – 3] B.')).toEqual(['A.[1, 3 – 5] B.'])
    expect(fixed('A.[5]–[3] B.')).toEqual(['A.[3]–[5] B.'])
    expect(fixed('A.[12-3] B.')).toEqual([undefined])
    expect(found('A.[3] – [5] B.')).toEqual([])
    expect(found('A.[5] – [3] B.')).toEqual([])
  })

  test('takes a range that runs backwards for the numbers that it holds', () => {
    const text = listed('A.[1] B.[2] C.[5-3] D.[6]').replace(/\n\[7\][^]*/, '')
    const other = text.replace('[5-3]', '[5]–[3]')
    for (const rule of ['marker-order', 'marker-gap', 'entry-unused', 'cluster-order', 'marker-duplicate']) {
      expect(lines(rule, text)).toEqual([])
      expect(lines(rule, other)).toEqual([])
    }
  })

  test('finds ranges that share numbers', () => {
    expect(find('cluster-format', listed('A.[1-4, 3-6] B.'))).toMatchObject([
      {
        line: '1:9-1:12 warning overlap 3-6',
        message: '`3-6` shares numbers with `1-4`, expected each once',
        data: { marker: '3-6', other: '1-4' },
        related: ['1:4-1:7 `1-4` is cited here'],
        fixed: listed('A.[1-6] B.'),
      },
    ])
    expect(fixed('A.[1-6, 3-4] B.')).toEqual(['A.[1-6] B.'])
    expect(fixed('A.[1-6][3-8] B.')).toEqual([undefined])
    expect(found('A.[1-3, 4-6] B.')).toEqual([])
  })

  test('leaves a number that is cited twice to its own rule, and says the rest of them', () => {
    const rules = (text: string) =>
      ['cluster-format', 'marker-duplicate'].filter((rule) => lines(rule, listed(text)).length > 0)
    expect(rules('A.[1-4, 3] B.')).toEqual(['marker-duplicate'])
    expect(rules('A.[1-4, 1-4] B.')).toEqual(['marker-duplicate'])
    expect(rules('A.[1-4, 3-6] B.')).toEqual(['cluster-format'])
  })

  test('finds consecutive numbers where the document makes ranges', () => {
    const ranges = 'A.[1-3] B.[4–6] C.[7–9]'
    expect(find('cluster-format', listed(`${ranges} D.[2, 3, 4] E.`))).toMatchObject([
      {
        line: '1:27-1:36 warning listed [2, 3, 4]',
        message: '`[2, 3, 4]` has consecutive numbers, expected a range',
        fix: { safe: true, title: 'Write `2–4`' },
        fixed: listed(`${ranges} D.[2–4] E.`),
      },
    ])
    expect(fixed(`${ranges} D.[1, 3, 4, 5, 9]`)).toEqual([`${ranges} D.[1, 3–5, 9]`])
    expect(fixed(`${ranges} D.[2, 3–5]`)).toEqual([`${ranges} D.[2–5]`])
    expect(found(`${ranges} D.[2, 3]`)).toEqual([])
    expect(found(`${ranges} D.[2, 4, 6]`)).toEqual([])
    expect(found(`${ranges} D.[2][3][4]`)).toEqual([])
    expect(found('A.[1-3] B.[4-6] D.[2, 3, 4]')).toEqual([])
    expect(found('A.[1-2] B.[4-5] C.[7-8] D.[2, 3, 4]')).toEqual([])
  })

  test('finds ranges where the document has none', () => {
    const numbers = 'A.[1, 2, 3] B.[4, 5, 6] C.[7, 8, 9]'
    expect(find('cluster-format', listed(`${numbers} D.[2-4] E.`))).toMatchObject([
      {
        line: '1:39-1:44 warning collapsed [2-4]',
        message: '`[2-4]` has a range, expected each number',
        fixed: listed(`${numbers} D.[2, 3, 4] E.`),
      },
    ])
    expect(found(`${numbers} D.[2-3]`)).toEqual([])
    expect(found(`${numbers} D.[2]–[4]`)).toEqual([])
  })

  test('judges ranges between brackets by themselves', () => {
    expect(find('cluster-format', listed('A.[1]–[3] B.[4]–[6] C.[7]–[9] D.[2], [3], [4]'))).toMatchObject([
      { line: '1:33-1:46 warning listed [2], [3], [4]', fixed: undefined },
    ])
    expect(found('A.[1][2][3] B.[4][5][6] C.[7][8][9] D.[2]–[4]')).toEqual(['1:39-1:46 warning collapsed [2]–[4]'])
    expect(found('A.[1]–[3] B.[4]–[6] C.[7]–[9] D.[1, 2][3]')).toEqual([])
  })

  test('finds another delimiter', () => {
    const others = 'A.[1, 2] B.[3, 5] C.[6, 8]'
    expect(find('cluster-format', listed(`${others} D.[1;4;9] E.`))).toMatchObject([
      {
        line: '1:30-1:37 warning delimiter [1;4;9]',
        message: '`[1;4;9]` has `;` between its numbers, expected `, `',
        data: { marker: '[1;4;9]', found: ';', expected: ', ' },
        fix: { safe: true, title: 'Write `, `' },
        fixed: listed(`${others} D.[1, 4, 9] E.`),
      },
    ])
    expect(fixed(`${others} D.[1,4, 9]`)).toEqual([`${others} D.[1, 4, 9]`])
    expect(found(`${others} D.[1 and 4] E.[1,\n4]`)).toEqual([])
    expect(found(`${others} D.[1,4] E.[2,9]`)).toEqual([])
    expect(found(`${others} D.[1],[4]`)).toEqual([])
    expect(found('A.[1], [3] B.[3], [5] C.[6], [8] D.[1],[4]')).toEqual(['1:36-1:43 warning delimiter [1],[4]'])
  })

  test('gives a long cluster one voice', () => {
    expect(found('A.[1;3;5;7;9;11] B.[3, 5] C.[6, 8] D.[2, 9]')).toEqual(['1:3-1:17 warning delimiter [1;3;5;7;9;11]'])
  })

  test('leaves footnotes, links and what stands inside entries alone', () => {
    const notes = Array.from({ length: 9 }, (_, index) => `[^${index + 1}]: Note.\n`).join('')
    expect(lines('cluster-format', `A.[^1][^2][^3]\n\n${notes}`, { collapse: 'always' })).toEqual([])
    const inEntry = listed('A.[1] B.[2] C.[3]').replace('Minutes', 'See [1;2], [3, 2, 1] and [3-1]')
    expect(lines('cluster-format', inEntry, { delimiter: ',' })).toEqual([])
  })

  test('does as it is told', () => {
    const text = 'A.[1, 2, 3] B.[4-6] C.[7,8] D.[1], [3]'
    const both = (options: object) => found(text, options).map((line) => line.replace(/^.* warning /, ''))
    expect(both({})).toEqual([])
    expect(both({ collapse: 'always' })).toEqual(['listed [1, 2, 3]'])
    expect(both({ collapse: 'always', min: 2 })).toEqual(['listed [1, 2, 3]', 'listed [7,8]'])
    expect(both({ collapse: 'always', min: 4 })).toEqual([])
    expect(both({ collapse: 'never' })).toEqual(['collapsed [4-6]'])
    expect(both({ delimiter: ',' })).toEqual(['delimiter [1, 2, 3]', 'delimiter [1], [3]'])
    expect(fixed(text, { delimiter: '; ' })[0]).toBe('A.[1; 2; 3] B.[4-6] C.[7,8] D.[1], [3]')
  })

  describe('sets brackets as it is told:', () => {
    const text = 'A.[1, 3] B.[5], [7] C.[9][11] D.[13-15] E.[2]–[4] F.[6] G.[8], [10, 12]'
    const kinds = (options: object, one = text) => found(one, options).map((line) => line.replace(/^.* warning /, ''))

    test('one pair', () => {
      expect(kinds({ adjacent: 'merge' })).toEqual([
        'merge [5], [7]',
        'merge [9][11]',
        'merge [2]–[4]',
        'merge [8], [10, 12]',
      ])
      expect(fixed(text, { adjacent: 'merge' })).toEqual([
        text.replace('[5], [7]', '[5, 7]'),
        text.replace('[9][11]', '[9, 11]'),
        text.replace('[2]–[4]', '[2–4]'),
        text.replace('[8], [10, 12]', '[8, 10, 12]'),
      ])
      expect(fixed(text, { adjacent: 'merge', delimiter: ',' }).slice(1, 4)).toEqual([
        text.replace('[5], [7]', '[5,7]'),
        text.replace('[9][11]', '[9,11]'),
        text.replace('[2]–[4]', '[2–4]'),
      ])
    })

    test('a pair for each', () => {
      expect(kinds({ adjacent: 'separate' })).toEqual(['separate [1, 3]', 'separate [13-15]', 'separate [8], [10, 12]'])
      expect(fixed(text, { adjacent: 'separate' })).toEqual([
        text.replace('[1, 3]', '[1], [3]'),
        text.replace('[13-15]', '[13]-[15]'),
        text.replace('[10, 12]', '[10], [12]'),
      ])
      expect(kinds({ adjacent: 'separate', delimiter: ', ' })).toEqual([
        'separate [1, 3]',
        'undelimited [9][11]',
        'separate [13-15]',
        'separate [8], [10, 12]',
      ])
      expect(fixed('A.[1][3][5] B.', { adjacent: 'separate', delimiter: ', ' })).toEqual(['A.[1], [3], [5] B.'])
      expect(fixed('A.[1, 3–5; 9]', { adjacent: 'separate' })).toEqual(['A.[1], [3]–[5]; [9]'])
    })

    test('one marker', () => {
      expect(kinds({ adjacent: 'forbid' })).toHaveLength(6)
      expect(kinds({ adjacent: 'forbid' }, 'A.[2-4]–[6] B.[1]')).toEqual(['forbid [2-4]–[6]'])
      const notes = '\n\n[^a]: One.\n[^b]: Two.\n'
      expect(lines('cluster-format', `A.[^a][^b] B.${notes}`, { adjacent: 'forbid' })).toEqual([
        '1:3-1:11 warning forbid [^a][^b]',
      ])
      expect(fixes('cluster-format', `A.[^a][^b] B.${notes}`, { adjacent: 'forbid' })).toEqual([undefined])
    })

    test('and says one thing of each cluster', () => {
      expect(kinds({ adjacent: 'separate', delimiter: ', ', collapse: 'always' }, 'A.[1;2;3]')).toEqual([
        'separate [1;2;3]',
      ])
      expect(kinds({ adjacent: 'merge', delimiter: ',' }, 'A.[1]; [3]')).toEqual(['merge [1]; [3]'])
    })

    test('and leaves alone what has its own matter first', () => {
      const pages = 'A.[1]:12[3] B.[5] [7] C.[ 9, 11 ]'
      expect(kinds({ adjacent: 'merge' }, pages)).toEqual([])
      expect(kinds({ adjacent: 'separate' }, pages)).toEqual([])
      const inEntry = listed('A.[1] B.[2] C.[3]').replace('Minutes', 'See [1, 2] and [1][2]')
      for (const adjacent of ['merge', 'separate', 'forbid'])
        expect(lines('cluster-format', inEntry, { adjacent })).toEqual([])
      const links = 'A [1], [3]\n\n[1]: /a\n[3]: /b\n'
      expect(lines('cluster-format', links, { adjacent: 'merge' })).toEqual([])
    })
  })
})
