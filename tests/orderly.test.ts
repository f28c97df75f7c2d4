import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { rules } from '../rules/index.ts'
import type { UncitedEntry } from '../src/document/document.ts'
import { orderlyNotes } from '../src/document/orderly/orderly.ts'
import { lintSource } from '../src/lint.ts'
import { lookAt } from '../src/project/look.ts'
import { createSource } from '../src/source.ts'
import { resolverOfValue } from '../src/value-config.ts'
import type { Config } from '../src/config/schema.ts'
import { fixtures } from './fixture-files.ts'
import { orderlyDocuments } from './orderly-documents.ts'

/** Configurations under which rules have more to say. */
const configs: readonly Config[] = [
  {},
  { rules: Object.fromEntries(rules.map(({ id, severity }) => [id, severity])) },
  { rules: { 'marker-spacing': ['error', { before: 'spaced' }] } },
  { rules: { 'marker-spacing': ['error', { before: 'attached' }] } },
  { rules: { 'marker-punctuation': ['warning', { side: 'after' }] } },
  { rules: { 'marker-punctuation': ['warning', { side: 'before', markers: 'raised' }] } },
  { rules: { 'marker-duplicate': ['warning', { reuse: 'forbid' }] } },
  { rules: { 'cluster-format': ['warning', { adjacent: 'forbid' }] } },
  { rules: { 'cluster-format': ['warning', { collapse: 'always', delimiter: ',' }] } },
  { rules: { 'marker-notation': ['info', { notation: 'bracket' }], 'series-start': ['info', { start: 7 }] } },
  { notations: { footnote: 'off' } },
  { notations: { bracket: 'on', superscript: 'on', parenthesis: 'on' } },
]

test('rules say all on which documents they are silent', () => {
  expect(rules.filter(({ silentOn }) => !silentOn).map(({ id }) => id)).toEqual([])
})

const looks = configs.map((config) => {
  const { settings } = resolverOfValue(config).resolve('a.md')
  return (text: string) => {
    const source = createSource('a.md', text)
    return { seen: lookAt(source, settings).result, read: () => lintSource(source, settings) }
  }
})

/** How many documents are read; `ORDERLY_RUNS=100000` for more. */
const numRuns = Number(process.env['ORDERLY_RUNS'] ?? 1500)

describe('a look at footnotes', () => {
  test('sees of documents made by chance what who reads them sees', () => {
    let orderly = 0
    let uncited = 0
    fc.assert(
      fc.property(orderlyDocuments, fc.nat(configs.length - 1), (text, index) => {
        for (const look of [looks[0]!, looks[index]!]) {
          const { seen, read } = look(text)
          if (!seen) continue
          orderly++
          if (seen.findings.length > 0) uncited++
          expect(seen).toEqual(read())
        }
      }),
      { numRuns },
    )
    expect(uncited).toBeGreaterThan(numRuns / 100)
    expect(orderly).toBeGreaterThan(numRuns / 10)
  })

  test('sees of fixtures what who reads them sees', () => {
    let orderly = 0
    for (const { path, content } of fixtures) {
      if (!path.endsWith('.md')) continue
      const { seen, read } = looks[0]!(content)
      if (seen) orderly++
      if (seen) expect(seen, path).toEqual(read())
    }
    expect(orderly).toBeGreaterThan(3)
  })
})

const notesIn = (text: string) => orderlyNotes(createSource('a.md', text), {})

const notes = '\n\n[^1]: Adam\n[^2]: Eve\n'

describe('footnotes', () => {
  test.each([
    ['The gate.[^1] The lock.[^2]', { first: 1, last: 2, side: 'after', spacing: 'attached' }],
    ['The gate[^1] and the lock [^2] of it', { spacing: 'mixed', side: undefined }],
    ['The gate [^1], the lock [^2].', { spacing: 'spaced', side: 'before' }],
    ['The gate.[^1][^2]', { hasClusters: true, hasRepeats: false }],
    ['The gate[^1], [^2].', { hasClusters: true, side: 'before', spacing: 'attached' }],
    ['門[^1]、[^2]。', { hasClusters: true, side: 'before' }],
    ['The `gate`[^1] and/or see: [^2] $5', { markers: 2, side: 'after' }],
    ['- The gate\n      of it[^1]\n\tand the lock.[^2]', { markers: 2 }],
    ['The gate.[^1] The < lock.\n\nIt is.[^2]', { markers: 2 }],
    ['The gate.[^1] The lock.[^2] The quay.[^1]', { markers: 3, entries: 2, hasRepeats: true }],
    ['# Gate\n\n- The *gate*.[^1]\n> See [the lock](https://example.org/l).[^2]', { markers: 2 }],
    ['The `[^3]` gate.[^1]\n\n```\n[^4]\n```\n\nThe lock.[^2]', { markers: 2 }],
    ['---\ntitle: Gate\n---\n\nThe gate.[^1]\r\nThe lock.[^2]', { markers: 2 }],
  ])('of %j are in order', (text, seen) => {
    expect(notesIn(text + notes)).toMatchObject(seen)
  })

  test('with names are in the order in which they are cited', () => {
    expect(notesIn('The gate.[^note-b] The lock.[^a]\n\n[^note-b]: Adam\n\n[^a]: Eve\n')).toMatchObject({
      first: 'note-b',
      last: 'a',
    })
    expect(notesIn('The gate.[^b] The lock.[^a]\n\n[^a]: Adam\n[^b]: Eve\n')).toBeUndefined()
  })

  test('may be so many that their numbers are too long to be taken for numbers', () => {
    const numbers = [9998, 9999, 10_000, 10_001]
    const textOf = (all: readonly number[]) =>
      `${all.map((number) => `The gate.[^${number}]`).join(' ')}\n\n${all.map((number) => `[^${number}]: Adam ${number}\n`).join('')}`
    expect(notesIn(textOf(numbers.slice(0, 2)))).toMatchObject({ first: 9998, last: 9999 })
    expect(notesIn(textOf(numbers))).toMatchObject({ first: '9998', last: '10001' })
    expect(notesIn(textOf(numbers.with(2, 10_002)))).toBeUndefined()
    expect(notesIn(textOf(numbers.with(0, 9997)))).toBeUndefined()
  })

  test.each([
    ['[^1]: Adam\n[^2]: Eve\n[^3]: Abel\n', '[^1]: Adam\n[^3]: Abel\n'],
    ['[^1]: Adam\n\n[^2]: Eve\n\n[^3]: Abel\n', '[^1]: Adam\n\n[^3]: Abel\n'],
  ])('of %j that are cited nowhere are named, with the lines that go when they go', (all, left) => {
    const text = `The gate.[^1] The lock.[^3]\n\n${all}`
    const seen = notesIn(text)
    expect(seen).toMatchObject({ markers: 2, entries: 3, first: 1, last: 3 })
    const [{ label, labelRange, removal }, ...others] = seen!.uncited as [UncitedEntry]
    expect([label, text.slice(labelRange.start, labelRange.end), others]).toEqual(['2', '[^2]', []])
    expect(text.slice(0, removal!.start) + text.slice(removal!.end)).toBe(`The gate.[^1] The lock.[^3]\n\n${left}`)
  })

  test.each([
    ['a note of two lines that is not cited', `The gate.[^1]${notes}and more`],
    ['a note of two paragraphs that is not cited', `The gate.[^1]${notes}\n    And more.`],
    ['a note of two lines before one that is not cited', 'The gate.[^1]\n\n[^1]: Adam\nand more\n[^2]: Eve\n'],
    ['a note that only code cites', `The gate.[^1]\n\n\`\`\`\n[^2]\n\`\`\`${notes}`],
    ['no note that is cited', `The gate.${notes}`],
    ['a marker without a note', `The gate.[^1] The lock.[^2] The quay.[^3]${notes}`],
    ['another order', `The gate.[^2] The lock.[^1]${notes}`],
    ['a gap', 'The gate.[^1] The lock.[^3]\n\n[^1]: Adam\n[^3]: Eve\n'],
    ['a label that two notes have', `The gate.[^1] The lock.[^2]${notes}[^1]: Abel\n`],
    ['a note that says nothing', 'The gate.[^1]\n\n[^1]:\n'],
    ['a number that is typed twice', 'The gate.[^1]\n\n[^1]: 1. Adam\n'],
    ['a note that cites', 'The gate.[^1] The lock.[^2]\n\n[^1]: Adam\n[^2]: As before.[^1]\n'],
    ['an identifier that is mistaken', 'The gate.[^1]\n\n[^1]: Adam, ISBN 978-3-16-148410-1\n'],
    ['two sides of punctuation', `The gate.[^1] The lock[^2].${notes}`],
    ['a space that hardly any has', `One[^1] two[^1] three[^1] four [^2]${notes}`],
    ['a letter right behind a marker', `The gate[^1]is. The lock.[^2]${notes}`],
    ['a heading with a marker', `# The gate[^1]\n\nThe lock.[^2]${notes}`],
    ['a line with an underline', `The gate[^1]\n---\n\nThe lock.[^2]${notes}`],
    ['a marker alone', `[^1] The gate. The lock.[^2]${notes}`],
    ['a marker in words of a link', `[The gate[^1]](https://example.org) The lock.[^2]${notes}`],
    ['a marker in an address', `https://example.org/[^1] The lock.[^2]${notes}`],
    ['a table', `| The gate[^1] |\n| --- |\n\nThe lock.[^2]${notes}`],
    ['raw HTML', `<div>\nThe gate.[^1]\n</div>\n\nThe lock.[^2]${notes}`],
    ['a comment that goes on', `<!-- a\n\nThe gate.[^1]\n\n-->\n\nThe lock.[^2]${notes}`],
    ['code that may go on', `The \`gate.[^1]\nThe\` lock.[^2]${notes}`],
    ['a fence in an item', `- \`\`\`\n\nThe gate.[^1] The lock.[^2]${notes}`],
    ['an indented line', `The gate:\n\n    see.[^1]\n\nThe lock.[^2]${notes}`],
    ['a formula', `The $a[^1]$ gate. The lock.[^2]${notes}`],
    ['a formula over lines', `The $a[^1]\nb$ gate. The lock.[^2]${notes}`],
    ['two ways to part markers', `One[^1], [^2] two[^1] [^2]${notes}`],
    ['markers of one place in falling order', `One[^2], [^1]${notes}`],
    ['an item with code', `The gate.[^1]\n-      The lock.[^2]${notes}`],
    ['a quotation with code', `The gate.[^1]\n>      The lock.[^2]${notes}`],
    ['code below a heading', `The gate.[^1]\n\n# Lock\n    The lock.[^2]${notes}`],
    ['an address', `See www.example.org/a[^1] and the lock.[^2]${notes}`],
    ['another marker', `The gate.[^1] The lock.[^2] The quay.[3]${notes}`],
    ['a slip of a bracket', `The gate.[^1] The lock.[^2] The quay.^1]${notes}`],
    ['no footnote', 'The gate.'],
  ])('are read where there is %s', (_, text) => {
    expect(notesIn(text)).toBeUndefined()
  })
})
