import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnAt, createSource, formatOf, lineAt, lineText, offsetAt, positionAt } from '../src/source.ts'

const source = (text: string) => createSource('any.md', text)

/** Line ends of all kinds, characters of one to four bytes, halves of pairs, and what looks like a byte order mark. */
const text = fc
  .array(
    fc.constantFrom(
      '\n',
      '\r',
      '\r\n',
      'a',
      'é',
      '水',
      '😀',
      '\uD83D',
      '\uDE00',
      '\u2028',
      '\u0085',
      '\uFEFF',
      ' ',
      '\0',
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''))

describe('createSource', () => {
  it.each([
    ['', [0]],
    ['a', [0]],
    ['a\n', [0, 2]],
    ['a\nb', [0, 2]],
    ['a\r\nb', [0, 3]],
    ['a\rb', [0, 2]],
    ['\r\r\n\n', [0, 1, 3, 4]],
    ['a\n\rb', [0, 2, 3]],
    // Separators of Unicode end no line of a text file.
    ['a\u2028b\u0085c\u000Bd\u000Ce', [0]],
  ])('finds where the lines of %j begin', (content, starts) => {
    expect(source(content).lineStarts).toEqual(starts)
  })

  it('takes one byte order mark off and remembers it', () => {
    expect(source('\uFEFFa')).toMatchObject({ text: 'a', hasByteOrderMark: true, lineStarts: [0] })
    expect(source('\uFEFF\uFEFFa')).toMatchObject({ text: '\uFEFFa', hasByteOrderMark: true })
    expect(source('a\uFEFF')).toMatchObject({ text: 'a\uFEFF', hasByteOrderMark: false })
    expect(source('')).toMatchObject({ text: '', hasByteOrderMark: false })
  })

  it('takes format and language from who knows them', () => {
    expect(createSource('a.txt', '')).toMatchObject({ format: 'text', language: undefined })
    expect(createSource('a.txt', '', { format: 'markdown', language: 'id' })).toMatchObject({
      format: 'markdown',
      language: 'id',
    })
  })
})

describe('formatOf', () => {
  it.each([
    ['a.md', 'markdown'],
    ['a.markdown', 'markdown'],
    ['a.txt', 'text'],
    ['folder.txt/a.TEXT', 'text'],
    ['folder.txt/a', 'markdown'],
    ['a.txt.md', 'markdown'],
    ['txt', 'markdown'],
    ['', 'markdown'],
  ])('%j is %s', (path, format) => {
    expect(formatOf(path)).toBe(format)
  })
})

describe('positionAt', () => {
  it('counts lines and columns from one, the line end as part of its line', () => {
    const places = source('ab\r\nc\n')
    expect([0, 2, 3, 4, 5, 6].map((offset) => positionAt(places, offset))).toEqual([
      { line: 1, column: 1, offset: 0 },
      { line: 1, column: 3, offset: 2 },
      { line: 1, column: 4, offset: 3 },
      { line: 2, column: 1, offset: 4 },
      { line: 2, column: 2, offset: 5 },
      { line: 3, column: 1, offset: 6 },
    ])
  })

  it('moves offsets outside of the text to its nearest end', () => {
    expect(positionAt(source('ab'), -1)).toEqual({ line: 1, column: 1, offset: 0 })
    expect(positionAt(source('ab'), 9)).toEqual({ line: 1, column: 3, offset: 2 })
    expect(lineAt(source('a\nb'), 99)).toBe(2)
    expect(lineAt(source('a\nb'), -99)).toBe(1)
  })
})

describe('columnAt', () => {
  it.each([
    ['aé水😀|', 6, 5, 11],
    ['😀|😀', 3, 2, 5],
    ['x\n😀é|', 4, 3, 7],
    // A lone half counts as what is written for it.
    ['\uD83Dx|', 3, 3, 5],
    ['x\uDE00|', 3, 3, 5],
    // Between the halves of a pair.
    ['\uD83D|\uDE00', 2, 2, 4],
    ['|', 1, 1, 1],
  ])('of the bar in %j is %i, %i in code points, %i in bytes', (marked, utf16, codePoints, bytes) => {
    const offset = marked.indexOf('|')
    const place = source(marked.replace('|', ''))
    expect(columnAt(place, offset, 'utf16')).toBe(utf16)
    expect(columnAt(place, offset, 'code-point')).toBe(codePoints)
    expect(columnAt(place, offset, 'utf8')).toBe(bytes)
  })

  it('agrees with an encoder', () => {
    fc.assert(
      fc.property(text, fc.nat(60), (content, at) => {
        const place = source(content)
        const { line, offset } = positionAt(place, at)
        const before = place.text.slice(place.lineStarts[line - 1], offset)
        expect(columnAt(place, at, 'utf8')).toBe(Buffer.byteLength(before) + 1)
        expect(columnAt(place, at, 'code-point')).toBe(Array.from(before).length + 1)
        expect(columnAt(place, at, 'utf16')).toBe(before.length + 1)
      }),
      { numRuns: 300 },
    )
  })
})

describe('offsetAt', () => {
  it('gives nothing for a place that is not there', () => {
    const place = source('ab\nc')
    expect(offsetAt(place, 0, 1)).toBeUndefined()
    expect(offsetAt(place, 1, 0)).toBeUndefined()
    expect(offsetAt(place, 1, 3)).toBe(2)
    expect(offsetAt(place, 1, 4)).toBeUndefined()
    expect(offsetAt(place, 2, 2)).toBe(4)
    expect(offsetAt(place, 2, 3)).toBeUndefined()
    expect(offsetAt(place, 3, 1)).toBeUndefined()
  })

  it('turns back what positionAt says, for every offset', () => {
    fc.assert(
      fc.property(text, (content) => {
        const place = source(content)
        for (let offset = 0; offset <= place.text.length; offset++) {
          const { line, column } = positionAt(place, offset)
          expect(offsetAt(place, line, column)).toBe(offset)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('is turned back by positionAt, for every place', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), (content, line, column) => {
        const place = source(content)
        const offset = offsetAt(place, line, column)
        if (offset !== undefined) expect(positionAt(place, offset)).toEqual({ line, column, offset })
      }),
      { numRuns: 300 },
    )
  })
})

describe('lineText', () => {
  it('leaves the line end out', () => {
    const place = source('a\r\n\rb \n')
    expect([1, 2, 3, 4, 5].map((line) => lineText(place, line))).toEqual(['a', '', 'b ', '', ''])
  })

  it('gives the lines that a split gives', () => {
    fc.assert(
      fc.property(text, (content) => {
        const place = source(content)
        const lines = place.text.split(/\r\n|\n|\r/)
        expect(place.lineStarts.map((_, index) => lineText(place, index + 1))).toEqual(lines)
      }),
      { numRuns: 300 },
    )
  })
})
