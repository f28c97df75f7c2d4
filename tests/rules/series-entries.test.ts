import { describe, expect, test } from 'vitest'
import { find, lines, upTo } from '../rule-run.ts'

describe('series-entries', () => {
  test('says once that markers have no list', () => {
    expect(find('series-entries', 'A.[234] B.[235] C.[236] D.[234]')).toMatchObject([
      {
        line: '1:3-1:8 warning none [234]',
        message: '4 markers from `[234]` to `[236]` have no entry in this document, expected a list of them',
        data: { marker: '[234]', last: '[236]', count: 4 },
        related: [],
        fixed: undefined,
      },
    ])
    expect(lines('series-entries', 'A.[^1] B.[^2]\n')).toEqual(['1:3-1:7 warning none [^1]'])
  })

  test('leaves documents with entries, without markers, and a single label alone', () => {
    expect(lines('series-entries', `A.[1] B.[2]${upTo(2)}`)).toEqual([])
    expect(lines('series-entries', 'A.[1] B.[2] C.[3] D.[^n]\n\n[^n]: Note.\n')).toEqual([])
    expect(lines('series-entries', 'No markers.\n')).toEqual([])
    expect(lines('series-entries', 'A.[^1] B.[^1]\n')).toEqual([])
  })
})
