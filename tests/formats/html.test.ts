import fc from 'fast-check'
import { Tokenizer, TokenizerMode } from 'parse5'
import type { Token as ParsedToken } from 'parse5'
import { describe, expect, test } from 'vitest'
import { readHtmlPage } from '../../src/document/formats/html.ts'
import { tokensOf } from '../../src/document/formats/html/tokens.ts'
import { growth, readSound, sliceOf, wordsOf } from './sound.ts'

const read = (text: string) => readSound(readHtmlPage, 'html', text)

describe('blocks of HTML', () => {
  test.each([
    ['<p>One <em>two</em> three.<p>Four', ['One two three.', 'Four']],
    ['<h2 class="a>b">Head</h2>Tail', ['Head', 'Tail']],
    ['<ul><li>One<li>Two</ul>', ['One', 'Two']],
    ['<p>\n   One\n   two\n</p>', ['One\ntwo\n']],
    ['a<br>b<br/>c', ['a\nb\nc']],
    ['<table><tr><th>A<td>B</table>', ['A', 'B']],
    ['<figure><img src=x><figcaption>Words</figcaption></figure>', ['Words']],
    ['<p>a <code>x[1]</code> b', ['a \uFFFC b']],
    ['<p>a <code>x[1]<p>b</code>', ['a \uFFFC', 'b']],
    ['<p>a</p><pre>[1] <b>x</b></pre>b', ['a', 'b']],
    ['<pre><pre></pre>x</pre>b', ['b']],
    ['<script>let a = "<p>x</p>"</script><style>p{}</style><title>T</title>b', ['b']],
    ['a <svg><text>x</text></svg> <math><mi>y</mi></math> b', ['a \uFFFC \uFFFC b']],
    ['<template><p>x</p></template>b', ['\uFFFCb']],
    ['a < b <3 &lt; c', ['a < b <3 < c']],
    ['a<!-- x --><!----><!-->b', ['ab']],
    ['<!doctype html><?php x ?>a</>b<!x>c', ['abc']],
    ['a <b title="x', ['a ']],
    ['&#91;1&#x5D; &nbsp;&amp;&bogus; &#146;&#xD800;', ['[1] \u00A0&&bogus; ’&#xD800;']],
    ['<textarea>x', []],
    ['', []],
  ])('of %j are %j', (text, expected) => {
    expect(wordsOf(read(text))).toEqual(expected)
  })

  test('have kinds, depths and items', () => {
    const { blocks } = read(
      '<h3>A</h3><p>B</p><table><tr><td>C<td><p>D</table><ol start=4><li>E<li id="fn7"><p>F<p>G</ol><ul><li id=x>H</ul>I',
    )
    expect(blocks.map(({ text, kind, depth, item }) => [text, kind, depth, item?.number, item?.id])).toEqual([
      ['A', 'heading', 3, undefined, undefined],
      ['B', 'paragraph', undefined, undefined, undefined],
      ['C', 'cell', undefined, undefined, undefined],
      ['D', 'paragraph', undefined, undefined, undefined],
      ['E', 'paragraph', undefined, 4, undefined],
      ['F', 'paragraph', undefined, 7, 'fn7'],
      ['G', 'paragraph', undefined, undefined, undefined],
      ['H', 'paragraph', undefined, undefined, 'x'],
      ['I', 'paragraph', undefined, undefined, undefined],
    ])
  })

  test('map what is written in another way', () => {
    const text = '<p>One&nbsp;&#91;1&#93;<br>Two &ldquo;x&rdquo;</p>'
    const reading = read(text)
    expect(sliceOf(text, reading, '[1]')).toBe('&#91;1&#93;')
    expect(sliceOf(text, reading, '\u00A0')).toBe('&nbsp;')
    expect(sliceOf(text, reading, '\n')).toBe('<br>')
    expect(sliceOf(text, reading, '“x”')).toBe('&ldquo;x&rdquo;')
  })

  test('know what is raised or leads somewhere', () => {
    const text = '<p>One<sup><a href="#fn1" id="r1">1</a></sup> <a name="x">two</a></p>'
    const [block] = read(text).blocks
    expect(block!.links.map(({ kind, url, at, to, range }) => [kind, url, block!.text.slice(at, to), range])).toEqual([
      ['anchor', '#fn1', '1', { start: 11, end: 39 }],
      ['superscript', undefined, '1', { start: 6, end: 45 }],
    ])
  })

  test('leave comments out and hand them over', () => {
    const { comments } = read('a<!-- one --><code><!--two--!></code><!-->b<!--three')
    expect(comments.map((comment) => comment.text)).toEqual([' one ', 'two', '', 'three'])
  })
})

/** The tags that parse5 sees, with its own idea of which elements hold raw text. */
function parsedTags(text: string): string[] {
  const tags: string[] = []
  const add = (token: ParsedToken.TagToken, mark: string) => {
    const { startOffset, endOffset } = token.location!
    const attributes = token.attrs.map(({ name, value }) => `${name}=${value}`)
    tags.push(`${startOffset}-${endOffset}${mark}${token.tagName} ${attributes.join(' ')}`)
  }
  const ignore = () => undefined
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag(token) {
        add(token, '<')
        if (/^(textarea|title)$/.test(token.tagName)) tokenizer.state = TokenizerMode.RCDATA
        else if (/^(style|xmp|iframe|noembed|noframes|script)$/.test(token.tagName))
          tokenizer.state = TokenizerMode.RAWTEXT
        else if (token.tagName === 'plaintext') tokenizer.state = TokenizerMode.PLAINTEXT
      },
      onEndTag: (token) => add(token, '/'),
      onComment: ({ location }) => {
        const { startOffset, endOffset } = location!
        if (text.startsWith('<!--', startOffset)) tags.push(`${startOffset}-${Math.min(endOffset, text.length)}!`)
      },
      onDoctype: ignore,
      onCharacter: ignore,
      onNullCharacter: ignore,
      onWhitespaceCharacter: ignore,
      onEof: ignore,
    },
  )
  tokenizer.write(text, true)
  return tags
}

/** What stands in a value, as parse5 reads it: `&amp` in front of a letter is none. */
const decoded = (value: string): string =>
  value
    .replaceAll('&#91;', '[')
    .replaceAll('&nbsp;', '\u00A0')
    .replaceAll(/&amp(?![=A-Za-z\d])/g, '&')

function ownTags(text: string): string[] {
  return [...tokensOf(text)].flatMap(({ kind, name, attributes, start, end }) => {
    if (kind === 'comment') return [`${start}-${end}!`]
    if (kind !== 'open' && kind !== 'close') return []
    const seen = new Set<string>()
    const first = attributes.filter((one) => !seen.has(one.name) && seen.add(one.name))
    const written = first.map((one) => `${one.name}=${decoded(text.slice(one.start, one.end))}`).join(' ')
    return [`${start}-${end}${kind === 'open' ? '<' : '/'}${name} ${written}`]
  })
}

const pieces =
  '< > / = ! - " \' ? a b x [1] \n \t <p> </p> <a~href="#fn1"> </a> <sup> </sup> <li~id=fn2> <ol> </ol> <pre> </pre> <!-- --> --!> <! ' +
  '<title> </title~ <style </style> <code> </code> <br/> <h2> &nbsp; &#91; &amp <svg> </svg> <table> <td> </ é😀 ~'
const piece = fc.constantFrom(...pieces.split(' ').map((one) => one.replaceAll('~', ' ')))
const hostile = fc.array(piece, { maxLength: 40 }).map((parts) => parts.join(''))

describe('any text', () => {
  test('is cut into tags as parse5 cuts it', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(ownTags(text)).toEqual(parsedTags(text))
      }),
      { numRuns: 1500 },
    )
  })

  test('is cut without a gap', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect([...tokensOf(text)].map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
      }),
    )
  })

  test('gives a sound reading', () => {
    fc.assert(
      fc.property(hostile, (text) => void read(text)),
      { numRuns: 1000 },
    )
  })

  test.each([
    '<p>One <b>two</b>.[1] &nbsp;\n',
    '<',
    '<a ',
    '<a b="',
    '<!--',
    '<sup><a href=x>',
    '<code>',
    '<li>',
    '&',
    '<script>',
  ])('of many %j takes time that grows with it', (unit) => {
    expect(growth(readHtmlPage, 'html', (size) => unit.repeat(size / unit.length))).toBeLessThan(8)
  })

  test('with tags that close others takes time that grows with it', () => {
    const make = (size: number) => '<a href=x>'.repeat(size / 16) + '</sup>'.repeat(size / 16)
    expect(growth(readHtmlPage, 'html', make)).toBeLessThan(8)
  })
})
