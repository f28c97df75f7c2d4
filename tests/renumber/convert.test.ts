import { describe, expect, test } from 'vitest'
import { convert } from '../../src/convert/convert.ts'
import type { Target } from '../../src/convert/convert.ts'
import { readerFor } from '../../src/document/formats/index.ts'
import { readDocument } from '../../src/document/read.ts'
import { edited } from '../../src/edited.ts'
import { verify } from '../../src/fix/verify.ts'
import { createSource, positionAt } from '../../src/source.ts'

function converted(text: string, to: Target): { readonly text: string; readonly refusals: readonly string[] } {
  const before = createSource('a.md', text)
  const document = readDocument(before)
  const { edits, refusals } = convert(document, to)
  const after = edited(text, edits)
  if (edits.length > 0) expect(verify({ before, after, edits, allowed: ['convert'], document })).toBeUndefined()
  return {
    text: after,
    refusals: refusals.map(({ message, range }) => {
      const { line, column } = positionAt(before, range.start)
      return `${line}:${column} ${message}`
    }),
  }
}

const body = 'The harbour[1] was dredged[2, 3] in spring.[1]–[3] Nobody[2][3] saw it.[1, 2–3]\n\n'
const paragraphs = `${body}[1] Foo of the town.\n\n[2] Bar of the guild.\n\n[3] Baz of the board.\n`
const items = `${body}1. Foo of the town.\n2. Bar of the guild.\n3. Baz of the board.\n`
const notes =
  'The harbour[^1] was dredged[^2][^3] in spring.[^1]\n[^1]: Foo of the town.\n[^2]: Bar of the guild.\n[^3]: Baz of the board.\n'
const raised =
  'The harbour¹ was dredged²,³ in spring.¹⁻³ Nobody<sup>2</sup> saw it.\n\n1. Foo of the town.\n2. Bar of the guild.\n3. Baz of the board.\n'

describe('convert', () => {
  test('makes a footnote of each number', () => {
    const text = 'The harbour[^1] was dredged[^2][^3] in spring.[^1][^2][^3] Nobody[^2][^3] saw it.[^1][^2][^3]\n\n'
    const lines = ['[^1]: Foo of the town.\n', '[^2]: Bar of the guild.\n', '[^3]: Baz of the board.\n']
    expect(converted(paragraphs, 'footnote')).toEqual({ text: text + lines.join('\n'), refusals: [] })
    expect(converted(items, 'footnote')).toEqual({ text: text + lines.join(''), refusals: [] })
    expect(converted(raised, 'footnote').text).toBe(
      `The harbour[^1] was dredged[^2][^3] in spring.[^1][^2][^3] Nobody[^2] saw it.\n\n${lines.join('')}`,
    )
  })

  test('makes a list of paragraphs of footnotes', () => {
    expect(converted(notes, 'bracket')).toEqual({
      text: 'The harbour[1] was dredged[2][3] in spring.[1]\n\n[1] Foo of the town.\n\n[2] Bar of the guild.\n\n[3] Baz of the board.\n',
      refusals: [],
    })
    expect(converted(notes.replaceAll('\n', '\r\n'), 'bracket').text).toBe(
      'The harbour[1] was dredged[2][3] in spring.[1]\r\n\r\n[1] Foo of the town.\r\n\r\n[2] Bar of the guild.\r\n\r\n[3] Baz of the board.\r\n',
    )
  })

  test('raises numbers, and puts them into brackets', () => {
    expect(converted(items, 'superscript').text).toBe(
      items.replace(body, 'The harbour¹ was dredged²,³ in spring.¹⁻³ Nobody²,³ saw it.¹,²⁻³\n\n'),
    )
    expect(converted(raised, 'bracket').text).toBe(
      items.replace(body, 'The harbour[1] was dredged[2, 3] in spring.[1–3] Nobody[2] saw it.\n\n'),
    )
    expect(converted(notes, 'superscript').text).toBe(
      'The harbour¹ was dredged²,³ in spring.¹\n\n1. Foo of the town.\n2. Bar of the guild.\n3. Baz of the board.\n',
    )
  })

  test('leaves what has the notation already', () => {
    expect(converted(notes, 'footnote')).toEqual({ text: notes, refusals: [] })
  })

  test.each([
    [
      'a page',
      paragraphs.replace('spring.[1]–[3]', 'spring.[1]:23'),
      'footnote',
      '1:44 `[1]` has a page, which has no place in another notation',
    ],
    [
      'an entry that nothing cites',
      `${paragraphs}\n[4] Qux of the bank.\n`,
      'footnote',
      '9:1 `[4]` is cited nowhere, and would not be shown as a footnote',
    ],
    [
      'a marker without an entry',
      paragraphs.replace('spring.', 'spring[4].'),
      'superscript',
      '1:43 `[4]` has no entry and cannot be told from a mere bracket afterwards',
    ],
    [
      'a second paragraph',
      notes.replace('town.\n', 'town.\n\n    And more.\n\n'),
      'bracket',
      '2:1 `[^1]` has several paragraphs, and an entry of a list has one',
    ],
    [
      'notes at several places',
      notes.replace('guild.\n', 'guild.\n\nThe sand was sold.\n\n'),
      'bracket',
      '7:1 `[^3]` stands apart from the others, and a list stands at one place',
    ],
    [
      'names',
      notes.replaceAll('^2', '^two'),
      'bracket',
      '3:1 `[^two]` has a name; `footlint renumber --labels number` gives it a number first',
    ],
    [
      'a bracket that would seem to cite',
      notes.replace('town.', 'town [1, 2, 9].'),
      'bracket',
      '2:23 `[1, 2, 9]` is no marker and would seem to be one, of an entry with its number',
    ],
    [
      'the same where the numbers are raised',
      notes.replace('town.', 'town [1, 2, 9].'),
      'superscript',
      '2:23 `[1, 2, 9]` is no marker and would seem to be one, of an entry with its number',
    ],
    [
      'markers without a list',
      'The harbour[1] was dredged[2] in spring.[3] And so.[4]\n',
      'footnote',
      '1:12 `[1]` has no entry and cannot be told from a mere bracket afterwards',
    ],
    [
      'numbers that a page shows as links',
      'The harbour[1] was dredged.\n\n[1]: https://example.org\n',
      'superscript',
      '3:1 `[1]` is the definition of a link, and no text',
    ],
    [
      'a second system of footnotes',
      `${paragraphs.replace('harbour', 'harbour[^1]')}\n[^1]: A note.\n`,
      'footnote',
      '1:12 the document has footnotes already, whose labels could be the same',
    ],
  ] as const)('refuses %s', (_, text, to, refusal) => {
    expect(converted(text, to)).toEqual({ text, refusals: [refusal] })
  })

  test('refuses what stands in another format', async () => {
    const text = `<p>${body.trim()}</p><p>[1] Foo of the town.</p><p>[2] Bar.</p><p>[3] Baz.</p>\n`
    const source = createSource('a.html', text)
    const { edits, refusals } = convert(readDocument(source, await readerFor(source)), 'footnote')
    expect(edits).toEqual([])
    expect(refusals.map(({ message }) => message)).toEqual([
      '`[1]` stands in html; markers are converted in Markdown, MDX, Quarto and plain text',
    ])
  })

  test('leaves definitions of links alone where brackets are asked for', () => {
    const text = 'The harbour[1] was dredged.\n\n[1]: https://example.org\n'
    expect(converted(text, 'bracket')).toEqual({ text, refusals: [] })
  })
})
