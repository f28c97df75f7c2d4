import { describe, expect, test } from 'vitest'
import { find, fixes, lines, upTo } from '../rule-run.ts'

/** Sentences with a marker each, by a pattern: `A.#`; and a list for them. */
const listed = (...patterns: readonly string[]) => {
  let count = 0
  const text = patterns.join(' ').replaceAll('#', () => `[${++count}]`)
  return `${text}${upTo(count)}`
}
const places = (...patterns: readonly string[]) =>
  lines('marker-punctuation', listed(...patterns)).map((line) => line.replace(/^.* warning /, ''))

describe('marker-punctuation', () => {
  test('finds the one marker on the other side', () => {
    const text = listed('One.#', 'Two.#', 'Three#.', 'Four.#')
    expect(find('marker-punctuation', text)).toMatchObject([
      {
        line: '1:22-1:25 warning before [3]',
        message: '`[3]` stands before `.`, expected it behind',
        data: { marker: '[3]', punctuation: '.' },
        fix: { safe: true, title: 'Move `.` to the other side' },
        fixed: listed('One.#', 'Two.#', 'Three.#', 'Four.#'),
      },
    ])
    const other = listed('One#.', 'Two#.', 'Three.#', 'Four#.')
    expect(find('marker-punctuation', other)).toMatchObject([
      {
        line: '1:23-1:26 warning after [3]',
        message: '`[3]` stands behind `.`, expected it before',
        fixed: listed('One#.', 'Two#.', 'Three#.', 'Four#.'),
      },
    ])
  })

  test('goes by the majority of the document', () => {
    expect(places('One.#', 'Two.#', 'Three#.')).toEqual([])
    expect(places('One.#', 'Two#.', 'Three.#', 'Four#.', 'Five.#')).toEqual([])
    expect(places('One#.', 'Two#.', 'Three#.', 'Four#.')).toEqual([])
    expect(places('One.#', 'Two.#', 'Three.#', 'Four.#', 'Five.#', 'Six.#', 'Seven#.', 'Eight#.')).toHaveLength(2)
  })

  test('judges each kind of punctuation by itself', () => {
    const stops = ['One.#', 'Two.#', 'Three!#', 'Four?#'] as const
    expect(places(...stops, 'five#, six.')).toEqual([])
    expect(places(...stops, 'five#, six#, seven#, eight,# nine.')).toEqual(['after [8]'])
    expect(places(...stops, 'five#; six#; seven#; eight;# nine.')).toEqual(['after [8]'])
    expect(places(...stops, 'five#: six#: seven#: eight:# nine.')).toEqual(['after [8]'])
    expect(places(...stops, 'five#—six#—seven#—eight—# nine.')).toEqual(['after [8]'])
    expect(places(...stops, 'Five#... Six#. Seven.#')).toEqual(['before [6]'])
    expect(places(...stops, 'Five#! Six.# Seven.# Eight.#')).toEqual(['before [5]'])
  })

  test('judges each notation by itself', () => {
    const notes = '\n\n[^1]: Note.\n\n[^2]: Note.\n\n[^3]: Note.\n\n[^4]: Note.\n'
    const both = `One[1].[^1] Two[2]. Three.[^2] Four[3]. Five.[^3] Six[4].${notes}${upTo(4)}`
    expect(lines('marker-punctuation', both)).toEqual([])
    expect(lines('marker-punctuation', both.replace('Five.[^3]', 'Five[^3].'))).toEqual([])
    const four = `One.[^1] Two[2]. Three.[^2] Four[3]. Five.[^3] Six[1]. Seven[^4]. Eight.[4]${notes}${upTo(4)}`
    expect(lines('marker-punctuation', four)).toEqual(['1:61-1:65 warning before [^4]', '1:73-1:76 warning after [4]'])
  })

  test.each([
    ['港口于春天疏浚#。', '领港员曾提出请求#。', '公会没有付款#。', '委员会付了款。#', 'after [4]'],
    ['港口疏浚，#', '领港员提出请求，#', '公会没有付款，#', '委员会付了款#，好', 'before [4]'],
    ['본다．#', '본다．#', '본다．#', '본다#．', 'before [4]'],
    ['وصل؟#', 'وصل؟#', 'وصل؟#', 'وصل#؟', 'before [4]'],
    ['गया।#', 'गया।#', 'गया।#', 'गया#।', 'before [4]'],
  ])('knows punctuation of other scripts: %s', (...patterns) => {
    expect(places(...patterns.slice(0, -1))).toEqual(patterns.slice(-1))
  })

  test('judges each script by itself', () => {
    expect(places('One.#', 'Two.#', 'Three.#', '疏浚#。', '请求#。', '付款#。')).toEqual([])
  })

  test.each([
    '“Four.”#',
    '“Four#.”',
    '(Four#).',
    '(four#), five',
    'four etc#. Five',
    'Four et al#. Five',
    'in the U.S#. Five',
    'by J#. Five',
    'am 3#. Mai',
    'Four#. five',
    'version#.5 is',
    'Four.#, five',
    'Four?#. Five',
    'see #. Five',
    'see “#”. Five',
    'four #. Five',
    '[four]#. Five',
    'Four#..',
    'four#,five',
  ])('leaves alone what may be right: %s', (pattern) => {
    const found = places('One.#', 'Two.#', 'Three.#', pattern)
    // A quotation that ends behind the full stop is on one side or the other.
    expect(found).toEqual(pattern === '“Four#.”' ? ['before [4]'] : [])
  })

  test('leaves what is to be mended first, and what stands inside an entry', () => {
    const notes = '\n\n[^1]: Note.\n[^2]: Note[^1].\n[^3]: Note.\n[^4]: Note.\n'
    expect(lines('marker-punctuation', `One.[^1] Two.[^2] Three.[^3] Four[^ 4].${notes}`)).toEqual([])
    expect(lines('marker-punctuation', `One.[^1] Two.[^2] Three.[^3] Four.[^4]${notes}`)).toEqual([])
    expect(places('One.#', 'Two.#', 'Three.#', 'Four[4] #.')).toEqual([])
    expect(lines('marker-punctuation', `One.[1] Two.[2] Three.[3] Four[ 4 ].${upTo(4)}`)).toEqual([])
  })

  test('moves clusters whole, with their pages', () => {
    const before = `One.[1] Two.[2] Three.[3] Four[3][4]:12–14. Five[2, 3].${upTo(4)}`
    expect(lines('marker-punctuation', before)).toEqual([])
    const some = `One.[1] Two.[2] Three.[3] Six.[1] Seven.[2] Eight.[4] Four[3][4]:12–14. Five[2, 3].${upTo(4)}`
    expect(find('marker-punctuation', some).map(({ line }) => line)).toEqual([
      '1:59-1:71 warning before [3][4]:12–14',
      '1:77-1:83 warning before [2, 3]',
    ])
    expect(fixes('marker-punctuation', some)[0]).toContain('Four.[3][4]:12–14 Five')
  })

  test.each([
    ['Four#...', 'Four...#'],
    ['four#, five', 'four,# five'],
    ['“four”#, five', '“four”,# five'],
    ['“Four#?”', '“Four?#”'],
    ['(Four#.)', '(Four.#)'],
    ['*four*#, five', '*four*,# five'],
  ])('mends %s', (pattern, mended) => {
    const all = (one: string) => listed('One.#', one)
    expect(fixes('marker-punctuation', all(pattern), { side: 'after' })).toEqual([all(mended)])
    expect(fixes('marker-punctuation', all(mended), { side: 'before' })).toContain(all(pattern))
  })

  test('mends raised numbers and notes in place', () => {
    const raised = 'One¹. Two.²\n\n## Notes\n\n1. First.\n2. Second.\n'
    expect(fixes('marker-punctuation', raised, { side: 'after' })).toEqual([raised.replace('¹.', '.¹')])
    const note = 'One^[a note in place]. Two.^[another one]\n'
    expect(fixes('marker-punctuation', note, { side: 'after' })).toEqual([
      'One.^[a note in place] Two.^[another one]\n',
    ])
  })

  test.each([
    ['**four.**#', 'before'],
    ['four<sup>#</sup>.', 'after'],
    ['Four#!', 'after'],
    ['x^.#', 'before'],
  ])('finds, but does not mend %s', (pattern, side) => {
    expect(fixes('marker-punctuation', listed('One#.', 'Two.#', pattern), { side }).at(-1)).toBeUndefined()
  })

  test('does as it is told', () => {
    const text = listed('One#.', 'Two,#', 'three#; four;# five#—six—# seven.# Eight...#')
    const found = (side: string) => lines('marker-punctuation', text, { side }).map((line) => line.slice(-3))
    expect(found('off')).toEqual([])
    expect(found('before')).toEqual(['[2]', '[4]', '[6]', '[7]', '[8]'])
    expect(found('after')).toEqual(['[1]', '[3]', '[5]'])
    expect(found('after-except-dash')).toEqual(['[1]', '[3]', '[6]'])
    expect(found('ama')).toEqual(['[1]', '[4]'])
  })

  describe('checks markers behind white space', () => {
    const text = listed('One #.', 'Two. #', 'Three #, four #.')

    test('where they stand so, and it is told a side', () => {
      expect(lines('marker-punctuation', text, { side: 'before' })).toEqual(['1:15-1:18 warning after [2]'])
      expect(fixes('marker-punctuation', text, { side: 'before' })).toEqual([text.replace('Two. [2]', 'Two [2].')])
      expect(fixes('marker-punctuation', listed('One #.', 'Two #.'), { side: 'after' })[0]).toBe(
        listed('One. #', 'Two #.'),
      )
    })

    test('but not by the majority', () => {
      expect(lines('marker-punctuation', listed('One #.', 'Two #.', 'Three #.', 'Four #.', 'Five. #'))).toEqual([])
    })

    test('nor where most hold on to the text', () => {
      const mixed = listed('One#.', 'Two#.', 'Three. #')
      expect(lines('marker-punctuation', mixed, { side: 'before' })).toEqual([])
    })

    test('nor where they may belong to what follows', () => {
      const open = listed('One #.', 'Two; # says so, and: # too, # above all.', 'Six. # shows it.')
      expect(lines('marker-punctuation', open, { side: 'before' })).toEqual([])
    })
  })

  test('does so for the markers that it is told', () => {
    const text = `One [1]. Two. [2] Three.[^a] Four[^b].\n\n[^a]: A.\n[^b]: B.\n${upTo(2)}`
    const found = (options: object) => lines('marker-punctuation', text, options).map((line) => line.split(' ').at(-1))
    expect(found({ side: 'before', markers: 'inline' })).toEqual(['[2]'])
    expect(found({ side: 'before', markers: 'raised' })).toEqual(['[^a]'])
    expect(found({ side: 'before' })).toEqual(['[2]', '[^a]'])
    expect(found({ side: 'after', markers: 'raised' })).toEqual(['[^b]'])
  })
})
