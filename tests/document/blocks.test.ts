import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block, Reading } from '../../src/document/document.ts'
import { readMarkdown } from '../../src/document/formats/markdown.ts'
import { readText } from '../../src/document/formats/text.ts'
import { createSource } from '../../src/source.ts'
import { markedText, noise } from '../arbitrary-text.ts'
import { fixtures } from '../fixture-files.ts'
import { commonmarkExamples } from './reading.ts'

const markdown = (text: string) => readMarkdown(createSource('any.md', text))
const plain = (text: string) => readText(createSource('any.txt', text))
const words = ({ blocks }: Reading) => blocks.map((block) => block.text)

/** What is in a block's text without standing in the source. */
const putIn = /^[\uFFFC\n]*$/

function checkRuns(source: string, block: Block): void {
  let at = 0
  let behind = block.start
  for (const run of block.runs) {
    expect(run.length).toBeGreaterThan(0)
    expect(run.start).toBeGreaterThanOrEqual(behind)
    expect(source.slice(run.start, run.start + run.length)).toBe(block.text.slice(run.at, run.at + run.length))
    expect(block.text.slice(at, run.at)).toMatch(putIn)
    at = run.at + run.length
    behind = run.start + run.length
  }
  expect(block.text.slice(at)).toMatch(putIn)
  for (const link of block.links) {
    expect(link.at).toBeGreaterThanOrEqual(0)
    expect(link.to).toBeGreaterThanOrEqual(link.at)
    expect(link.to).toBeLessThanOrEqual(block.text.length)
  }
}

function checkReading(content: string, read: (text: string) => Reading): void {
  const { text } = createSource('any.md', content)
  const reading = read(content)
  for (const block of reading.blocks) checkRuns(text, block)
  for (const { start, end, labelRange, label } of [...reading.notes, ...reading.definitions]) {
    expect(labelRange.start).toBe(start)
    expect(labelRange.end).toBeLessThanOrEqual(end)
    expect(text.slice(labelRange.start, labelRange.end)).toMatch(/^\[[^]+\]$/)
    expect(label).not.toBe('')
  }
  for (const { start, end, text: inner } of reading.comments) expect(text.slice(start, end)).toContain(inner)
  const starts = reading.blocks.map((block) => block.start)
  expect(starts).toEqual(starts.toSorted((one, other) => one - other))
}

describe('runs are the places of the words', () => {
  it.each(fixtures.map(({ path, content }) => [path, content] as const))('in %s', (_, content) => {
    checkReading(content, markdown)
    checkReading(content, plain)
  })

  it('in the examples of CommonMark', { timeout: 60_000 }, () => {
    for (const example of commonmarkExamples) checkReading(example.markdown, markdown)
  })

  it('in any text', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.oneof(noise, markedText), (text) => {
        checkReading(text, markdown)
        checkReading(text, plain)
      }),
      { numRuns: 500 },
    )
  })
})

describe('blocks of Markdown', () => {
  it.each([
    ['One\ntwo.', ['One\ntwo.']],
    ['# One\n\nTwo\n===', ['One', 'Two']],
    ['> One\n> > two\nlazy', ['One', 'two\nlazy']],
    ['- one\n\n  two\n- three', ['one', 'two', 'three']],
    ['| a | b |\n| - | - |\n| `c` | d \\| e |', ['a', 'b', '\uFFFC', 'd \\| e']],
    ['*One* **two** ~~three~~ `four` ![five](5.png)', ['One two ~~three~~ \uFFFC \uFFFC']],
    ['a <b title="[1]">c</b> <code>[2]</code> <!-- [3] --> d<br>e', ['a c \uFFFC  d\ne']],
    ['[one](/1 "[2]") <https://example.org> [three]', ['one https://example.org [three]']],
    ['\\[1\\] &amp; &#91;1]', ['\\[1\\] &amp; &#91;1]']],
    ['```\n[1]\n```\n\n    [2]\n\n$$\n[3]\n$$', []],
    ['One $$x[1]$$ two', ['One \uFFFC two']],
    ['[1]: /url\n\n[^1]: note\n\n    more', ['note', 'more']],
    ['---\na: [1]\n---\n\none', ['one']],
    ['---\na: [1]\n...\n\none', ['one']],
    ['+++\na = [1]\n+++\none', ['one']],
    ['---\n\n- one\n\n> two', ['one', 'two']],
    ['---\nnever closed [1]', ['never closed [1]']],
    ['', []],
    [' \n\t\n', []],
  ])('of %j hold %j', (text, expected) => {
    expect(words(markdown(text))).toEqual(expected)
  })

  it('say what they are and what they belong to', () => {
    const { blocks, notes } = markdown('## Head\n\n7. one\n\n   two\n8. three\n\n[^n]: note\n')
    expect(blocks.map(({ kind, depth, item, note }) => [kind, depth, item?.number, note?.label])).toEqual([
      ['heading', 2, undefined, undefined],
      ['paragraph', undefined, 7, undefined],
      ['paragraph', undefined, undefined, undefined],
      ['paragraph', undefined, 8, undefined],
      ['paragraph', undefined, undefined, 'n'],
    ])
    expect(blocks[1]!.item!.list).toBe(blocks[3]!.item!.list)
    expect(blocks[4]!.note).toBe(notes[0])
  })

  it('count a list that leaves the counting to the renderer', () => {
    expect(markdown('1. a\n1. b\n1. c').blocks.map((block) => block.item?.number)).toEqual([1, 2, 3])
    expect(markdown('1. a\n3. b\n2. c').blocks.map((block) => block.item?.number)).toEqual([1, 3, 2])
    expect(markdown('- a\n- b').blocks.map((block) => block.item?.number)).toEqual([undefined, undefined])
  })

  it('know links and references, and where their labels stand', () => {
    const [block] = markdown('[a](/b#c) [d][1] [1][] [1] <http://e.org>\n\n[1]: /one').blocks
    const links = block!.links.map(({ at, to, kind, label, url }) => [block!.text.slice(at, to), kind, label ?? url])
    expect(links).toEqual([
      ['a', 'inline', '/b#c'],
      ['[d][1]', 'full', '1'],
      ['[1]', 'collapsed', '1'],
      ['[1]', 'shortcut', '1'],
      ['http://e.org', 'autolink', 'http://e.org'],
    ])
  })

  it('know a definition from anywhere in the document', () => {
    const [block] = markdown('One [a].\n\n> two\n\n- > [A]: /url').blocks
    expect(block!.links).toMatchObject([{ kind: 'shortcut', label: 'a' }])
  })
})

describe('definitions', () => {
  it('are notes and links with their labels', () => {
    const text = '[^One]: First\n  line.\n\n[two]: </url> "Title"\n\n> [^3\\]]: Third.\n'
    const { notes, definitions } = markdown(text)
    expect(notes.map(({ label, labelRange }) => [label, text.slice(labelRange.start, labelRange.end)])).toEqual([
      ['One', '[^One]'],
      ['3]', '[^3\\]]'],
    ])
    expect(definitions.map(({ label, labelRange, url }) => [label, labelRange, url])).toEqual([
      ['two', { start: text.indexOf('[two]'), end: text.indexOf('[two]') + 5 }, '/url'],
    ])
  })

  it('stand at the start of a line only', () => {
    const { notes, definitions } = markdown('Kinds [^1]: two. Others [1]: /url\n\nOne\n[2]: /url')
    expect([notes, definitions]).toEqual([[], []])
  })
})

describe('islands of prose in HTML', () => {
  it.each([
    ['<p>one</p>\n<p title="[1]">two [2]</p>', ['one', 'two [2]']],
    ['<figure>\n<figcaption><sup><a href="#1">[1]</a></sup></figcaption>\n</figure>', ['[1]']],
    ['<table>\n<tr><td>a</td><td>b</td></tr>\n</table>', ['a', 'b']],
    ['<div>\n\none\n\n</div>', ['one']],
    ['<pre>\n[1]\n\n[2]\n</pre>', ['\uFFFC']],
    ['<script>\n[1]\n</script>\n<style>\n[2]\n</style>', ['\uFFFC', '\uFFFC']],
    ['<p>a <code>[1]</code> <kbd>[2]</kbd> b</p>', ['a \uFFFC \uFFFC b']],
    ['<p>a<!-- [1] -->b', ['ab']],
    ['<p title=">[1]">a < b</p>', ['a < b']],
    ['<!-- one\n\n[2] -->', []],
  ])('of %j are %j', (text, expected) => {
    expect(words(markdown(text)).map((each) => each.trim())).toEqual(expected)
  })

  it('are items with the number of their note', () => {
    const items = markdown('<ol>\n<li id="fn7">a</li>\n<li>b</li>\n</ol>\n').blocks.map((block) => block.item?.number)
    expect(items).toEqual([7, 2])
  })
})

describe('comments', () => {
  it('are found wherever they are comments', () => {
    const text =
      '<!-- a -->\n\nb <!-- c --> `<!-- d -->`\n\n> <!-- e\n> f -->\n\n```\n<!-- g -->\n```\n\n<p><!-- h --></p>\n'
    expect(markdown(text).comments.map((comment) => comment.text.trim())).toEqual(['a', 'c', 'e\n> f', 'h'])
  })
})

describe('blocks of plain text', () => {
  it.each([
    ['one\ntwo\n\nthree', ['one\ntwo', 'three']],
    ['  one\n \t \ntwo  \n', ['  one', 'two']],
    ['one\r\n\r\ntwo', ['one', 'two']],
    ['*one* `two` <b>\n# three', ['*one* `two` <b>\n# three']],
    ['one\n\n<!-- two -->\n\nthree', ['one', 'three']],
  ])('of %j are %j', (text, expected) => {
    expect(words(plain(text))).toEqual(expected)
  })
})
