import { describe, expect, test } from 'vitest'
import { placeOf } from '../scripts/lint-one.ts'
import { createSource } from '../src/source.ts'
import { find } from './rule-run.ts'

/** Where a sentence can stand; the sentence comes for `%`. */
const places = {
  'a paragraph': '%',
  'a paragraph of several lines': 'Nobody remembers why the harbour was dug there at all.\n%\nSo much for that.',
  emphasis: 'It is said: *%*',
  'a heading': '## %',
  'an underlined heading': '%\n---',
  'a list item': '- One.\n- %',
  'a nested list item': '1. One.\n   - %\n   - Two.',
  'a block quote': '> Quoted:\n> %',
  'a quoted list item': '> - One.\n>\n>   %',
  'a table cell': '| place | what is said |\n| --- | --- |\n| quay | % |',
  'an HTML block': '<div class="box">\n<p>%</p>\n</div>',
  'a caption': '<figure>\n  <img src="harbour.png" alt="[8]">\n  <figcaption>%</figcaption>\n</figure>',
} as const

/** What is wrong in a sentence, between ⟦ and ⟧, and the sentence without it where there is a fix. */
const slips = [
  ['marker-order', 'late', 'The board paid.[7] The guild paid⟦[6]⟧ nothing.', undefined],
  [
    'marker-duplicate',
    'cluster',
    'The board paid.[6]⟦[6]⟧ The guild did not.',
    'The board paid.[6] The guild did not.',
  ],
  ['marker-spacing', 'before', 'The board ⟦[6]⟧ paid.', 'The board[6] paid.'],
  ['marker-spacing', 'after', 'The board paid.⟦[6]⟧The guild did not.', 'The board paid.[6] The guild did not.'],
  ['marker-malformed', 'bracket', 'The board ⟦{6]⟧ paid.', 'The board [6] paid.'],
  ['marker-malformed', 'letter', 'The board paid.⟦[1O]⟧', 'The board paid.[10]'],
  ['marker-undefined', 'nearest', 'The board paid.⟦[13]⟧', undefined],
] as const

const sentence = (number: number) => `Sentence ${number} ends here.[${number}]`
const before = [1, 2, 3, 4, 5].map(sentence).join('\n\n')
const after = [7, 8, 9, 11, 12].map(sentence).join('\n\n')
const list = Array.from({ length: 12 }, (_, index) => `[${index + 1}] Minutes, part ${12 - index}.`).join('\n\n')

const document = (content: string) => `${before}\n\n${content}\n\n${after}\n\n## References\n\n${list}\n`
/** The same with `[^1]` for `[1]`. */
const asNotes = (text: string) => text.replaceAll(/[[{](?=\d)/g, '$&^').replaceAll(/^\[\^\d+\](?= Minutes)/gm, '$&:')

interface Expected {
  readonly text: string
  /** `line:column-line:column`. */
  readonly at: string
}

/** Takes the two brackets out that show the place. */
function expectedOf(marked: string): Expected {
  const [front, slice, back] = marked.split(/[⟦⟧]/) as [string, string, string]
  const text = front + slice + back
  const range = { start: front.length, end: front.length + slice.length }
  return { text, at: placeOf(createSource('article.md', text), { range }) }
}

const ways: readonly [string, (text: string) => string][] = [
  ['as it is', (text) => text],
  ['with CRLF', (text) => text.replaceAll('\n', '\r\n')],
  ['behind a character of two code units', (text) => text.replace('The board', '😀 The board')],
  ['as footnotes', asNotes],
]

/**
 * A heading has brackets of its own, as in `## Appendix 6]`; a quotation has numbers of its own, which are those of another
 * list.
 */
const isUnread = (place: string, rule: string, way: string) =>
  (rule === 'marker-malformed' && /^##|\n---$/.test(place)) ||
  (rule === 'marker-undefined' && place.startsWith('>') && way !== 'as footnotes')

/** Numbering anew changes the whole text, and has tests of its own. */
const fixOf = (rule: string, fixed: string | undefined) =>
  rule === 'marker-order' ? { fix: { safe: false, changes: 'renumber' } } : { fixed }

describe.each(Object.entries(places))('in %s', (_, place) => {
  describe.each(slips)('%s %s', (rule, id, slip, mended) => {
    /** A letter in the label of a footnote is a letter. */
    const own = ways.filter(([way]) => !(way === 'as footnotes' && id === 'letter'))
    test.each(own)('%s', (way, change) => {
      const { text, at } = expectedOf(change(document(place.replace('%', slip))))
      if (isUnread(place, rule, way)) expect(find(rule, text)).toEqual([])
      else {
        const fixed = mended && change(document(place.replace('%', mended)))
        expect(find(rule, text)).toMatchObject([
          { line: expect.stringContaining(at), messageId: id, ...fixOf(rule, fixed) },
        ])
      }
    })

    if (!/^[\w%.\s-]+$/.test(place)) return
    test('in plain text', () => {
      const { text, at } = expectedOf(document(place.replace('%', slip)))
      const fixed = mended && document(place.replace('%', mended))
      const found = find(rule, text, {}, 'article.txt')
      expect(found).toMatchObject([{ line: expect.stringContaining(at), messageId: id, ...fixOf(rule, fixed) }])
    })
  })
})

describe('inside a note', () => {
  const noted = (note: string) =>
    `A.[^1] B.[^2] C.[^3] D.[^4]\n\n[^1]: Board.\n[^2]: Guild.\n[^3]: ${note}\n[^4]: Log.\n`
  const linesOf = (rule: string, note: string) => find(rule, noted(note)).map((one) => one.line)

  test('what points nowhere and what is no marker is said', () => {
    expect(linesOf('marker-undefined', 'Cf. [^9].')).toEqual(['5:11-5:15 error undefined [^9]'])
    expect(linesOf('marker-malformed', 'Cf. ^[2].')).toEqual(['5:11-5:15 error caret ^[2]'])
    expect(find('marker-malformed', noted('Cf. {^2].'))).toMatchObject([{ fixed: noted('Cf. [^2].') }])
  })

  test('order, repeats and spacing are nobody’s business', () => {
    const note = 'Cf. [^4] and [^2], then [^1]; [^1]and [^ignored]'
    for (const rule of ['marker-order', 'marker-gap', 'marker-duplicate', 'marker-spacing']) {
      expect(linesOf(rule, note)).toEqual([])
    }
  })

  test('a marker is a citation of the note that it names', () => {
    const text = 'A.[^1]\n\n[^1]: Cf. [^2].\n[^2]: Guild.\n'
    expect(find('entry-unused', text)).toEqual([])
    expect(find('entry-unused', text.replace('Cf. [^2]', 'Cf. [2]'))).toMatchObject([
      { line: '4:1-4:5 warning unused [^2]' },
    ])
  })
})

describe('inside an entry of a list', () => {
  const listed = (entry: string) =>
    `A.[1] B.[2] C.[3] D.[4]\n\n## References\n\n[1] Minutes.\n\n[2] Letters.\n\n[3] ${entry}\n\n[4] Accounts.\n`

  test('numbers are those of the source that is quoted', () => {
    for (const rule of ['marker-order', 'marker-gap', 'marker-duplicate', 'marker-spacing', 'marker-undefined']) {
      expect(find(rule, listed('Cf. [4], [2] and “the quay [27]”.'))).toEqual([])
    }
  })
})

describe('entries', () => {
  const inQuote = (text: string) => text.replaceAll(/^(?=.)/gm, '> ')
  const notes = 'A.[^1] B.[^2] C.[^3]\n\n[^1]: Board.\n[^2]:\n[^1]: Guild.\n[^4]: Log.\n\n[^3] Diary.\n'

  test.each([
    ['at the margin', notes, 0],
    ['in a quotation', inQuote(notes), 2],
    ['with CRLF', notes.replaceAll('\n', '\r\n'), 0],
  ])('%s are named by their labels', (_, text, shift) => {
    const at = (line: number) => `${line}:${1 + shift}-${line}:${5 + shift}`
    expect(find('entry-empty', text).map((one) => one.line)).toEqual([`${at(4)} error empty [^2]`])
    expect(find('entry-duplicate', text)).toMatchObject([
      { line: `${at(5)} error duplicate [^1]`, related: [`${at(3)} \`[^1]\` stands here first`] },
    ])
    expect(find('entry-unused', text).map((one) => one.line)).toEqual([`${at(6)} warning unused [^4]`])
    expect(find('entry-malformed', text)).toMatchObject([
      { line: `${at(8)} error colon [^3]`, fixed: text.replace('[^3] Diary', '[^3]: Diary') },
    ])
  })

  test('of an HTML list are named by what stands for their number', () => {
    const text = 'A.[1] B.[3]\n\n<h2>References</h2>\n<ol>\n<li>Board.</li>\n<li>Guild.</li>\n<li>Log.</li>\n</ol>\n'
    expect(find('entry-unused', text)).toMatchObject([{ line: '6:1-6:5 warning unused <li>' }])
  })
})
