import { describe, expect, test } from 'vitest'
import { find, lines, upTo } from '../rule-run.ts'

describe('marker-malformed', () => {
  const noted = (text: string) => `A.[^1] B.${text} C.[^3]\n\n[^1]: Note.\n[^2]: Note.\n[^3]: Note.\n`
  const listed = (text: string) => `A.[1] B.${text} C.[3]${upTo(3)}`

  test('says what is written and what was meant, and mends it', () => {
    expect(find('marker-malformed', noted('^[2]'))).toMatchObject([
      {
        line: '1:10-1:14 error caret ^[2]',
        message: '`^[2]` has its caret at the wrong place, expected `[^2]`',
        data: { marker: '^[2]', expected: '[^2]' },
        fix: { safe: true, title: 'Write `[^2]`' },
        fixed: noted('[^2]'),
      },
    ])
  })

  test.each([
    ['[^2}', 'bracket', '`[^2}` has a wrong or a lost bracket, expected `[^2]`'],
    ['[^ 2]', 'space', '`[^ 2]` is no footnote with a space in it, expected `[^2]`'],
    ['[2^]', 'caret', '`[2^]` has its caret at the wrong place, expected `[^2]`'],
    ['【^2】', 'width', '`【^2】` is written in full width, expected `[^2]`'],
  ])('mends the footnote %s', (text, id, message) => {
    expect(find('marker-malformed', noted(text))).toMatchObject([{ messageId: id, message, fixed: noted('[^2]') }])
  })

  test.each([
    ['{2]', 'bracket', '`{2]` has a wrong or a lost bracket, expected `[2]`'],
    ['[2', 'bracket', '`[2` has a wrong or a lost bracket, expected `[2]`'],
    ['2]', 'bracket', '`2]` has a wrong or a lost bracket, expected `[2]`'],
    ['［2］', 'width', '`［2］` is written in full width, expected `[2]`'],
  ])('mends the number %s', (text, id, message) => {
    expect(find('marker-malformed', listed(text))).toMatchObject([{ messageId: id, message, fixed: listed('[2]') }])
  })

  test.each([
    ['a bracket that is lost behind several numbers', '[2, 3'],
    [
      'a bracket with more numbers than anybody cites',
      `[${Array.from({ length: 200 }, (_, index) => index + 1).join(', ')}]`,
    ],
  ])('says nothing of %s', (_, text) => {
    expect(find('marker-malformed', listed(text))).toEqual([])
  })

  test('knows letters for digits and what nobody sees', () => {
    const ten = Array.from({ length: 9 }, (_, index) => `A.[${index + 1}]`).join(' ')
    expect(find('marker-malformed', `${ten} B.[1O]${upTo(10)}`)).toMatchObject([
      { messageId: 'letter', message: '`[1O]` has a letter for a digit, expected `[10]`' },
    ])
    expect(find('marker-malformed', `${ten} B.[1\u200B0]${upTo(10)}`)).toMatchObject([
      { messageId: 'invisible', message: '`[1\u200B0]` has an invisible character in it, expected `[10]`' },
    ])
  })

  test('leaves what is well written, and brackets that no entry wants', () => {
    expect(lines('marker-malformed', noted('[^2]'))).toEqual([])
    expect(lines('marker-malformed', `A.[1] B {5] C.[2]${upTo(2)}`)).toEqual([])
  })
})
