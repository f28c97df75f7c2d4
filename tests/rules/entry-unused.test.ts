import { describe, expect, test } from 'vitest'
import { find, lines, upTo } from '../rule-run.ts'

describe('entry-unused', () => {
  test('finds an entry without a marker, at its label', () => {
    expect(find('entry-unused', `A.[1] B.[3]${upTo(3)}`)).toMatchObject([
      {
        line: '7:1-7:4 warning unused [2]',
        message: '`[2]` is cited nowhere, expected a marker for it',
        data: { entry: '[2]' },
        fixed: undefined,
      },
    ])
    const noted = 'A.[^1]\n\n[^1]: Note.\n[^b]: Note.\n'
    expect(lines('entry-unused', noted)).toEqual(['4:1-4:5 warning unused [^b]'])
    const listed = 'A.[1] B.[3]\n\n## References\n\n1. Minutes.\n2. Accounts.\n3. Letters.\n'
    expect(lines('entry-unused', listed)).toEqual(['6:1-6:3 warning unused 2.'])
  })

  test('says once that none is cited', () => {
    expect(find('entry-unused', 'Text.\n\n[^1]: Note.\n[^2]: Note.\n[^3]: Note.\n')).toMatchObject([
      {
        line: '3:1-3:5 warning all [^1]',
        message: 'None of the 3 entries from `[^1]` on is cited, expected markers for them',
        data: { entry: '[^1]', count: 3 },
      },
    ])
    expect(lines('entry-unused', 'Text.\n\n[^1]: Note.\n[^2]: Note.\n')).toEqual(['3:1-3:5 warning all [^1]'])
    expect(lines('entry-unused', 'Text.\n\n[^1]: Note.\n')).toEqual(['3:1-3:5 warning unused [^1]'])
    const most = 'Text.[^3]\n\n[^1]: Note.\n[^2]: Note.\n[^3]: Note.\n'
    expect(lines('entry-unused', most)).toEqual(['3:1-3:5 warning unused [^1]', '4:1-4:5 warning unused [^2]'])
  })

  test('leaves a file of notes alone', () => {
    expect(lines('entry-unused', '# Notes\n\n[^1]: Note.\n\n[^2]: Note.\n')).toEqual([])
  })

  test('leaves entries that are to be ignored, and one that a wrong marker means', () => {
    expect(lines('entry-unused', `A.[1] B.[4]${upTo(4)}`, { ignore: ['2'] })).toEqual(['9:1-9:4 warning unused [3]'])
    expect(lines('entry-unused', 'A.[^one] B.[^nite]\n\n[^one]: Note.\n[^note]: Note.\n')).toEqual([])
  })
})
