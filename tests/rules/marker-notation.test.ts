import { describe, expect, test } from 'vitest'
import { find, lines, upTo } from '../rule-run.ts'

const notes = (count: number) =>
  `\n\n${Array.from({ length: count }, (_, index) => `[^${index + 1}]: Note ${index}.\n`).join('')}`
const rules = ['marker-notation', 'entry-unused', 'marker-gap', 'marker-order', 'marker-undefined', 'series-entries']

describe('marker-notation', () => {
  test('finds the one marker in another notation, and says it once', () => {
    const text = `One.[^1] Two.[^2] Three.[3] Four.[^4]${notes(4)}`
    expect(find('marker-notation', text)).toMatchObject([
      {
        line: '1:25-1:28 info notation [3]',
        message: '`[3]` is written in another notation than `[^2]`, expected one for all',
        data: { marker: '[3]', other: '[^2]', count: 1 },
        related: ['1:14-1:18 `[^2]` is cited here'],
        fix: undefined,
      },
    ])
    expect(rules.flatMap((rule) => lines(rule, text))).toHaveLength(1)
  })

  test.each([
    ['a footnote beside references', `One.[1] Two.[2] Three.[^3] Four.[4]${upTo(4)}`, '[^3]'],
    ['a raised number beside references', `One.[1] Two.[2] Three.³ Four.[4]${upTo(4)}`, '³'],
    ['a raised tag beside references', `One.[1] Two.[2] Three.<sup>3</sup> Four.[4]${upTo(4)}`, '<sup>3</sup>'],
    ['a raised number beside footnotes', `One.[^1] Two.[^2] Three.³ Four.[^4]${notes(4)}`, '³'],
    [
      'a reference beside raised numbers',
      `One.¹ Two.² Three.[3] Four.⁴\n\n## Notes\n\n1. A\n2. B\n3. C\n4. D\n`,
      '[3]',
    ],
  ])('finds %s', (_, text, marker) => {
    expect(lines('marker-notation', text)).toEqual([
      expect.stringMatching(new RegExp(` info notation ${marker.replace(/[[\]^]/g, '\\$&')}$`)),
    ])
    expect(rules.flatMap((rule) => lines(rule, text))).toHaveLength(1)
  })

  test('names the others of one notation with the first, and each notation by itself', () => {
    const words = ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight']
    const text = (...markers: string[]) =>
      `${markers.map((marker, index) => `${words[index]}.${marker}`).join(' ')}${notes(markers.length)}`
    const two = text('[^1]', '[^2]', '[3]', '[^4]', '[5]', '[^6]', '[^7]', '[^8]')
    expect(find('marker-notation', two)).toMatchObject([
      {
        line: '1:25-1:28 info notation [3]',
        data: { count: 2 },
        related: [expect.anything(), '1:44-1:47 `[5]` is cited here'],
      },
    ])
    const both = text('[^1]', '[^2]', '[3]', '[^4]', '⁵', '[^6]', '[^7]', '[^8]')
    expect(lines('marker-notation', both)).toHaveLength(2)
  })

  test.each([
    ['more than a quarter', `One.[^1] Two.[^2] Three.[3] Four.[4]${notes(4)}`],
    ['another place than the run wants', `One.[^1] Two.[3] Three.[^2] Four.[^4]${notes(4)}`],
    ['a number that is cited', `One.[^1] Two.[^2] Three.[^3] Three.[3] Four.[^4]${notes(4)}`],
    ['an index', `One.[^1] Two.[^2] the argList[3] Four.[^4]${notes(4)}`],
    ['an exponent', `One.[^1] Two.[^2] three m³ Four.[^4]${notes(4)}`],
    ['a bracket that stands apart', `One.[^1] Two.[^2] three [3] four Four.[^4]${notes(4)}`],
    ['an escaped bracket', `One.[^1] Two.[^2] Three.\\[3] Four.[^4]${notes(4)}`],
    ['a link', `One.[^1] Two.[^2] Three.[3](https://example.org) Four.[^4]${notes(4)}`],
    ['notes beside references', `One[1].[^1] Two[2].[^2] Three[3]. Four[4].${notes(2)}${upTo(4)}`],
    ['letters beside numbers', `One.[1] Two.[2] Three.[3][a] Four.[4]${upTo(4)}\n\n## Notes\n\na. Note.\n`],
    ['notes in place beside footnotes', `One.[^1] Two.[^2] Three.^[In place.] Four.[^4]${notes(4)}`],
  ])('leaves %s alone', (_, text) => {
    expect(lines('marker-notation', text)).toEqual([])
  })

  describe('wants the notation that it is told:', () => {
    const brackets = `One.[1] Two.[2][3]${upTo(3)}`
    const raised = 'One.¹ Two.<sup>2</sup>\n\n## Notes\n\n1. First.\n2. Second.\n'
    const found = (text: string, notation: string) => find('marker-notation', text, { notation })

    test('raised', () => {
      expect(found(brackets, 'superscript')).toMatchObject([
        {
          line: '1:5-1:8 info style [1]',
          message: '`[1]` is written in another notation than the style wants, expected `¹`',
          data: { count: 3 },
          related: ['1:13-1:16 `[2]` is cited here', '1:16-1:19 `[3]` is cited here'],
        },
      ])
      expect(found(raised, 'superscript')).toEqual([])
    })

    test('in brackets or parentheses', () => {
      expect(found(raised, 'bracket').map(({ line }) => line)).toEqual(['1:5-1:6 info style ¹'])
      expect(found(raised, 'parenthesis').map(({ line }) => line)).toEqual(['1:5-1:6 info style ¹'])
      expect(found(brackets, 'bracket')).toEqual([])
      expect(found('One [1]. Two [2].\n\n[1]: /a\n[2]: /b\n', 'bracket')).toEqual([])
      expect(found('One [1]. Two [2].\n\n[1]: /a\n[2]: /b\n', 'superscript')).toHaveLength(1)
    })

    test('but not of footnotes, notes in place and letters, nor inside entries', () => {
      const link = 'See [the act][1] and [the map][2].\n\n[1]: /a\n[2]: /b\n'
      expect(found(link, 'superscript')).toEqual([])
      const free = `One.[^1] Two.^[In place, with words.] Three[a] four[b] five[c]${notes(1)}`
      for (const notation of ['superscript', 'bracket', 'parenthesis']) expect(found(free, notation)).toEqual([])
      expect(found(`One.[^1]${notes(1).replace('Note', 'See [1]')}`, 'superscript')).toEqual([])
    })

    test('and says a stray of the same notation no second time', () => {
      const text = `One.[^1] Two.[^2] Three.[3] Four.[^4]${notes(4)}`
      expect(found(text, 'superscript').map(({ messageId }) => messageId)).toEqual(['notation'])
    })
  })
})
