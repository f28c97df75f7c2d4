import { describe, expect, test } from 'vitest'
import { find, lines, upTo } from '../rule-run.ts'

describe('marker-undefined', () => {
  test('finds a number that is not listed', () => {
    expect(find('marker-undefined', `A.[1] B.[2] C.[9]${upTo(2)}`)).toMatchObject([
      {
        line: '1:15-1:18 error undefined [9]',
        message: '`[9]` has no entry, expected one',
        data: { marker: '[9]', labels: ['9'] },
        related: [],
        fixed: undefined,
      },
    ])
  })

  test('names the entry that was probably meant', () => {
    const text = 'A.[^one] B.[^nite]\n\n[^one]: Note.\n[^note]: Note.\n'
    expect(find('marker-undefined', text)).toMatchObject([
      {
        line: '1:12-1:19 error nearest [^nite]',
        message: '`[^nite]` has no entry, did you mean `[^note]`?',
        data: { labels: ['nite'], nearest: '[^note]' },
        related: ['4:1-4:8 `[^note]` is cited nowhere'],
      },
    ])
    expect(find('marker-undefined', `A.[1] B.[2] C.[23] D.[4]${upTo(4)}`)).toMatchObject([
      { message: '`[23]` has no entry, did you mean `[3]`?', related: ['9:1-9:4 `[3]` is cited nowhere'] },
    ])
    expect(find('marker-undefined', `A.[1, 22] B.[3] C.[4]${upTo(4)}`)).toMatchObject([
      { line: '1:7-1:9 error nearest 22', data: { nearest: '2' } },
    ])
  })

  test('says what a range lacks once', () => {
    expect(find('marker-undefined', `A.[1] B.[2-5] C.[3]${upTo(3)}`)).toMatchObject([
      {
        line: '1:9-1:14 error within [2-5]',
        message: '`[2-5]` cites 4, 5 without an entry, expected one for each',
        data: { labels: ['4', '5'] },
      },
    ])
  })

  test('says a range of two that lacks one alike', () => {
    expect(lines('marker-undefined', `A.[1] B.[2] C.[3-4]${upTo(3)}`)).toEqual(['1:15-1:20 error within [3-4]'])
  })

  test('says once that a label has no entry, however often it is cited', () => {
    expect(find('marker-undefined', 'A.[^a] B.[^x] C.[^x] D.[^x]\n\n[^a]: Note.\n')).toMatchObject([
      {
        line: '1:10-1:14 error undefined [^x]',
        related: ['1:17-1:21 `[^x]` is cited here too', '1:24-1:28 `[^x]` is cited here too'],
      },
    ])
    expect(find('marker-undefined', 'A.[^a] B.[^nite] C.[^nite]\n\n[^a]: Note.\n[^note]: Note.\n')).toMatchObject([
      { related: ['4:1-4:8 `[^note]` is cited nowhere', '1:20-1:27 `[^nite]` is cited here too'] },
    ])
  })

  test('leaves a document without entries, other spellings, and what is to be ignored alone', () => {
    expect(lines('marker-undefined', 'A.[1] B.[2] C.[3]')).toEqual([])
    expect(lines('marker-undefined', 'A.[^Note]\n\n[^note]: Note.\n')).toEqual([])
    const text = 'A.[^a] B.[^x] C.[^y]\n\n[^a]: Note.\n'
    expect(lines('marker-undefined', text, { ignore: ['x'] })).toEqual(['1:17-1:21 error undefined [^y]'])
  })
})
