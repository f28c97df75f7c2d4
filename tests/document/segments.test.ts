import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMarkdown } from '../../src/document/formats/markdown.ts'
import { splitSegments } from '../../src/document/formats/split.ts'
import { createSource } from '../../src/source.ts'
import { fixtures } from '../fixture-files.ts'
import { trickyMarkdown } from '../arbitrary-markdown.ts'
import { markedText, noise } from '../arbitrary-text.ts'
import { commonmarkExamples, readWhole, valuesOf } from './reading.ts'

/** Reading in segments is for speed alone: it has to give what the parser gives of the whole. */
function checkSame(text: string): void {
  const source = createSource('any.md', text)
  expect(valuesOf(readMarkdown(source))).toEqual(valuesOf(readWhole(source.text)))
}

describe('reading in segments gives what the parser gives of the whole', () => {
  const files = fixtures.filter(({ path }) => path.endsWith('.md'))

  it.each(files.map(({ path, content }) => [path, content] as const))('of %s', (_, content) => {
    checkSame(content)
  })

  it.each(files.map(({ path, content }) => [path, content] as const))('of %s with other line ends', (_, content) => {
    const text = content.replaceAll(/\r\n?/g, '\n')
    checkSame(text.replaceAll('\n', '\r\n'))
    checkSame(text.replaceAll('\n', '\r'))
  })

  it.each(commonmarkExamples.map(({ number, markdown }) => [number, markdown] as const))(
    'of example %i of CommonMark',
    (_, markdown) => {
      checkSame(markdown)
    },
  )

  it.each(commonmarkExamples.map(({ number, markdown }) => [number, markdown] as const))(
    'of example %i of CommonMark among prose and definitions',
    (_, markdown) => {
      checkSame(
        `Before.[^1] [foo] [1]\n\n${markdown}\n\nBehind.[^1] [bar][foo]\n\n[foo]: /url\n\n[^1]: Note [1].\n\n[1]: /one\n`,
      )
    },
  )

  it('of documents put together from containers, fences, HTML and definitions', { timeout: 60_000 }, () => {
    fc.assert(fc.property(trickyMarkdown, checkSame), { numRuns: 600 })
  })

  it('of prose with markers and entries', { timeout: 60_000 }, () => {
    fc.assert(fc.property(markedText, checkSame), { numRuns: 300 })
  })

  it('of noise', { timeout: 60_000 }, () => {
    fc.assert(fc.property(noise, checkSame), { numRuns: 500 })
  })
})

describe('reading in segments', () => {
  // A label with a space in it is that of no note; the reader writes it as a link definition in front of the segment.
  it('takes no space out of the label of a footnote', () => {
    checkSame('The gate is *old*.[^ 3]\n\n[^3]: Order.\n')
  })

  // `* * *` is a rule and opens no item, so the fence below it is closed by nothing but its like.
  it('takes a rule for no item', () => {
    checkSame('* * *\n  ```\n\nThe gate is old.[^1]\n')
  })

  it('takes two dollars inside HTML for no fence', () => {
    checkSame('<p>The gate\n$$\n</p>\n\n$$\n\nis old.[^1]\n')
  })

  // The fence is not indented, so it ends the list, and a quoted fence does not close it.
  it('lets a fence end a list', () => {
    checkSame('1. The gate\n```\n> ```\n\nis old.[^1]\n')
  })

  // Of the two items the second is open, and it needs three spaces.
  it('knows how far the last item is indented', () => {
    checkSame('- The gate\n2) The quay\n\n  ```\n\nis old.[^1]\n')
  })

  // What differed in documents made by chance (`npm run bench:readers`).
  it.each([
    ['a line that goes on a paragraph behind a definition in a quote', '> [gate]: /gate\nis old.[^1]\n'],
    ['a mark of a quote that is indented too far', '> [^1]: note\n    > in a quote\n'],
    ['a note that ends with the mark of a quote', '> [^1]: note\n>\n\nThe gate is old.[^1]\n'],
    ['raw HTML that nothing closes', 'The gate.[^1]\n\n<?php is old.[^1]\r\n\r\n'],
    [
      'a tag with a slash in a value',
      'The <a href=/gate/old>gate[^1]</a> <a href=x/y>is</a>\n\n<a b=c/d>\nold [^1]\n\n<a b=/>\nit\n',
    ],
    [
      'tables, code and raw HTML in containers',
      '- | a | b |\n  | - | - |\n  | c[^1] | d |\n- <div>\n  e[^1]\n\n  f\n\n[^1]:\n    ```js\n      g\n    ```\n\n    h\n',
    ],
    ['tables with few pipes', 'The gate\na | b\n--|--\n`c` | d[^1]\n12 | e\n\na | b\n- | -\nf\n- g\n'],
    ['tabs', '-\ta[^1]\n\n\t- b\n\n\t\tc\n\t\t\td\n>\t- e\n>\n>\t\tf[^1]\n1.\tg\n\t2.\th\n'],
    ['formulas', '$$\na[^1]\n$$\n\n$$ a[^1] $$ b[^1]\n\n[^1]: $$b$$ c\n    $$\n    d\n    $$\n'],
    [
      'elements of code',
      'The <code>[^1]</code> and <code>a</code>[^1] and [<code>b</code>](c) and <kbd>*d*</kbd>[^1]\n',
    ],
    ['comments between words', 'The <!-- [^1] --> gate <!--> is <!---> old <!-- [^1]\n\n> a <!-- b\n> c --> d[^1]\n'],
    ['definitions that are none', '[gate]: old and new\n[a\nb] c[^1]\n[d]: /e_(f)\n[g]: /h_(i\n[&amp;]: /j\n[^1]: k\n'],
    ['addresses over lines', 'The [gate](\n/gate\n"old") is [old](/old\n)[^1].\n\n> a [b](/c\n> ) [d](\n> /e)[^1]\n'],
    [
      'what ends a table',
      'a | b\n--|--\n*c* | d[^1]\n1. e | f\n\na | b\n--|--\nc\n## d\n| e[^1]\n\na | b\n--|--\n---\nc[^1]\n\na | b\n--|--\n> c[^1]\n',
    ],
    ['elements of code that nothing closes', 'The <pre> tag[^1] and *a <code>b* c</code> d[^1]\n'],
    ['an item of nothing but a space', '- \n\n    - code\n  ```\n\n<?php\n\n> is old.[^1]\n'],
    ['an item behind a tab', '-\titem\n\n  ```\n\n?>\n\n> is old.[^1]\n'],
    ['an item without words behind indented code', '    code\n\n- \n\nThe gate is old.[^1]\n'],
    ['an item without words in a quote behind indented code', '\tcode\n\n>-\n\nThe gate is old.[^1]\n'],
    ['a second item in a quote behind indented code', '    code\n> 2) The gate is old.[^1]\n'],
    ['a second item behind indented code', '\tcode\n\n2) The gate is old.[^1]\n'],
  ])('reads %s as the parser does', (_, text) => {
    checkSame(text)
  })

  // The note ends with its fence; the blank line that cuts the segment off is counted with it.
  it('ends a note where the parser ends it', () => {
    const text = '[^1]: ```\n\nThe gate is old.[^1]\n'
    expect(readMarkdown(createSource('any.md', text)).notes).toEqual(readWhole(text).notes)
  })
})

describe('splitSegments', () => {
  const cut = (text: string) => splitSegments(text, 0).map(({ start, end }) => text.slice(start, end))

  it('cuts behind blank lines, at what is not indented', () => {
    expect(cut('one\ntwo\n\nmore\n\n\nour\n')).toEqual(['one\ntwo\n\n', 'more\n\n\n', 'our\n'])
  })

  it('joins what some lines begin, whatever stands before them', () => {
    expect(cut('one\n\ntwo\n\nmore\n')).toEqual(['one\n\ntwo\n\n', 'more\n'])
    expect(cut('some\n\none\n\ntwo\n\nmore\n').at(-1)).toBe('more\n')
  })

  it.each([
    ['a fence', '```\none\n\nmore\n```\n'],
    ['a fence that nobody closes', '~~~\none\n\nmore\n'],
    ['a comment', '<!-- one\n\nmore -->\n'],
    ['raw HTML', '<pre>\none\n\nmore\n</pre>\n'],
    ['a loose list', '- one\n\n- two\n'],
    ['an item', '- one\n\n  more\n'],
    ['a note', '[^1]: one\n\n    more\n'],
    ['a formula', '$$\none\n\nmore\n$$\n'],
  ])('does not cut %s', (_, text) => {
    expect(cut(text)).toEqual([text])
  })

  it('covers all that is not blank, in order', () => {
    fc.assert(
      fc.property(noise, fc.nat(5), (text, from) => {
        let end = from
        for (const segment of splitSegments(text, from)) {
          expect(text.slice(end, segment.start).trim()).toBe('')
          expect(segment.end).toBeGreaterThan(segment.start)
          end = segment.end
        }
        expect(text.slice(end).replaceAll(/[ \t\r\n]/g, '')).toBe('')
      }),
      { numRuns: 300 },
    )
  })
})

describe('a paragraph with a link', () => {
  const isSigned = (text: string) => readMarkdown(createSource('any.md', text)).signed!.length === 1

  it.each([
    'See [the harbour](https://example.org/a_b?c=1#d).',
    'See [**the** harbour](harbour.md).',
    '> See [the\n> harbour](harbour.md).',
    'See ![the harbour](harbour.png).',
  ])('of words holds no sign: %s', (text) => {
    expect(isSigned(text)).toBe(false)
  })

  it.each([
    'See [1](#fn1).',
    'See [ab](harbour.md).',
    'See [note 1](harbour.md).',
    'See [edit](harbour.md).',
    'See [the [1]](harbour.md).',
    'See [the harbour](harbour.md)[^1].',
    'See [the harbour](harbour.md) [2].',
    'See [the harbour][harbour].',
    'See [the harbour].',
  ])('that may be more holds one: %s', (text) => {
    expect(isSigned(text)).toBe(true)
  })
})
