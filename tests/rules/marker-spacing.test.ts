import { describe, expect, test } from 'vitest'
import { find, fixes, lines, listOf, upTo } from '../rule-run.ts'

describe('marker-spacing', () => {
  const words = ['Spring', 'Summer', 'Autumn', 'Winter', 'Rain', 'Snow', 'Wind', 'Fog', 'Hail', 'Ice']
  /** Ten attached markers, one line each, in front of a text. */
  const after = (text: string) => `${words.map((word, index) => `${word}.[${index + 1}]`).join('\n\n')}\n\n${text}\n`
  const found = (text: string, options = {}) =>
    lines('marker-spacing', after(text), options).map((line) => line.replace(/^21:/, '').replace(/-21:\d+/, ''))
  const fixed = (text: string, options = {}) =>
    fixes('marker-spacing', after(text), options).map((one) => one && one.slice(after('').length - 1, -1))

  test('finds a stray space behind the end of a sentence', () => {
    const text = after('The end. [11] More.')
    expect(find('marker-spacing', text)).toMatchObject([
      {
        line: '21:10-21:14 error before [11]',
        message: 'White space stands before `[11]`, expected none',
        data: { marker: '[11]' },
        fix: { safe: true, title: 'Remove the white space' },
        fixed: after('The end.[11] More.'),
      },
    ])
  })

  test.each([
    'The end! [11] More',
    'The “end.” [11] More',
    '終わり。 [11] 次',
    'The end.\u00A0[11]',
    'The end.\u200B[11]',
  ])('takes it for an error behind a sentence: %s', (text) =>
    expect(found(text)).toEqual([expect.stringContaining(' error before [11]')]),
  )

  test.each([
    'the middle [11] of it',
    'a comma, [11] and',
    'Smith et al. [11] show',
    'Smith et al. [11], who',
    'Smith et al. [11][12] show',
    'by Smith et al. [11].',
    'what the pilot [11] Smith saw',
  ])('warns in mid-sentence: %s', (text) =>
    expect(found(text)).toEqual([expect.stringContaining(' warning before [11]')]),
  )

  test('goes by the majority of the document', () => {
    expect(lines('marker-spacing', 'A [1]. B [2]. C [3]. D [4].')).toEqual([])
    expect(lines('marker-spacing', 'A.[1] B. [2] C.[3]')).toEqual([])
    expect(lines('marker-spacing', 'A.[1] B. [2] C.[3] D.[4]')).toEqual(['1:10-1:13 error before [2]'])
    expect(lines('marker-spacing', 'A.[1] B. [2] C.[3] D. [4] E.[5]')).toEqual([])
  })

  test('does as it is told', () => {
    const mixed = 'A.[1] B. [2] C.[3]'
    expect(lines('marker-spacing', mixed, { before: 'attached' })).toEqual(['1:10-1:13 error before [2]'])
    expect(lines('marker-spacing', 'A.[1] B. [2] C.[3] D.[4]', { before: 'off' })).toEqual([])
    expect(find('marker-spacing', mixed, { before: 'spaced' })).toMatchObject([
      {
        line: '1:3-1:6 warning unspaced [1]',
        message: 'No white space stands before `[1]`, expected a space',
        fix: { safe: true, title: 'Insert a space' },
        fixed: 'A. [1] B. [2] C.[3]',
      },
      { line: '1:16-1:19 warning unspaced [3]' },
    ])
  })

  test('wants no space behind a bracket, in a cluster, at the start or at the end of a full line', () => {
    const spaced = { before: 'spaced' }
    expect(lines('marker-spacing', 'A [1]. B ([2]). C “[3]”. D [4][5].', spaced)).toEqual([])
    expect(lines('marker-spacing', `A [2].\n\n[1] B.${upTo(2)}`, spaced)).toEqual([])
    const wrapped = Array.from(
      { length: 6 },
      (_, index) => `The line is full up to here, words and all\n[${index + 1}].`,
    )
    expect(lines('marker-spacing', wrapped.join('\n'), spaced)).toEqual([])
  })

  test('leaves white space that cannot go', () => {
    expect(fixed('The end. <sup>[11]</sup>')).toEqual(['The end.<sup>[11]</sup>'])
    expect(fixed('The end. **[11]**')).toEqual([undefined])
    expect(fixed('> The end.\n> [11]')).toEqual([undefined])
    expect(fixed('The end.\n  [11]')).toEqual(['The end.[11]'])
    expect(fixed('The end \\ [11]')).toEqual([undefined])
    expect(fixed('The x^ [11] end')).toEqual([undefined])
    expect(fixed('The [end] [11]')).toEqual([undefined])
    expect(fixed('The end! [11]')).toEqual(['The end![11]'])
    const links = [1, 2, 3, 4].map((number) => `[${number}]: https://example.org/${number}\n`).join('')
    expect(fixes('marker-spacing', `A.[1] B.[2] C! [3] D.[4]\n\n${links}`)).toEqual([undefined])
    expect(fixes('marker-spacing', `A.[1] B.[2] C. [3] D.[4]\n\n${links}`)).toEqual([
      `A.[1] B.[2] C.[3] D.[4]\n\n${links}`,
    ])
  })

  test('finds white space inside the brackets where others have none', () => {
    expect(find('marker-spacing', after('The end.[ 11 ]'))).toMatchObject([
      {
        line: '21:9-21:15 warning inside [ 11 ]',
        message: 'White space stands inside `[ 11 ]`, expected none',
        fixed: after('The end.[11]'),
      },
    ])
    expect(fixed('The end.[11, 12 ]')).toEqual(['The end.[11, 12]'])
    const [padded] = find('marker-spacing', after('The end.[ 11]'))
    expect(padded?.fix?.edits).toHaveLength(1)
    expect(fixed('The end.[\u200B11]')).toEqual(['The end.[11]'])
    expect(lines('marker-spacing', 'A.[1] B.[ 2 ] C.[3]')).toEqual([])
    expect(lines('marker-spacing', 'A.[ 1 ] B.[ 2 ] C.[ 3 ] D.[ 4 ]')).toEqual([])
  })

  test('finds white space between markers where others have none', () => {
    expect(find('marker-spacing', 'A.[1][2] B.[3][4] C.[5] [6] D.[7][8]')).toMatchObject([
      {
        line: '1:25-1:28 warning between [6]',
        message: 'White space stands between `[6]` and the marker before it, expected none',
        fixed: 'A.[1][2] B.[3][4] C.[5][6] D.[7][8]',
      },
    ])
    expect(lines('marker-spacing', 'A.[1][2] B.[3][4] C.[5] [6]')).toEqual([])
    expect(lines('marker-spacing', 'A.[1][2] B.[3], [4] C.[5] [6] D.[7]–[8]')).toEqual([])
    expect(lines('marker-spacing', 'A.[1] [2] B.[3] [4] C.[5] [6] D.[7] [8]')).toEqual([])
    const notes = Array.from({ length: 8 }, (_, index) => `[^${index + 1}]: Note.`).join('\n')
    const noted = 'A.[^1][^2] B.[^3][^4] C.[^5] [^6] D.[^7][^8]'
    expect(lines('marker-spacing', `${noted}\n\n${notes}\n`)).toEqual(['1:30-1:34 warning between [^6]'])
  })

  test('knows that links must not touch', () => {
    const links = Array.from({ length: 6 }, (_, index) => `[${index + 1}]: https://example.org/${index + 1}\n`).join('')
    expect(lines('marker-spacing', `A.[1] [2] B.[3] C.[4][7] D.[8][9] E.[10][11] F.[12][13]\n\n${links}`)).toEqual([])
    const mixed = `A.[11][12] B.[13][14] C.[15][16] D.[1] [17] E.[2] F.[3] G.[4] H.[5] I.[6]\n\n${links}`
    expect(lines('marker-spacing', `${mixed}${listOf(11, 12, 13, 14, 15, 16, 17)}`)).toEqual([])
    const others = 'B.[7][8] C.[9][10] D.[11][12]'
    expect(lines('marker-spacing', `A.[1] [7] ${others} [2] E.[3] F.[4] G.[5] H.[6]\n\n${links}`)).toEqual([])
  })

  test('finds a letter right behind a marker', () => {
    expect(find('marker-spacing', after('Akhir.[11]Dalam bahasa'))).toMatchObject([
      {
        line: '21:7-21:11 warning after [11]',
        message: 'A letter stands right behind `[11]`, expected a space',
        fix: { safe: true, title: 'Insert a space' },
        fixed: after('Akhir.[11] Dalam bahasa'),
      },
    ])
    expect(fixed('Akhir.[11]:568–70 Dalam')).toEqual([])
    // With a space behind it, it would read as the label of an entry.
    const opening = find('marker-spacing', after('Akhir dari\n[12][11]Dalam bahasa'))
    expect(opening.find(({ line }) => line.includes(' after '))).toMatchObject({
      line: '22:5-22:9 warning after [11]',
      fix: undefined,
    })
    expect(found('終わり。[11]次の文')).toEqual([])
    expect(found('จบ[11]ต่อไป')).toEqual([])
    expect(found('Akhir.[11]” dalam')).toEqual([])
    expect(found('melihat [11]Dalam')).toEqual([])
    expect(found('Akhir.[11]Dalam bahasa', { after: false })).toEqual([])
  })

  test('leaves markers inside notes and malformed ones alone', () => {
    const notes = 'A.[^1] B.[^2] C.[^3] D.[^4]\n\n[^1]: Cf. [^2]\n[^2]: Note.\n[^3]: Note.\n[^4]: Note.\n'
    expect(lines('marker-spacing', notes)).toEqual([])
    const malformed = 'A.[^1] B.[^2] C.[^3] D. [^ 4]\n\n[^1]: Note.\n[^2]: Note.\n[^3]: Note.\n[^4]: Note.\n'
    expect(lines('marker-spacing', malformed)).toEqual([])
  })

  test('wants white space before the markers that it is told', () => {
    const text = `One[1] two [2]. Three[^a] four [^b]. The [act][3].\n\n[^a]: A.\n[^b]: B.\n\n[3]: /url\n${listOf(1, 2)}`
    const told = (options: object) => lines('marker-spacing', text, options).map((line) => line.split(' ').at(-1))
    expect(told({ before: 'spaced', markers: 'inline' })).toEqual(['[1]'])
    expect(told({ before: 'spaced', markers: 'raised' })).toEqual(['[^a]'])
    expect(told({ before: 'spaced' })).toEqual(['[1]', '[^a]'])
    expect(told({ before: 'attached', markers: 'raised' })).toEqual(['[^b]'])
  })
})
