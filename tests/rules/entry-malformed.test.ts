import { describe, expect, test } from 'vitest'
import { find, fixes, lines } from '../rule-run.ts'

describe('entry-malformed', () => {
  test('finds a note without its colon, and puts it in', () => {
    const text = (colon: string) => `A.[^1] B.[^2]\n\n[^1]: Note.\n\n[^2]${colon} Note.\n`
    expect(find('entry-malformed', text(''))).toMatchObject([
      {
        line: '5:1-5:5 error colon [^2]',
        message: '`[^2]` begins a note without a colon, expected `[^2]:`',
        data: { entry: '[^2]', expected: '[^2]:' },
        fix: { safe: true, title: 'Write `[^2]:`' },
        fixed: text(':'),
      },
    ])
    expect(lines('entry-malformed', text(':'))).toEqual([])
  })

  test('finds a number typed twice, and takes the second one out', () => {
    const text = (twice: string) => `A.[1] B.[2]\n\n## References\n\n[1] Minutes.\n\n[2] ${twice}Letters.\n`
    expect(find('entry-malformed', text('[2] '))).toMatchObject([
      {
        line: '7:1-7:4 error twice [2]',
        message: '`[2]` has its number typed twice, expected it once',
        fix: { safe: true, title: 'Remove the second `[2]`' },
        fixed: text(''),
      },
    ])
    const items = (twice: string) => `A.[1] B.[2]\n\n## References\n\n1. Minutes.\n2. ${twice}Letters.\n`
    expect(fixes('entry-malformed', items('[2] '))).toEqual([items('')])
    expect(fixes('entry-malformed', items('2. '), {}, 'article.txt')).toEqual([items('')])
  })

  test('finds a number that breaks the run, and leaves it to its author', () => {
    const text = 'A.[1] B.[2] C.[3] D.[4]\n\n## References\n\n[1] Minutes.\n\n[2] Letters.\n\n[8] Maps.\n\n[4] Diary.\n'
    expect(find('entry-malformed', text)).toMatchObject([
      {
        line: '9:1-9:4 error number [8]',
        message: '`[8]` breaks the run of the numbers, expected 3',
        data: { entry: '[8]', expected: '3' },
        fixed: undefined,
      },
    ])
  })
})
