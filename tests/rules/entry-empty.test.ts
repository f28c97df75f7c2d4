import { describe, expect, test } from 'vitest'
import { find, lines } from '../rule-run.ts'

describe('entry-empty', () => {
  test('finds notes and items without a text', () => {
    expect(find('entry-empty', 'A.[^1] B.[^2]\n\n[^1]:\n[^2]: Note.\n')).toMatchObject([
      {
        line: '3:1-3:5 error empty [^1]',
        message: '`[^1]` has no text, expected a note or a source',
        data: { entry: '[^1]' },
        fixed: undefined,
      },
    ])
    const listed = 'A.[1] B.[2] C.[3]\n\n## References\n\n[1] Minutes.\n\n[2]\n\n[3] Letters.\n'
    expect(lines('entry-empty', listed)).toEqual(['7:1-7:4 error empty [2]'])
  })

  test('finds a link definition without an address', () => {
    expect(lines('entry-empty', 'A [1].\n\n[1]: <>\n')).toEqual(['3:1-3:4 error empty [1]'])
    expect(lines('entry-empty', 'A [1].\n\n[1]: #\n')).toEqual([])
  })

  test('leaves images, code and text on the next line alone', () => {
    const text = 'A.[^1] B.[^2] C.[^3]\n\n[^1]: ![](harbour.png)\n[^2]: `code`\n[^3]:\n    Note.\n'
    expect(lines('entry-empty', text)).toEqual([])
  })
})
