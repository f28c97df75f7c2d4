import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasHint, hasMarkdownHint } from '../../src/document/hints.ts'
import { checkNothingMissed } from './missed.ts'

describe('words of a link that begin with a number', () => {
  it.each([
    '[5 reasons to dredge](https://example.org/gate)',
    '[3D 打印](https://example.org/gate)',
    '[10亿次心跳](https://example.org/gate)',
    '[**7 gates**](https://example.org/gate)',
    'Version [2.1.0](https://example.org/gate) and [2024-02-22](https://example.org/gate).',
    '- [x] The gate.\n  1. [x] The quay.\n',
    '[5 reasons] (https://example.org/gate)',
    'From [0x00, 0x7F] to [0..<4], the [12:] of [1st](https://example.org/gate), [16] (but [4/8]) [10, 20,] [2017 年]'.replace(
      '[16] ',
      '',
    ),
  ])('are no hint: %j', (text) => {
    expect(hasHint(text)).toBe(false)
    checkNothingMissed(text)
    checkNothingMissed(text, 'any.txt')
  })

  it.each(['[12](https://example.org/gate)', 'Revisions: [1](https://example.org/one), [2](https://example.org/two)'])(
    'are no hint in Markdown: %j',
    (text) => {
      expect(hasHint(text)).toBe(true)
      expect(hasMarkdownHint(text)).toBe(false)
      checkNothingMissed(text)
    },
  )

  it.each([
    '[1](#fn1)',
    '[[1](https://example.org/one)]',
    '[*[1](https://example.org/one)*]',
    '[note [1](https://example.org/one)]',
    '\\[1](https://example.org/one)',
    '<p>\n[1](https://example.org/one)\n</p>',
    '[1](https://example.org/a b)',
    '[1, 2](https://example.org/one)',
    '[1 and 2](https://example.org/one)',
    '[5 reasons](#fn5)',
    'The gate [x].',
  ])('are one: %j', (text) => {
    expect(hasMarkdownHint(text)).toBe(true)
  })

  it('hide nothing, in any text', { timeout: 60_000 }, () => {
    const pieces =
      '[|]|](https://a.org)|](https://a.org)|](#a1)|(|)|12|1|5 reasons|2.1.0|2024-01-02|, 2|–3| and |- [x] |[x]|[[|]]| |\n|\n\n|\\|*|`|<b>|</b>|<p>|Gate|note |a|］|［|:|[1]: /one'
    const text = fc.array(fc.constantFrom(...pieces.split('|')), { maxLength: 16 }).map((some) => some.join(''))
    fc.assert(
      fc.property(text, (one) => {
        checkNothingMissed(one)
        checkNothingMissed(one, 'any.txt')
      }),
      { numRuns: 1000 },
    )
  })
})

describe('code between ticks', () => {
  it.each([
    'The call `list[1]` and `x[i]`.',
    'One `a` line\nand `list[1]` on another.',
    '- The call `list[1]`\n- Another `list[2, 3]`\n',
    '> The call `list[1]`.\r\n\r\nThe gate.',
    'See [the quay](https://example.org) and `list[1]`.',
  ])('holds no hint: %j', (text) => {
    expect(hasHint(text)).toBe(true)
    expect(hasMarkdownHint(text)).toBe(false)
    checkNothingMissed(text)
  })

  it.each([
    'The call `list` and [1].',
    'The call `list[1].',
    'A tick ` here\nand `list`[1] and another `.',
    'The call ``list` [1] `list``.',
    'The call \\`list [1] `list`.',
    '$$ a ` $$ The gate.[1] ` b',
    '[gate](a`b) The gate.[1] `',
    '[gate](a "`") The gate.[1] `',
    '<p>\nThe call `list[1]`.\n</p>',
    '| a ` | b.[1] ` |\n| --- | --- |\n',
    '<a href="`">The gate.[1] `</a>',
  ])('is not certain: %j', (text) => {
    expect(hasMarkdownHint(text)).toBe(true)
  })

  it('hides nothing, in any text', { timeout: 60_000 }, () => {
    const pieces =
      '`|`|`|``|[1]|[1]| gate |\n|\n|\n\n|> |- |1. |# |\\|](|)|(|[|"|$$|$|<b>|</b>|<|<https://a.org>|---|:-|=|    |```|~~~|a ; b|x[i]|[gate]: /one|&#96;|![|*|\r\n'
    const text = fc.array(fc.constantFrom(...pieces.split('|')), { maxLength: 18 }).map((some) => some.join(''))
    fc.assert(
      fc.property(text, (one) => checkNothingMissed(one)),
      { numRuns: 1000 },
    )
  })
})
