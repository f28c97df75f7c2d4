import { describe, expect, test } from 'vitest'
import { find, fixes, lines, listOf, upTo } from '../rule-run.ts'

describe('entry-unused', () => {
  test('finds an entry without a marker, at its label', () => {
    expect(find('entry-unused', `A.[1] B.[3]${upTo(3)}`)).toMatchObject([
      {
        line: '7:1-7:4 warning unused [2]',
        message: '`[2]` is cited nowhere, expected a marker for it',
        data: { entry: '[2]' },
        fix: { safe: false, changes: 'entries' },
        fixed: `A.[1] B.[3]${listOf(1, 3)}`,
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

  test('removes an entry with what continues it, where the lines are its own', () => {
    const fixed = (text: string, path?: string) => fixes('entry-unused', text, {}, path)
    const two = 'A.[^1] B.[^3]\n\n'
    const continued = `${two}[^1]: One.\n\n[^2]: Two.\n\n    More.\n\n    - And a list.\n\n[^3]: Three.\n`
    expect(fixed(continued)).toEqual([`${two}[^1]: One.\n\n[^3]: Three.\n`])
    expect(fixed(`${two}[^1]: One.\n[^2]: Two.\n[^3]: Three.\n`)).toEqual([`${two}[^1]: One.\n[^3]: Three.\n`])
    expect(fixed(`> ${two.replaceAll('\n', '\n> ')}[^1]: One.\n> [^3]: Three.\n>\n> [^2]: Two.\n`)).toEqual([
      `> ${two.replaceAll('\n', '\n> ')}[^1]: One.\n> [^3]: Three.\n`,
    ])
    expect(fixed('A.[^1]\r\n\r\n[^1]: One.\r\n\r\n[^2]: Two.')).toEqual(['A.[^1]\r\n\r\n[^1]: One.'])
    expect(fixed('A.[^1]\n\n[^2]: Two.\n\n[^1]: One.\n')).toEqual(['A.[^1]\n\n[^1]: One.\n'])
  })

  test('removes no item of a list that Markdown numbers, nor what shares its lines', () => {
    const listed = 'A.[1] B.[3]\n\n## References\n\n1. Minutes.\n2. Accounts.\n3. Letters.\n'
    expect(fixes('entry-unused', listed)).toEqual([undefined])
    expect(fixes('entry-unused', listed, {}, 'article.txt')).toEqual([listed.replace('2. Accounts.\n', '')])
    const inLine = 'A.[1] B.[3] C.[4]\n\n## References\n\n[1] Adler. [2] Berg. [3] Carl. [4] Dora.\n'
    expect(fixes('entry-unused', inLine)).toEqual([undefined])
    const withCode = `A.[1] B.[3]${upTo(3)}`.replace('[3] Acc', '    code();\n\n[3] Acc')
    expect(fixes('entry-unused', withCode)).toEqual([undefined])
    expect(
      fixes('entry-unused', '<p>A.[1]</p>\n<ol><li>One.</li><li>Two.</li></ol>', {}, 'a.html').every((one) => !one),
    ).toBe(true)
  })
})
