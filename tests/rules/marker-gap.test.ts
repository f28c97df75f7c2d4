import { describe, expect, test } from 'vitest'
import { find, lines, listOf, upTo } from '../rule-run.ts'

describe('marker-gap', () => {
  test('names one number at the marker behind it', () => {
    expect(find('marker-gap', 'A.[234] B.[235] C.[236] D.[238] E.[239]')).toMatchObject([
      {
        line: '1:27-1:32 error one [238]',
        message: '237 is missing before `[238]`, expected numbers without a gap',
        data: { marker: '[238]', numbers: '237', missing: [237], count: 1 },
        fixed: undefined,
      },
    ])
  })

  test('says a run of numbers once', () => {
    expect(find('marker-gap', `A.[1] B.[2] C.[5] D.[9]${listOf(1, 2, 5, 9)}`)).toMatchObject([
      {
        line: '1:15-1:18 error several [5]',
        message: '3 and 4 are missing before `[5]`, expected numbers without a gap',
        data: { missing: [3, 4], count: 2 },
      },
      {
        line: '1:21-1:24 error several [9]',
        message: '6–8 are missing before `[9]`, expected numbers without a gap',
        data: { missing: [6, 7, 8], count: 3 },
      },
    ])
  })

  test('keeps the list of numbers short', () => {
    const [found] = find('marker-gap', `A.[1] B.[2] C.[300]${listOf(1, 2, 300)}`)
    expect(found!.data).toMatchObject({ numbers: '3–299', count: 297 })
    expect(found!.data['missing']).toEqual(Array.from({ length: 100 }, (_, index) => index + 3))
  })

  test('leaves a number without an entry to marker-undefined', () => {
    expect(lines('marker-gap', `A.[1, 22] B.[3] C.[4]${upTo(4)}`)).toEqual([])
  })

  test('names letters', () => {
    const list = ['a', 'b', 'd', 'e', 'y', 'ab'].map((label) => `[${label}] Note.\n`).join('\n')
    const [one, ...more] = find('marker-gap', `A.[a] B.[b] C.[d] D.[e] E.[y] F.[ab]\n\n${list}`)
    expect(one).toMatchObject({ message: 'c is missing before `[d]`, expected numbers without a gap' })
    expect(more.map(({ data }) => data['numbers'])).toEqual(['f–x', 'z and aa'])
  })

  test('takes a number that is listed for no gap', () => {
    expect(lines('marker-gap', `A.[1] B.[3]${upTo(3)}`)).toEqual([])
    expect(lines('marker-gap', `A.[1] B.[5]${listOf(1, 3, 5)}`)).toEqual([
      '1:9-1:12 error one [5]',
      '1:9-1:12 error one [5]',
    ])
  })

  test('takes labels of footnotes for cosmetic', () => {
    expect(lines('marker-gap', 'A.[^1] B.[^3]\n\n[^1]: Note.\n[^3]: Note.\n')).toEqual(['1:10-1:14 info one [^3]'])
  })
})
