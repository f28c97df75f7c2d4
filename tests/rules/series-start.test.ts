import { describe, expect, test } from 'vitest'
import { find, lines, listOf } from '../rule-run.ts'

describe('series-start', () => {
  test('says where the numbers of an excerpt begin', () => {
    expect(find('series-start', 'A.[234] B.[235] C.[236]')).toMatchObject([
      {
        line: '1:3-1:8 info start [234]',
        message: 'The numbers start at `[234]`, expected 1',
        data: { marker: '[234]', first: 234, expected: 1 },
        fixed: undefined,
      },
    ])
  })

  test('names the lowest number, wherever it stands', () => {
    expect(lines('series-start', 'A.[235] B.[234] C.[236] D.[237] E.[238]')).toEqual(['1:11-1:16 info start [234]'])
  })

  test('goes by its option', () => {
    expect(lines('series-start', 'A.[234] B.[235] C.[236]', { start: 234 })).toEqual([])
    expect(lines('series-start', 'A.[234] B.[235] C.[236]', { start: 'any' })).toEqual([])
    expect(lines('series-start', 'A.[1] B.[2] C.[3]', { start: 234 })).toEqual(['1:3-1:6 info start [1]'])
  })

  test('leaves a series that starts at 1 or has a list, and footnotes alone', () => {
    expect(lines('series-start', 'A.[1] B.[2] C.[3]')).toEqual([])
    expect(lines('series-start', `A.[5] B.[6]${listOf(5, 6)}`)).toEqual([])
    expect(lines('series-start', 'A.[^5] B.[^6]\n')).toEqual([])
    expect(lines('series-start', 'A.[^a] B.[^b]\n')).toEqual([])
    expect(lines('series-start', 'A.[3-5]')).toEqual([])
  })
})
