import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMdx } from '../../src/document/formats/mdx.ts'
import { fixtures } from '../fixture-files.ts'
import { growth, readSound, sliceOf, wordsOf } from './sound.ts'

const read = (text: string) => readSound(readMdx, 'mdx', text)

describe('blocks of MDX', () => {
  test.each([
    ['import X from "y"\nexport const a = [1]\n\nOne.[^1]', ['One.[^1]']],
    ['<Note title="[1]">\n  One *two*\n    three.\n\n  - Four\n</Note>', ['One two\nthree.', 'Four']],
    ['One {a[1]} two {" "}three.{/* four */}', ['One \uFFFC two  three.']],
    ['One <X a={[1]} /> two <b>three</b>.', ['One \uFFFC two three.']],
    ['One <code>x[1]</code> <br/>two', ['One \uFFFC \ntwo']],
    ['<pre>\n  [1]\n</pre>\n\nOne', ['One']],
    ['One\n\n{/* two */}\n\n{three}\n\nFour', ['One', 'Four']],
    ['---\ntitle: "[1]"\n---\n\n# One {#two}\n\nThree', ['One', 'Three']],
    ['One <!-- two */ --> three\n\n<!--\n\nfour\n\n-->\n\nFive', ['One  three', 'Five']],
    ['| A | B[^1] |\n| - | - |\n| C | D |', ['A', 'B[^1]', 'C', 'D']],
    ['> <Note>\n> One\n> two\n> </Note>', ['One\ntwo']],
    ['', []],
  ])('of %j are %j', (text, expected) => {
    const reading = read(text)
    expect(reading.problems).toBeUndefined()
    expect(wordsOf(reading)).toEqual(expected)
  })

  test('know notes, links and comments', () => {
    const text = 'One<sup><a href="#fn1">1</a></sup>.{/* two */}\n\n<!-- three -->\n\n[^n]: Note {" "}'
    const { blocks, comments, notes } = read(text)
    expect(blocks[0]!.links).toMatchObject([
      { kind: 'anchor', url: '#fn1', at: 3, to: 4, range: { start: 8, end: 28 } },
      { kind: 'superscript', at: 3, to: 4, range: { start: 3, end: 34 } },
    ])
    expect(comments.map((one) => [text.slice(one.start, one.end), one.text])).toEqual([
      ['{/* two */}', ' two '],
      ['<!-- three -->', ' three '],
    ])
    expect(notes.map((note) => text.slice(note.labelRange.start, note.labelRange.end))).toEqual(['[^n]'])
    expect(sliceOf(text, read(text), ' ')).toBe(' ')
  })
})

describe('what is no MDX', () => {
  test.each([
    ['One\n\na <ref name=b>x', 17, 'unexpected character `b` (U+0062) before attribute value'],
    ['One {two', 8, 'unexpected end of file in expression'],
    ['One\n\n<b>two\n', 5, 'expected a closing tag for `<b>`'],
    ['</b>', 1, 'unexpected closing slash `/` in tag'],
    ['import {', 7, 'could not parse import/exports with acorn'],
  ])('%j has a problem at %i, and is read as Markdown', (text, start, message) => {
    const reading = read(text)
    expect(reading.problems).toHaveLength(1)
    expect(reading.problems![0]!.message).toContain(message)
    expect(reading.problems![0]!.start).toBe(Math.min(start, text.length - 1))
  })

  test('keeps its directives', () => {
    const { comments, blocks } = read('<b>One\n\n{/* footlint-disable */}\n\nTwo.[^1]')
    expect(comments.map((comment) => comment.text)).toEqual([' footlint-disable '])
    expect(blocks.map((block) => block.text)).toContain('Two.[^1]')
  })

  test('may be nested without end', () => {
    expect(read('<b>\n'.repeat(3000)).problems).toHaveLength(1)
    const deep = `${'<b>\n'.repeat(3000)}x\n${'</b>\n'.repeat(3000)}`
    expect(() => read(deep)).not.toThrow()
  })
})

const pieces =
  '{ } < > / = ! " a b x [1] \\n \\n\\n \\t <b> </b> <N~a="x"> </N> <br/> {/* */} <!-- --> [^1] [^1]: - # {#x} ` ``` * | --- import~x~from export é😀 ~'
const hostile = fc
  .array(
    fc.constantFrom(
      ...pieces.split(' ').map((one) => one.replaceAll('~', ' ').replaceAll('\\n', '\n').replaceAll('\\t', '\t')),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''))

describe('any text', () => {
  test('gives a sound reading', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(hostile, (text) => void read(text)),
      { numRuns: 400 },
    )
  })

  test.each(fixtures.filter((one) => one.path.endsWith('.mdx')).map((one) => [one.path, one.content]))(
    'made of %s is read soundly',
    { timeout: 30_000 },
    (_, content) => {
      fc.assert(
        fc.property(
          fc.nat(content.length),
          fc.nat(5),
          fc.constantFrom('', '{', '<', '}', '[^', '\n\n'),
          (at, cut, put) => {
            read(content.slice(0, at) + put + content.slice(at + cut))
          },
        ),
        { numRuns: 60 },
      )
    },
  )

  test.each(['{', '<', '<a ', '<b>', '*a ', '[^[', '{#', '<!--', 'One <b>two</b>.[^1]\n\n'])(
    'of many %j ends in time',
    { timeout: 30_000 },
    (unit) => {
      expect(growth(readMdx, 'mdx', (size) => unit.repeat(size / unit.length), 5000)).toBeLessThan(8)
    },
  )
})
