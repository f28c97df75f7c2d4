import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasMarkdownHint } from '../../src/document/hints.ts'
import { isInVain } from '../../src/document/in-vain/in-vain.ts'
import { readBlocks, readDocument, readWhole } from '../../src/document/read.ts'
import { createSource } from '../../src/source.ts'
import { fixtures } from '../fixture-files.ts'

const words = 'The gate of the harbour was dredged in the spring of that year, and ships came and went as before.\n\n'
const found = ['marks', 'entries', 'series', 'strays', 'residues', 'redefinitions', 'twins', 'missing'] as const

/** Something in the middle of a text without a hint. */
const amid = (text: string): string => `# Gates\n\n${words.repeat(4)}${text}\n\n${words.repeat(4)}`

const areInVain = (text: string): boolean => isInVain(createSource('any.md', text), {})

/** Where all hints are in vain, who reads the whole finds nothing that counts. */
function checkInVain(text: string): void {
  if (!areInVain(text)) return
  const document = readWhole(createSource('any.md', text), readBlocks, {})
  for (const name of found) expect(document[name], `${name} of ${JSON.stringify(text)}`).toEqual([])
}

describe('hints in vain', () => {
  it.each([
    'Of `rows[1]`, | and <b>`x[2]`</b>.',
    'It is somewhere in [1, 2].',
    'Ships of class[1] and class[2].',
    '- An item\n\n      list[1] of code\n',
    '| Row | Value |\n| --- | --- |\n| `a[1]` | [0, 1, 2] |\n',
    '```\n$ cat\n```\n\n> The gate `list[1]` <br>\n> and <i>`list[2]`</i>\n',
    'An area of 3 m² or 10³ or x^2^.',
    'Somebody [who said @ann] went away.',
    'Such as [`cc`][] and [`libc`][].\n\n[`cc`]: https://example.org/cc\n[`libc`]: https://example.org/libc\n',
    'Seven gates[7].\n\n1. One\n2. Two\n3. Three\n',
    '<p>\nCall `list[1]`.\n</p>',
  ])('are seen: %j', (text) => {
    expect(hasMarkdownHint(amid(text))).toBe(true)
    expect(areInVain(amid(text))).toBe(true)
    checkInVain(amid(text))
  })

  it.each([
    ['a note', 'The gate.[^1]\n\n[^1]: A note.'],
    ['a note in place', 'The gate.^[A note.]'],
    ['numbers that run', 'The gate.[1] The quay.[2] The tide.[3]'],
    ['letters that run', 'The gate.[a] The quay.[b] The tide.[c]'],
    ['a key', 'The gate.[@ann]'],
    ['a link with a number', 'See [the pilots][1].\n\n[1]: https://example.org\n'],
    ['a leftover of a wiki', 'The gate.[citation needed]'],
    ['a leftover of a model', 'The gate.【4:0†source】'],
    ['an entry', '[1] Minutes of the board'],
    ['an entry with a caret', '1. ^ Minutes of the board'],
    ['a list that may be cited', 'The gate.[1]\n\n1. Minutes of the board\n'],
    ['a list that may be cited, far away', `The gate.[1]\n\n${words}1. Minutes of the board\n`],
    ['the number of an item in a link', `The gate.[1]\n\n${words}[1](https://example.org). Minutes of the board\n`],
    ['the number of an item in a tag', `The gate.[1]\n\n${words}<a name="one">1</a>. Minutes of the board\n`],
    ['a list that nobody has numbered', `The gate.[1]\n\n${words}<ol>\n<li>Minutes</li>\n</ol>\n`],
    ['an entry in another part of a list', `The gate.[2]\n\n1. Minutes\n\n2. Reports\n`],
    ['items that are counted', `The gate.[2]\n\n${words}1. Minutes\n1. Reports\n`],
    ['a label that is defined twice', 'The [quay].\n\n[quay]: /one\n\n[Quay]: /two\n'],
  ])('are not thought of beside %s', (_, text) => {
    expect(hasMarkdownHint(amid(text))).toBe(true)
    expect(areInVain(amid(text))).toBe(false)
  })

  it.each([
    ['in raw HTML that goes on', `<pre>\n\n${words}The gate.[7]\n\n</pre>`],
    ['behind a fence in an item', `- \`\`\`\n\n${words}The gate.[7]`],
    ['where much would have to be read', '- The gate.[7]\n- The quay.\n'.repeat(90)],
    ['where too many stand', `${words.repeat(3)}Call \`list[7]\` | <br>\n\n`.repeat(50)],
    ['where a part is too long for a parser', `${'*a '.repeat(3200)}[7]\n\n${words.repeat(200)}`],
  ])('are not looked at %s', (_, text) => {
    expect(hasMarkdownHint(amid(text))).toBe(true)
    expect(areInVain(amid(text))).toBe(false)
  })

  it('are not known where other things count', () => {
    const source = createSource('any.md', amid('An area of 3 m².'))
    expect(isInVain(source, {})).toBe(true)
    expect(isInVain(source, { notations: { parenthesis: 'on' } })).toBe(false)
    expect(isInVain(createSource('any.txt', source.text), {})).toBe(false)
    const forced = createSource('any.md', amid('It is somewhere in [7].'))
    expect(isInVain(forced, {})).toBe(true)
    expect(isInVain(forced, { notations: { bracket: 'on' } })).toBe(false)
  })

  it('make a document that tells what was judged, when somebody asks', () => {
    const { marks, verdicts, blocks } = readDocument(createSource('any.md', amid('It is somewhere in [7].')))
    expect(marks).toEqual([])
    expect(verdicts.map(({ candidate: { text }, accepted }) => [text, accepted])).toEqual([['[7]', false]])
    expect(blocks.length).toBe(10)
  })
})

const signs =
  '[1]|[2]|[3]|[4]|[1, 2]|[1–3]|[a]|[b]|[c]|[note 1]|^1^|¹|²|³|⁴|<sup>1</sup>|[^1]|[^2]|[^a]|[@ann]|@bob|[see @ann]|^[A note.]|[1](#fn1)|[edit]|[citation needed]|[x]|[text][1]|[a][]|[quay]|[text][quay]|[1][quay]|[@ann][quay]|`[1]`|[0]|[1972]|[12|(3]|[l2]|↑|[Footnote 1: x]|[1]:|[1].|\\[1\\]|[1][2][3]|[^1]:|[cite: 1]|![alt][1]'.split(
    '|',
  )
const plain = 'gate|harbour|was dredged|Adler|港口|*old*|`code`|list[0]|x^2|[link](https://e.org)|<b>bold</b>'.split(
  '|',
)
const beginnings =
  '- ;1. ;2. ;3. ;1) ;> ;> > ;    ;   ;  - ;   1. ;- > ;1. ^ ;2. ↑ ;[1] ;[2] ;# ;**1.** ;1\\. ;[^1]: ;[^a]: ;[quay]: ;[1]: ;[Quay]: ;[@ann]: ;<p>;<li>;<div>;<!-- ;<pre>;- [1] ;1. [1] ;<br>1. ;![alt](u) 1. ;[1](u). ;[2.](u) ;<a name="n">1</a>. '.split(
    ';',
  )
const lines =
  '## References;References;Notes\n-----;```;```js;~~~;    code [1];   ```;- ```;> ```;$$;<div>;</div>;<!--;-->;<pre>;</pre>;---;| a | b |\n|---|---|\n| 1 | [1] |;[quay]: /one;[1]: /u;[^1]: A note.;<ol>\n<li>One</li>\n</ol>;1. One\n2. Two\n3. Three;1. One\n1. Two;- a\n\n- b\n\n  c [1];1. Smith\n\n   More [2].;[1] Adler\n[2] Berg;{#fig-a};<a href="#cite_note-1">'.split(
    ';',
  )

const sentence = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...plain) }, fc.constantFrom(...signs)), {
    minLength: 1,
    maxLength: 4,
  })
  .chain((all) => fc.constantFrom(' ', ' ', '', '\n', '. ').map((joint) => all.join(joint)))
const part = fc.oneof(
  sentence,
  fc.tuple(fc.constantFrom(...beginnings), sentence).map((two) => two.join('')),
  fc.constantFrom(...lines),
  fc.constantFrom(words, words.repeat(3)),
)
const end = fc.constantFrom('\n', '\n\n', '\n\n', '\n \n')
const document = fc
  .tuple(fc.constantFrom('', '---\na: b\n---\n\n', '---\n'), fc.array(fc.tuple(part, end), { maxLength: 10 }))
  .map(([front, parts]) => `${front}${words.repeat(3)}${parts.flat().join('')}`)

describe('what hints in vain hide', () => {
  it('is nothing, in all fixtures', () => {
    for (const { path, content } of fixtures) if (path.endsWith('.md')) checkInVain(amid(content))
  })

  it('is nothing, in any text', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(document, (text) => checkInVain(text)),
      { numRuns: Number(process.env['RUNS'] ?? 1500) },
    )
  })
})
