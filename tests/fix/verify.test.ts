import { describe, expect, test } from 'vitest'
import { readerFor } from '../../src/document/formats/index.ts'
import { edited } from '../../src/fix/edits.ts'
import { verify } from '../../src/fix/verify.ts'
import type { Allowance, Refusal } from '../../src/fix/verify.ts'
import { createSource } from '../../src/source.ts'

/** Replaces slices of a text, each the first of its kind behind the one before. */
function refusalOf(
  text: string,
  replacements: readonly (readonly [string, string])[],
  allowed: readonly Allowance[] = [],
): Refusal | undefined {
  let from = 0
  const edits = replacements.map(([slice, replacement]) => {
    const start = text.indexOf(slice, from)
    if (start < 0) throw new Error(`there is no ${slice}`)
    from = start + slice.length
    return { start, end: from, text: replacement }
  })
  return verify({ before: createSource('any.md', text), after: edited(text, edits), edits, allowed })
}

const article = `The harbour was dredged.[^1] The pilots asked for it.[^2] Nobody paid.[^lost]

Sand was sold[^3], and the rest went back.

> It is said.[^4]
>
> [^4]: Letters of the mayor, see [^1].

A word <!-- not [^1] --> in between.

[^1]: Minutes of AT$&T, 1871.
[^2]: Letters of the pilots.

    With a second paragraph.

[^3]: Accounts of the board.
[^5]: Nobody cites it.

Epilogue with \`code [^1]\` and [a link](https://example.org).
`

/** What a fixer can do wrong, each with the reason for which it is refused. */
const broken: Readonly<Record<string, readonly [Refusal['reason'], ...(readonly [string, string])[]]>> = {
  'gives an undefined marker the label of a note': ['defined', ['[^lost]', '[^1]']],
  'defines what was undefined': ['defined', ['[^5]: Nobody', '[^lost]: Nobody']],
  'exchanges two definitions': ['pair', ['[^1]: Minutes', '[^2]: Minutes'], ['[^2]: Letters', '[^1]: Letters']],
  'renames a definition and not its markers': ['undefined', ['[^3]: Acc', '[^9]: Acc']],
  'drops a cited definition': ['undefined', ['[^3]: Accounts of the board.\n', '']],
  'drops one that nobody cites, unasked': ['entry', ['[^5]: Nobody cites it.\n', '']],
  'puts the text of a note into itself': ['pair', ['AT$&T', 'ATMinutes of AT$&TT']],
  'drops a marker': ['lost', ['[^2]', '']],
  'makes a marker of what is none': ['new', ['Epilogue', 'Epilogue[^1]']],
  'exchanges two markers': ['pair', ['[^1]', '[^2]'], ['[^2]', '[^1]']],
  'moves a marker to another word': ['lost', ['dredged.[^1]', 'dredged.'], ['The pilots', 'The[^1] pilots']],
  'destroys a definition in a quotation': ['undefined', ['[^4]: Letters', ':[^4] Letters']],
  'pulls the next paragraph into a note': ['text', ['\nEpilogue', '    Epilogue']],
  'pulls a paragraph out of a note': ['pair', ['    With a', 'With a']],
  'joins two paragraphs': ['text', ['[^lost]\n\nSand', '[^lost]\nSand']],
  'splits a paragraph': ['lost', [' The pilots', '\n\nThe pilots']],
  'changes a word': ['text', ['Nobody paid', 'Somebody paid']],
  'writes inside a comment': ['text', ['<!-- not [^1]', '<!-- not [^2]']],
  'writes inside code': ['text', ['code [^1]', 'code [^2]']],
  'changes an address': ['text', ['example.org', 'example.com']],
  'changes a marker inside a note': ['pair', ['see [^1]', 'see [^2]']],
  'escapes a marker': ['lost', ['sold[^3]', 'sold\\[^3]']],
}

describe('a fixer is refused that', () => {
  test.each(Object.entries(broken))('%s', (_, [reason, ...replacements]) => {
    expect(refusalOf(article, replacements)).toMatchObject({ reason })
    const quoted = (one: string) => one.replaceAll('\n', '\r\n')
    const all = replacements.map(([slice, other]) => [quoted(slice), quoted(other)] as const)
    expect(refusalOf(quoted(article), all)).toMatchObject({ reason })
  })

  test('changes more than it says', () => {
    const before = createSource('any.md', article)
    const edits = [{ start: 0, end: 3, text: 'The' }]
    const after = article.replace('pilots', 'Pilots')
    expect(verify({ before, after, edits, allowed: [] })).toMatchObject({ reason: 'bytes' })
    expect(verify({ before, after, edits, allowed: ['convert'] })).toMatchObject({ reason: 'bytes' })
  })

  test('leaves no notebook behind', async () => {
    const text = JSON.stringify({
      cells: [{ cell_type: 'markdown', source: ['One.[^1]\n', '\n', '[^1]: A.'] }],
      nbformat: 4,
    })
    const edits = [{ start: text.indexOf('One'), end: text.indexOf('One') + 3, text: '"One"' }]
    const claim = { before: createSource('a.ipynb', text), after: edited(text, edits), edits, allowed: [] }
    expect(verify({ ...claim, read: await readerFor(claim.before) })).toMatchObject({
      reason: 'unreadable',
      message: expect.stringContaining('the document could not be read any more: expected'),
    })
  })
})

describe('a fixer is let through that', () => {
  const good: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
    'moves punctuation across a marker': [['dredged.[^1]', 'dredged[^1].']],
    'adds and removes white space': [
      ['[^1] The', '[^1]  The'],
      ['Sand was', 'Sand\nwas'],
    ],
  }
  test.each(Object.entries(good))('%s', (_, replacements) => {
    expect(refusalOf(article, replacements)).toBeUndefined()
  })

  const listed = 'A.[1] B.[2] C.[3] D.[3, 1] E.[1][2][3]\n\n[1] One.\n\n[2] Two.\n\n[3] Three.\n'
  test('writes a cluster in another way', () => {
    expect(
      refusalOf(listed, [
        ['[3, 1]', '[1, 3]'],
        ['[1][2][3]', '[1–3]'],
      ]),
    ).toBeUndefined()
    expect(refusalOf(listed, [['[3, 1]', '[1-3]']])).toMatchObject({
      reason: 'new',
      message: '`[1-3]` would be cited too',
    })
    expect(refusalOf(listed, [['[1][2][3]', '[1][3]']])).toMatchObject({ reason: 'lost' })
  })

  test('removes and moves entries, if it says so', () => {
    const unused = [['[^5]: Nobody cites it.\n', '']] as const
    expect(refusalOf(article, unused, ['entries'])).toBeUndefined()
    expect(refusalOf(article, [['[^3]: Accounts of the board.\n', '']], ['entries'])).toMatchObject({
      reason: 'undefined',
    })
    const swapped = [['[1] One.\n\n[2] Two.', '[2] Two.\n\n[1] One.']] as const
    expect(refusalOf(listed, swapped)).toMatchObject({ reason: 'entry' })
    expect(refusalOf(listed, swapped, ['entries'])).toBeUndefined()
  })

  test('gives markers and entries other labels, if it says so', () => {
    const renumbered = [
      ['[1] B.[2]', '[2] B.[1]'],
      ['[3, 1]', '[3, 2]'],
      ['[1][2][3]', '[2][1][3]'],
      ['[1] One', '[2] One'],
      ['[2] Two', '[1] Two'],
    ] as const
    expect(refusalOf(listed, renumbered, ['renumber'])).toBeUndefined()
    expect(refusalOf(listed, renumbered.slice(0, 4), ['renumber'])).not.toBeUndefined()
    const excerpt = 'A.[234] B.[235] C.[236] D.[234]\n'
    expect(
      refusalOf(
        excerpt,
        [
          ['[234] B', '[1] B'],
          ['[235]', '[2]'],
          ['[236]', '[3]'],
          ['[234]', '[1]'],
        ],
        ['renumber'],
      ),
    ).toBeUndefined()
    expect(
      refusalOf(
        excerpt,
        [
          ['[234] B', '[1] B'],
          ['[235]', '[2]'],
          ['[236]', '[3]'],
          ['[234]', '[4]'],
        ],
        ['renumber'],
      ),
    ).toMatchObject({ reason: 'pair' })
    expect(refusalOf(excerpt, [['[236]', '[235]']], [])).toMatchObject({ reason: 'lost' })
  })
})

describe('a marker that a page shows as text', () => {
  const text =
    'Aa[1] bb[7, 7] cc[8].\n\n7. Sand\n\n8. Wages\n\n[7]: https://example.org/7\n\n[1]: https://example.org/1\n'

  test('does not become a link', () => {
    expect(refusalOf(text, [['[7, 7]', '[7]']])).toMatchObject({ reason: 'pair' })
  })
})
