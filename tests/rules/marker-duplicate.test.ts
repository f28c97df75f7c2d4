import { describe, expect, test } from 'vitest'
import { find, fixes, lines, upTo } from '../rule-run.ts'

describe('marker-duplicate', () => {
  const cluster = (text: string) => `A.[1] B.${text}${upTo(5)}`

  test('finds a number twice in one place, and takes the second one out', () => {
    expect(find('marker-duplicate', cluster('[3][3]'))).toMatchObject([
      {
        line: '1:12-1:15 warning cluster [3]',
        message: '`[3]` is cited twice in one place, expected it once',
        data: { marker: '[3]', label: '3' },
        related: ['1:9-1:12 `[3]` is cited here first'],
        fixed: cluster('[3]'),
        fix: { safe: true, title: 'Remove the second `[3]`' },
      },
    ])
  })

  test.each([
    ['[1, 3, 3]', '[1, 3]'],
    ['[2, 2]', '[2]'],
    ['[2, 3, 2]', '[2, 3]'],
    ['[3], [3]', '[3]'],
    ['[3] [3]', '[3]'],
    ['[3][4][3]', '[3][4]'],
    ['[3][4]:12[3]', '[3][4]:12'],
    ['[2 and 2]', '[2]'],
    ['[4]–[5][5]', '[4]–[5]'],
    ['[2-4, 3]', '[2-4]'],
    ['[2-4][3]', '[2-4]'],
  ])('mends %s', (text, fixed) => {
    expect(fixes('marker-duplicate', cluster(text))).toEqual([cluster(fixed)])
  })

  test.each(['[2-3][2-3]', '[3][3-4]', '[3][3, 4]', '**[3]**[3]', '[3]\n> [3]', '[5][4]–[5]', '[3][3]–[5]'])(
    'leaves %s to its author',
    (text) => expect(fixes('marker-duplicate', `> ${cluster(text)}`)).toEqual([undefined]),
  )

  test('takes two pages of one source for two citations', () => {
    expect(lines('marker-duplicate', cluster('[3]:568[3]:570'))).toEqual([])
    expect(lines('marker-duplicate', cluster('[3][3]:570'))).toEqual([])
    expect(lines('marker-duplicate', cluster('[3]:568[3]'))).toEqual([])
    expect(lines('marker-duplicate', 'A.[1] B.[2]:4 C.[3] D.[2]:9')).toEqual([])
    expect(lines('marker-duplicate', cluster('[3]:568[3]:570'), { reuse: 'forbid' })).toEqual([
      '1:16-1:19 warning reuse [3]',
    ])
  })

  const unlisted = 'A.[234] B.[235] C.[236] D.[234] E.[237] F.[236]'

  test('finds a number cited again where there is no list', () => {
    expect(find('marker-duplicate', unlisted)).toMatchObject([
      {
        line: '1:27-1:32 warning reuse [234]',
        message: '`[234]` is cited again, expected a number of its own',
        related: ['1:3-1:8 `[234]` is cited here first'],
        fixed: undefined,
      },
      { line: '1:43-1:48 warning reuse [236]' },
    ])
  })

  test('says a range that is cited again once', () => {
    expect(lines('marker-duplicate', 'A.[1] B.[2] C.[3] D.[4-6] E.[4-6]')).toEqual(['1:29-1:34 warning reuse [4-6]'])
  })

  test('lets numbers be cited again where a list shows what they are, or by option', () => {
    const listed = `A.[1] B.[2] C.[1]${upTo(2)}`
    expect(lines('marker-duplicate', listed)).toEqual([])
    expect(lines('marker-duplicate', listed, { reuse: 'forbid' })).toEqual(['1:15-1:18 warning reuse [1]'])
    expect(lines('marker-duplicate', unlisted, { reuse: 'allow' })).toEqual([])
    expect(lines('marker-duplicate', `${unlisted}[236]`, { reuse: 'allow' })).toEqual([
      '1:48-1:53 warning cluster [236]',
    ])
  })

  test('leaves footnotes and links alone unless they are forbidden to come again', () => {
    const noted = 'A.[^1] B.[^1] C.[^2][^2]\n\n[^1]: Note.\n[^2]: Note.\n'
    expect(lines('marker-duplicate', noted)).toEqual(['1:21-1:25 warning cluster [^2]'])
    expect(lines('marker-duplicate', noted, { reuse: 'forbid' })).toEqual([
      '1:10-1:14 warning reuse [^1]',
      '1:21-1:25 warning cluster [^2]',
    ])
    expect(lines('marker-duplicate', 'A.[^1] B.[^2] C.[^1]\n')).toEqual([])
    const linked = 'A [1] B [1]\n\n[1]: https://example.org/\n'
    expect(lines('marker-duplicate', linked)).toEqual([])
    expect(lines('marker-duplicate', linked, { reuse: 'forbid' })).toEqual(['1:9-1:12 warning reuse [1]'])
  })
})
