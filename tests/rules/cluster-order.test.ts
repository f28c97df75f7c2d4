import { describe, expect, test } from 'vitest'
import { find, fixes, lines, upTo } from '../rule-run.ts'

/** Three clusters that ascend, and another one. */
const beside = (cluster: string) => `A.[1, 2] B.[3, 4] C.[5, 6] D.${cluster}${upTo(9)}`
const found = (cluster: string, options = {}) => lines('cluster-order', beside(cluster), options)
const ascending = { order: 'ascending' }

describe('cluster-order', () => {
  test('finds the one cluster that does not ascend', () => {
    expect(find('cluster-order', beside('[4, 1]'))).toMatchObject([
      {
        line: '1:30-1:36 warning order [4, 1]',
        message: '`[4, 1]` is in no order, expected ascending numbers',
        data: { marker: '[4, 1]' },
        fix: { safe: true, title: 'Sort the numbers' },
        fixed: beside('[1, 4]'),
      },
    ])
  })

  test('goes by the majority of the document', () => {
    expect(lines('cluster-order', `A.[1, 2] B.[3, 4] C.[2, 1]${upTo(4)}`)).toEqual([])
    expect(lines('cluster-order', `A.[1, 2] B.[3, 4] C.[1, 4] D.[2, 1] E.[4, 3]${upTo(4)}`)).toEqual([])
    expect(lines('cluster-order', `A.[1] B.[2] C.[3] D.[4] E.[2, 1]${upTo(4)}`)).toEqual([])
    expect(lines('cluster-order', `A.[2, 1] B.[4, 3] C.[3, 1] D.[4, 2]${upTo(4)}`)).toEqual([])
  })

  test.each([
    ['[9][2]', '[2][9]'],
    ['[9], [2]', '[2], [9]'],
    ['[9, 3; 2]', '[2, 3; 9]'],
    ['[3, 9][2]', '[2, 3][9]'],
    ['[3 and 2]', '[2 and 3]'],
    ['**[9]**[2]', '**[2]**[9]'],
    ['[9, 2-4]', undefined],
    ['[9][2]:15', undefined],
  ])('mends %s', (cluster, mended) => {
    expect(fixes('cluster-order', beside(cluster))).toEqual([mended && beside(mended)])
  })

  test.each(['[2, 2]', '[2-4, 3]', '[2]–[4]', '[4-2]', '[4]–[2]', '[9]', '[9] and [2]'])(
    'leaves %s alone',
    (cluster) => {
      expect(found(cluster)).toEqual([])
    },
  )

  test('leaves labels of footnotes, letters and links alone', () => {
    const notes = Array.from({ length: 8 }, (_, index) => `[^${index + 1}]: Note.\n`).join('')
    expect(lines('cluster-order', `A.[^1][^2] B.[^3][^4] C.[^5][^6] D.[^8][^7]\n\n${notes}`, ascending)).toEqual([])
    const links = Array.from({ length: 8 }, (_, index) => `[${index + 1}]: https://example.org/${index + 1}\n`).join('')
    expect(lines('cluster-order', `A [1], [2] B [3], [4] C [5], [6] D [8], [7]\n\n${links}`, ascending)).toEqual([])
    const letters = '\n\n## Notes\n\na. Note.\nb. Note.\nc. Note.\nd. Note.\n'
    expect(lines('cluster-order', `A.[a][b] B.[a][c] C.[a][d] D.[b][a]${letters}`, ascending)).toEqual([])
  })

  test('leaves a number that is wrong itself to its own rule', () => {
    expect(found('[22, 7]')).toEqual([])
    const early = `A.[1, 2] B.[7, 3] C.[4, 5] D.[6, 8]${upTo(8)}`
    expect(lines('cluster-order', early)).toEqual([])
    expect(lines('marker-order', early)).toHaveLength(1)
  })

  test('says what is out of order in one cluster only, instead of the order of the text', () => {
    const text = `A.[1, 2] B.[3, 4] C.[6, 5] D.[7, 8]${upTo(8)}`
    expect(lines('cluster-order', text)).toEqual(['1:21-1:27 warning order [6, 5]'])
    expect(lines('marker-order', text)).toEqual([])
    const few = `A.[1] B.[2] C.[4, 3] D.[5]${upTo(5)}`
    expect(lines('cluster-order', few)).toEqual([])
    expect(lines('marker-order', few)).toHaveLength(1)
    expect(lines('cluster-order', few, ascending)).toEqual([])
  })

  test('does as it is told', () => {
    const text = `A.[1] B.[2] C.[3] D.[3, 1]${upTo(3)}`
    expect(lines('cluster-order', text)).toEqual([])
    expect(fixes('cluster-order', text, ascending)).toEqual([text.replace('[3, 1]', '[1, 3]')])
    expect(found('[4, 1]', { order: 'off' })).toEqual([])
  })
})
