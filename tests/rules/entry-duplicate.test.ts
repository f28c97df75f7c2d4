import { describe, expect, test } from 'vitest'
import { find, lines, listOf } from '../rule-run.ts'

describe('entry-duplicate', () => {
  test('finds the second entry of a label', () => {
    expect(find('entry-duplicate', 'A.[^1]\n\n[^1]: Note.\n[^2]: Note.\n[^1]: Another.\n')).toMatchObject([
      {
        line: '5:1-5:5 error duplicate [^1]',
        message: '`[^1]` has an entry already, expected a label of its own',
        data: { entry: '[^1]' },
        related: ['3:1-3:5 `[^1]` stands here first'],
        fixed: undefined,
      },
    ])
    const listed = `A.[1] B.[2]${listOf(1, 2)}\n[2] Something else.\n`
    expect(lines('entry-duplicate', listed)).toEqual(['9:1-9:4 error duplicate [2]'])
  })

  test('warns where both say the same', () => {
    const text = 'A [1].\n\n[1]: https://example.org/\n[1]: https://example.org/\n'
    expect(lines('entry-duplicate', text)).toEqual(['4:1-4:4 warning duplicate [1]'])
  })

  test('knows definitions of links with words for labels', () => {
    const text = 'The [board] and the [Guild][].\n\n[board]: /a\n[guild]: /b\n[Board]: /c\n[guild]: /b\n'
    expect(find('entry-duplicate', text)).toMatchObject([
      { line: '5:1-5:8 error duplicate [Board]', related: ['3:1-3:8 `[board]` stands here first'] },
      { line: '6:1-6:8 warning duplicate [guild]', related: ['4:1-4:8 `[guild]` stands here first'] },
    ])
  })

  test('leaves comments that are written as definitions alone', () => {
    const text = 'A [board].\n\n[board]: /a\n\n[//]: # (One.)\n[//]: # (Two.)\n\n[x]: <> (One.)\n[x]: <> (Two.)\n'
    expect(lines('entry-duplicate', text)).toEqual([])
  })

  test('leaves different labels alone', () => {
    expect(lines('entry-duplicate', 'A.[^1]\n\n[^1]: Note.\n[^2]: Note.\n')).toEqual([])
  })
})
