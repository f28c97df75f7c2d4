import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Document } from '../../src/document/document.ts'
import { hasHint, hasMarkdownHint } from '../../src/document/hints.ts'
import { readBlocks, readDocument, readWhole } from '../../src/document/read.ts'
import { createSource } from '../../src/source.ts'
import { markedText, noise } from '../arbitrary-text.ts'
import { valuesOf } from './reading.ts'
import { checkNothingMissed } from './missed.ts'
import { fixtures } from '../fixture-files.ts'

describe('a text without a hint', () => {
  it.each([
    'The harbour was dredged in 1904.',
    'A [text](https://example.org/a) and ![a picture](b.png "c").',
    '- [Home](/)\n- [About us](/about)\n',
    'See [the pilots][pilots].\n\n[pilots]: https://example.org\n',
    'Ask ann@example.org or @bob, or [@bob](https://example.org/bob).',
    'R&D, 2^10, *stress* and `code`.',
    '1. First\n2. Second\n',
    '<p>Water <b>rose</b>.</p>\n',
    'return 1;',
    'https://example.org/?utm_source=newsletter#top',
    'They grok: oaicite, attributableIndex, churn1, turn_0 and turn1-tests.',
    'Of 2^8, 2^16 and (1+r)^2, [&self] and [&& x].',
    '1. [One]: first\n2. **[One]:** second\n',
  ])('is known as one: %j', (text) => {
    expect(hasHint(text)).toBe(false)
    checkNothingMissed(text)
  })

  it.each([
    'The gate.[1]',
    'The gate.\\[1\\]',
    'The gate.[^1]',
    'The gate.[ 1 ]',
    'The gate.[*1*]',
    'The gate.[<a href="x">1</a>]',
    'The gate.[a]',
    'The gate.[note 1]',
    'The gate.[Anm. 2]',
    'The gate.[注 3]',
    'The gate.[@ann]',
    'The gate.[see @ann, p. 3]',
    'The gate.{cite:p}`ann`',
    'The gate.¹',
    'The gate.⁴',
    'The gate.^3^',
    'The gate.<sup>3</sup>',
    'The gate.<sup><a href="#x">3</a></sup>',
    'The gate.&sup2;',
    'The gate.&#91;1&#93;',
    'The gate.[1](#fn1)',
    'The gate.^[A note.]',
    'The gate.^**[A note.]**',
    'The gate.[a*b*]',
    'The gate.[see @ann ![a](b.png)]',
    'The gate.[\\] @ann]',
    '1.\u00A0^ The gate.',
    '[Footnote 12: The gate.]',
    '1. ^ The gate.',
    '1. ↑ The gate.',
    '<li>^ The gate.</li>',
    'The gate.[edit]',
    'The gate.[citation needed]',
    'The gate.[*citation needed*]',
    'The gate.[[Citation needed](https://example.org)]',
    'The gate.[<i>citation&nbsp;needed</i>]',
    'The gate.【4:0†source】',
    'The gate.:contentReference[oaicite:2]{index=2}',
    'The gate.([a.org][oai_citation:1‡a.org](https://a.org))',
    'The gate.({"attribution":{"attributableIndex":"0-1"}})',
    'The gate.<grok:render type="a">x</grok:render>',
    'The gate.[](grok_render_citation_card_json={"a":1})',
    'The gate.citeturn0search1',
    'The gate.turn12view3',
    'https://example.org/?utm_source=chatgpt.com',
    'Jump up to: a b The gate.',
    '[a b]: /one\n[A  b]: /two\n',
  ])('is not %j', (text) => {
    expect(hasHint(text)).toBe(true)
  })

  it('has nothing to be found, in all fixtures', () => {
    for (const { path, content } of fixtures) if (/\.(?:md|txt)$/.test(path)) checkNothingMissed(content, path)
    expect(fixtures.some(({ content }) => !hasHint(content))).toBe(true)
  })

  it('has nothing to be found, in any text', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.oneof(noise, markedText), (text) => checkNothingMissed(text)),
      { numRuns: 1000 },
    )
  })
})

describe('code', () => {
  const code = '```js\nlist[1]\n```\n'

  it.each([
    ['at the start', code],
    ['below a paragraph', `The gate.\n${code}`],
    ['below an item', `- The gate.\n\n${code}- The quay.\n`],
    ['to the end of the text', '```\nlist[1]\n'],
    ['between longer fences', '````\n```\nlist[1]\n````\n'],
    ['of any kind', '```\nlist[1] ^3^ x¹ y⁴ z↑\n```\n'],
    ['with other line ends', code.replaceAll('\n', '\r\n')],
    ['in an item, below raw HTML and a blank line', `<div>\n\n${code}\n</div>\n`],
  ])('holds no hint %s', (_, text) => {
    expect(hasHint(text)).toBe(true)
    expect(hasMarkdownHint(text)).toBe(false)
    checkNothingMissed(text)
  })

  it.each([
    ['behind it', `${code}\nThe gate.[1]\n`],
    ['behind it, where digits are raised', '```\nx⁴\n```\nThe gate.⁴\n'],
    ['before it', `The gate.[1]\n\n${code}`],
    ['in raw HTML', `<div>\n${code}</div>\n`],
    ['in raw HTML that goes on', `<pre>\n\n${code}</pre>\n`],
    ['where an indented fence opens', ' ```\n```\nThe gate.[1]\n'],
    ['where another fence opens', '~~~\n```\n~~~\nThe gate.[1]\n'],
    ['where a stretch of code begins a line', '```a``` The gate.[1]\n'],
    ['where a formula opens', '$$\n```\n$$\nThe gate.[1]\n'],
    ['where a carriage return ends a line', 'The gate.\r```\n```\nThe gate.[1]\n'],
  ])('does not hide a marker %s', (_, text) => {
    expect(hasMarkdownHint(text)).toBe(true)
  })

  it('hides none, in any text', { timeout: 60_000 }, () => {
    const kinds =
      '```|````|   ```|    ```|  ```|```js|``` `|~~~|  ~~~|$$|<div>|</div>|<!--|-->|<!-- a -->|<pre>|</pre>|- ```|> ```|1. ```|- item|  more|  list[1]|    list[1]|\t```|> list[1]|   list[1]|[^1]: Note.|[^1]: ```|    a[^1]|The gate.[^1]|list[1]|Words|||---|: a|    - ```|      ```'
    const line = fc.constantFrom(...kinds.split('|'))
    const text = fc.array(line, { maxLength: 14 }).map((lines) => lines.join('\n'))
    fc.assert(
      fc.property(text, (one) => checkNothingMissed(one)),
      { numRuns: 1500 },
    )
  })
})

describe('a document without a marker', () => {
  const source = createSource('any.md', '# Gate\n\nThe gate is *old*. <!-- a comment -->\n')
  const read = ({ blocks, comments }: Document) => valuesOf({ blocks, comments, notes: [], definitions: [] })

  it('is what reading gives, when somebody asks', () => {
    const [lazy, whole] = [readDocument(source), readWhole(source, readBlocks, {})]
    expect(read(lazy)).toEqual(read(whole))
    expect([...lazy.titles].map(({ start }) => start)).toEqual([0])
    expect(lazy.verdicts).toEqual(whole.verdicts)
    expect(readDocument(source).blocks.map(({ text }) => text)).toEqual(['Gate', 'The gate is old. '])
  })

  it('may have numbers in parentheses, where somebody asks for them', () => {
    const numbers = createSource('any.md', 'It says (1) and (2) and (3).')
    const { verdicts } = readDocument(numbers, undefined, { notations: { parenthesis: 'on' } })
    expect(verdicts.map(({ candidate }) => candidate.text)).toEqual(['(1)', '(2)', '(3)'])
  })
})
