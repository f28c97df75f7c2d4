import { describe, expect, it } from 'vitest'
import { isInVain } from '../../src/document/in-vain/in-vain.ts'
import { orderlyNotes } from '../../src/document/orderly/orderly.ts'
import { isUnmarked } from '../../src/document/unmarked.ts'
import { createSource } from '../../src/source.ts'
import { secondsOf } from '../cost.ts'
import { read } from './reading.ts'

/** Text of a length, made of one piece over and over. */
const repeated = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length))

const patience = { timeout: 120_000 }

describe('time grows with the text and no faster', () => {
  it('for a megabyte of opening brackets', patience, () => {
    const text = repeated('[', 1_000_000)
    expect(secondsOf(() => read(text))).toBeLessThan(5)
    expect(secondsOf(() => read(text, 'any.txt'))).toBeLessThan(5)
  })

  it('for a megabyte of half comments, tags, ticks, stars and dollars', patience, () => {
    for (const piece of ['<!-- ', '<a href="', '` `` ', '*a ', '$1 ', '] ', ' \u00A0\u200B']) {
      const text = repeated(piece, 1_000_000)
      expect(
        secondsOf(() => read(text)),
        piece,
      ).toBeLessThan(5)
    }
  })

  it('for a megabyte of prose without markers', patience, () => {
    const text = repeated('The gate of the port is older than the town, and nobody knows who paid.\n\n', 1_000_000)
    expect(secondsOf(() => read(text))).toBeLessThan(5)
  })

  it.each([
    ['[^'],
    ['[1, 2-'],
    ['[^1 {2 '],
    ['[1] '],
    ['a[1]\n\n'],
    ['[1] The gate\n\n'],
    ['| a[1] | b |\n'],
    ['<p>a[1]</p>\n'],
  ])('for a hundred thousand characters of %j', patience, (piece) => {
    const text = repeated(piece, 100_000)
    expect(secondsOf(() => read(text))).toBeLessThan(20)
  })
})

describe('time to look at a text grows so too', () => {
  it.each([
    [']:'],
    ['[a]: b\n'],
    ['`'],
    ['<sup>'],
    ['[@a'],
    ['[1, 2 '],
    ['(a]('],
    ['> ```\nfoo\n'],
    ['    ```\n'],
    ['```\na\n```\nb\n'],
    ['<!-- a\n-->\nb\n'],
    ['- a\n    ```\n    ```\n'],
  ])('for a hundred thousand characters of %j', patience, (piece) => {
    for (const [before, behind] of [
      ['', ''],
      ['words\n\n', '\n\nx[1]'],
      ['', '\n\n[^1]: a\n\nb[^1]'],
    ]) {
      const source = createSource('any.md', `${before}${repeated(piece, 100_000)}${behind}`)
      for (const look of [isUnmarked, isInVain, orderlyNotes]) {
        expect(
          secondsOf(() => look(source, {})),
          look.name,
        ).toBeLessThan(3)
      }
    }
  })
})

describe('time grows so with numbers in parentheses too', () => {
  it.each([['('], ['(1) '], ['Wa (1). '], ['(1,2-'], ['(1,1-999) '], ['wa (1), wb (2), '], ['Wa (1).\n\n']])(
    'for a hundred thousand characters of %j',
    patience,
    (piece) => {
      const text = repeated(piece, 100_000)
      expect(secondsOf(() => read(text, 'any.md', { parenthesis: 'on' }))).toBeLessThan(20)
    },
  )
})

describe('one block', () => {
  // As many candidates as a call can have arguments, and more, overflow the stack.
  it('may hold any number of candidates', patience, () => {
    expect(() => read(repeated('word[1] ', 1_600_000), 'any.txt')).not.toThrow()
  })
})
