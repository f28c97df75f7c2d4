import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { readBibtex } from '../../src/bibliography/bibtex.ts'
import type { Range } from '../../src/source.ts'
import { growth, secondsOf } from '../cost.ts'

/** Fields of an entry by names. */
function fieldsOf(text: string, index = 0): Record<string, string> {
  const fields = readBibtex(text).entries[index]!.fields
  return Object.fromEntries([...fields].map(([name, { value }]) => [name, value]))
}

/** `kind ‹what stands at its place› expected`. */
const problemsOf = (text: string) =>
  readBibtex(text).problems.map(({ kind, range: { start, end }, expected }) =>
    `${kind} ‹${text.slice(start, end)}› ${expected}`.trim(),
  )

const keysOf = (text: string) => readBibtex(text).entries.map(({ key }) => key)
const slice = (text: string, { start, end }: Range) => text.slice(start, end)

describe('entries', () => {
  const text = `Notes of the board.
@Article{doe:2001/a+b,
  Title  = {The {Harbour} of \\"{O}land},
  author = "Doe, Jane and {Board "of" Pilots}",
  year   = 2001,
}
@book(roe(1999), title = {Pilots (a history)})
`
  test('have type, key, fields and places', () => {
    const { entries, problems } = readBibtex(text)
    expect(entries.map(({ type, key }) => [type, key])).toEqual([
      ['article', 'doe:2001/a+b'],
      ['book', 'roe(1999)'],
    ])
    for (const { key, keyRange, range } of entries) {
      expect(slice(text, keyRange)).toBe(key)
      expect(slice(text, range)).toMatch(/^@[^]*[})]$/)
    }
    expect(fieldsOf(text)).toEqual({
      title: 'The {Harbour} of \\"{O}land',
      author: 'Doe, Jane and {Board "of" Pilots}',
      year: '2001',
    })
    expect(fieldsOf(text, 1)).toEqual({ title: 'Pilots (a history)' })
    expect(problems.map(({ kind, range }) => [kind, slice(text, range)])).toEqual([['junk', 'Notes of the board.']])
  })

  test('have values that are slices', () => {
    for (const { fields } of readBibtex(text).entries) {
      for (const { value, range } of fields.values()) expect(slice(text, range)).toBe(value)
    }
  })

  test('may stand anywhere in a line, with white space around the type', () => {
    expect(keysOf('@ misc { a } @misc{b,} x\n\t@MISC\n(c)')).toEqual(['a', 'b', 'c'])
  })

  test('behind a % are marked, and say nothing of their mistakes', () => {
    const { entries, problems } = readBibtex(
      '% @misc{a,\n%   title = {x\n% }\n  %@misc{b,}\n@misc{c, % why\n year = 1}\n',
    )
    expect(entries.map(({ key, commented }) => [key, commented])).toEqual([
      ['a', true],
      ['b', true],
      ['c', false],
    ])
    expect(problems).toEqual([])
  })

  test('are not what addresses look like', () => {
    expect(keysOf('write to me@example.org{now} or @ home')).toEqual([])
  })
})

describe('strings, preambles and comments', () => {
  const text = `@string{jan = "January"} @STRING(acm-tocs = {ACM } # "Transactions")
@preamble{"\\newcommand{\\x}{y}"}
@comment{jabref-meta: {grouping} @misc{inside,} }
@misc{a, month = JAN # "~" # 5, journal = acm-tocs, note = feb }`

  test('are resolved, in any case', () => {
    expect(fieldsOf(text)).toEqual({ month: 'January~5', journal: 'ACM Transactions', note: 'feb' })
    const file = readBibtex(text)
    expect([...file.strings.keys()]).toEqual(['jan', 'acm-tocs'])
    expect(file.preambles.map(({ value }) => value)).toEqual(['\\newcommand{\\x}{y}'])
    expect(file.comments.map((range) => slice(text, range))).toEqual([
      '@comment{jabref-meta: {grouping} @misc{inside,} }',
    ])
    expect(file.problems).toEqual([])
  })

  test('do not swallow what follows a comment that does not end', () => {
    expect(keysOf('@comment{ {\n@misc{a,}')).toEqual(['a'])
  })

  test('do not grow beyond measure', () => {
    const doubled = Array.from({ length: 60 }, () => '@string{a = a # a}').join('\n')
    expect(fieldsOf(`@string{a = "ha"}\n${doubled}\n@misc{b, title = a}`)['title']!.length).toBeLessThanOrEqual(10_000)
  })
})

describe('mistakes', () => {
  test.each([
    ['a comma is missing behind the key', '@misc{a title = {x}}', ['comma ‹› ,'], { title: 'x' }],
    ['a comma is missing between fields', '@misc{a, title = {x} year = 1}', ['comma ‹› ,'], { title: 'x', year: '1' }],
    ['an equals sign is missing', '@misc{a, title {x}}', ['equals ‹› ='], { title: 'x' }],
    ['a value is missing', '@misc{a, title = , year = 1}', ['value ‹› {}'], { title: '', year: '1' }],
    ['a value is bare', '@misc{a, pages = 1--2, year = 1}', ['value ‹1--2› {1--2}'], { pages: '1--2', year: '1' }],
    ['a bare value has words', '@misc{a, title = x of y\n}', ['value ‹x of y› {x of y}'], { title: 'x of y' }],
    ['the key is missing', '@misc{title = {x}}', ['key ‹›'], { title: 'x' }],
    ['the key is empty', '@misc{, title = {x}}', ['key ‹›'], { title: 'x' }],
    ['the key has a space', '@misc{Roe 2001, title = {x}}', ['key ‹Roe 2001› Roe2001'], { title: 'x' }],
    ['a brace is too many', '@misc{a, title = {x}},\n year = 1\n}', ['brace ‹}›'], { title: 'x', year: '1' }],
    ['a brace is missing at the end', '@misc{a, title = {x}', ['brace ‹{› }'], { title: 'x' }],
    ['a parenthesis is missing at the end', '@misc(a, title = {x}', ['parenthesis ‹(› )'], { title: 'x' }],
    [
      'a brace is missing in a value',
      '@misc{a, title = {x {y},\n year = 1\n}',
      ['brace ‹{› }'],
      { title: 'x {y}', year: '1' },
    ],
    ['a quote is missing', '@misc{a, title = "x,\n year = 1\n}\n@misc{b,}', ['quote ‹"› "'], { title: 'x', year: '1' }],
    ['a field is given twice', '@misc{a, year = 1, Year = 2}', ['duplicate-field ‹Year›'], { year: '1' }],
    ['words stand between fields', '@misc{a, so they say, year = 1}', ['junk ‹so they say›'], { year: '1' }],
  ])('%s', (_, text, problems, fields) => {
    expect(problemsOf(text)).toEqual(problems)
    expect(fieldsOf(text)).toEqual(fields)
  })

  test('backslashes protect delimiters where that makes sense of an entry', () => {
    expect(problemsOf('@misc{a, title = {a \\{ b}, author = "G\\"odel"}')).toEqual([])
    expect(fieldsOf('@misc{a, title = {a \\{ b}, year = 1}')).toEqual({ title: 'a \\{ b', year: '1' })
    // A path that ends with a backslash: braces count, as in BibTeX.
    expect(fieldsOf('@misc{a, file = {C:\\dir\\}, year = 1}')).toEqual({ file: 'C:\\dir\\', year: '1' })
  })

  test('an entry that does not end ends before the next one', () => {
    const text = '@misc{a, title = {x\n@misc{b, title = {y}}\n  @misc{c,\n title = "z\n@misc{d,}\n'
    expect(keysOf(text)).toEqual(['a', 'b', 'c', 'd'])
    expect(problemsOf(text)).toEqual(['brace ‹{› }', 'quote ‹"› "'])
  })

  test('keys twice, and keys that differ in case', () => {
    expect(problemsOf('@misc{a,}@misc{A,}@misc{a,}@misc{b,}')).toEqual(['key-case ‹A› a', 'duplicate-key ‹a›'])
  })

  test('text between entries, apart from comments', () => {
    expect(problemsOf('% made by hand\n@misc{a,}\n}\nand so on\n@misc{b,}\n')).toEqual(['junk ‹}\nand so on›'])
  })
})

const key = fc.stringMatching(/^[A-Za-z0-9_:.+/-]{1,12}$/)
const part = fc.constantFrom(
  ...'@{}()",=#%\\\n \t1aé😀'.split(''),
  '@misc{',
  '@string{',
  '@comment{',
  'title = ',
  '{x}',
  '\r\n',
)
const noise = fc.array(part, { maxLength: 80 }).map((parts) => parts.join(''))

describe('any text', () => {
  test('is read without a throw, with places inside it', () => {
    fc.assert(
      fc.property(fc.oneof(noise, fc.string({ unit: 'binary' })), (text) => {
        const { entries, problems, comments } = readBibtex(text)
        const ranges = [...comments, ...problems.map(({ range }) => range), ...entries.map(({ range }) => range)]
        for (const { start, end } of ranges) expect(0 <= start && start <= end && end <= text.length).toBe(true)
        for (const { key: name, keyRange, fields } of entries) {
          expect(slice(text, keyRange)).toBe(name)
          for (const { range } of fields.values())
            expect(range.start <= range.end && range.end <= text.length).toBe(true)
        }
      }),
    )
  })

  test('around entries leaves them whole', () => {
    const junk = noise.filter((text) => !/[@{]/.test(text))
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(key, junk), { selector: ([name]) => name, maxLength: 6 }), (parts) => {
        const text = parts.map(([name, words]) => `${words}\n@misc{${name},\n title = {T ${name}}\n}\n`).join('')
        const { entries } = readBibtex(text)
        expect(entries.map((entry) => entry.key)).toEqual(parts.map(([name]) => name))
        expect(entries.map((entry) => entry.fields.get('title')?.value)).toEqual(parts.map(([name]) => `T ${name}`))
      }),
    )
  })
})

describe('time', () => {
  const hostile = [
    '@a{',
    '{',
    '@a{\n',
    '@comment{',
    '@a{b,c="',
    '@a{b c={\\}}}',
    '@string{a=a#a}',
    '@a{b,c=d#',
    '@',
    'a b ',
    '@ ',
    '@a{x,y={\\{}}',
    ' @a{x,\n',
    '@a{b,\nc = {',
    '}, a = {',
    '@a{b,}, a = {1}} ',
    '@a{x,b=c d ',
    '@a{x, y\n',
    '%\n',
  ]
  const reading = (shape: string) => (length: number) => {
    const text = shape.repeat(Math.ceil(length / shape.length))
    return () => void readBibtex(text)
  }

  test.each(hostile)(
    'grows with the text: %j',
    (shape) => {
      expect(growth(reading(shape), 100_000, 8)).toBeLessThan(3)
    },
    60_000,
  )

  test.each(['@a{', '{'])(
    'of 10 MB of %j is short',
    (shape) => {
      expect(secondsOf(reading(shape)(10_000_000))).toBeLessThan(3)
    },
    60_000,
  )
})
