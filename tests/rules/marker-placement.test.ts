import { describe, expect, test } from 'vitest'
import { find, lines, upTo } from '../rule-run.ts'

const notes = Array.from({ length: 9 }, (_, index) => `[^${index + 1}]: Note ${index}.\n`).join('')

describe('marker-placement', () => {
  test('finds a marker in a heading, but for the title', () => {
    const text = `# The road[^1]\n\nText.[^2]\n\n## The men[^3][^4]\n\nText.[^5]\n\n${notes}`
    expect(find('marker-placement', text)).toMatchObject([
      {
        line: '5:11-5:19 warning heading [^3][^4]',
        message: '`[^3][^4]` stands in a heading, expected it in the text',
        fix: undefined,
      },
    ])
    expect(lines('marker-placement', text, { headings: 'allow' })).toEqual([])
    expect(lines('marker-placement', `Text.[1]\n\nTitle [2]\n---------\n\nText.${upTo(2)}`)).toEqual([])
  })

  test('finds a marker that is all of a paragraph, or opens one', () => {
    const text = (own: string) => `One.[1] Two.[2] Three.[3]\n\n${own}${upTo(4)}`
    expect(find('marker-placement', text('[4]'))).toMatchObject([
      {
        line: '3:1-3:4 warning alone [4]',
        message: '`[4]` stands alone at the start of a paragraph, expected it behind what it belongs to',
      },
    ])
    expect(lines('marker-placement', text('[4] The road goes on.'))).toEqual(['3:1-3:4 warning alone [4]'])
    expect(lines('marker-placement', text('[4][1]:12 “The road” goes on.'))).toEqual([
      '3:1-3:10 warning alone [4][1]:12',
    ])
    expect(lines('marker-placement', text('[4].'))).toEqual(['3:1-3:4 warning alone [4]'])
    expect(lines('marker-placement', text('[4]道路。'))).toEqual(['3:1-3:4 warning alone [4]'])
  })

  test.each([
    '[4] shows it.',
    '[4] and [3] show it.',
    '[4], which shows it.',
    '([4] shows it.)',
    '- [4] The road.',
    '| a | b |\n| - | - |\n| [4] | The road |',
    'Goes\n[4] On.',
  ])('leaves a marker that may be a word: %s', (own) => {
    expect(lines('marker-placement', `One.[1] Two.[2] Three.[3]\n\n${own}${upTo(4)}`)).toEqual([])
  })

  test('leaves a document that opens its paragraphs so', () => {
    const verses = '[1] One verse.\n\n[2] Two verses.\n\nThree.[3] Four.[4] Five.[1]'
    expect(lines('marker-placement', `${verses}${upTo(4)}`)).toEqual([])
    expect(lines('marker-placement', `One.[1]\n\n[2] Two.${upTo(2)}`)).toEqual([])
  })

  test('leaves labels, notes in place and what stands in entries', () => {
    const list = '[1] One.\n\n[2] Two.\n\n[3] Three.\n\n[4] Four.\n'
    expect(lines('marker-placement', `One.[1] Two.[2] Three.[3] Four.[4]\n\n## References\n\n${list}`)).toEqual([])
    expect(lines('marker-placement', `One.^[a note] Two.^[a note] Three.^[a note]\n\n^[a note] Four.\n`)).toEqual([])
    expect(lines('marker-placement', `One.[^1] Two.[^2] Three.[^3]\n\n[^1]: [^2] One.\n\n${notes.slice(14)}`)).toEqual(
      [],
    )
  })
})
