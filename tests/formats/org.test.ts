import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readOrg } from '../../src/document/formats/org.ts'
import { fixtures } from '../fixture-files.ts'
import { growth, readSound, sliceOf, wordsOf } from './sound.ts'

const read = (text: string) => readSound(readOrg, 'org', text)
/** U+FFFC is hard to tell from others. */
const words = (text: string) => wordsOf(read(text)).map((one) => one.replaceAll('\uFFFC', '¤'))

describe('blocks of Org', () => {
  test.each([
    ['One\ntwo\n\n  three\n  four', ['One\ntwo', 'three\nfour']],
    ['* One :tag:\nTwo\n** Three', ['One', 'Two', 'Three']],
    [
      '#+TITLE: x\nOne\n#+begin_src r\nx[1]\n#+end_src\nTwo\n#+BEGIN_QUOTE\nThree\n#+END_QUOTE',
      ['One', 'Two', 'Three'],
    ],
    ['#+begin_src\nOne\n\n* Two\n#+end_src', ['One', 'Two']],
    ['#+begin_example\nOne', ['One']],
    [':PROPERTIES:\n:ID: [1]\n:END:\nOne\n:a:\nTwo', ['One\n:a:\nTwo']],
    ['One\n# two\n#+caption: Three\n: four\n-----\nFive\n#six', ['One', 'Three', 'Five\n#six']],
    [
      '- One\n  two\n- [ ] Three\nFour\n3. [@5] Five\n * Six\n- seven :: eight',
      ['One\ntwo', 'Three', 'Four', 'Five', 'Six', 'seven :: eight'],
    ],
    ['| A | B |\n|---+---|\n|   | C |', ['A', 'B', 'C']],
    ['\\begin{equation}\nx[1]\n\\end{equation}\nOne\n\\begin{x}y\\end{x}\nTwo \\begin{x}', ['One', 'Two \\begin{x}']],
    ['SCHEDULED: <2024-01-05 Fri>\nOne <2024-01-05>--<2024-01-06> [2024-01-05 Fri 10:00] two', ['One ¤ ¤ two']],
    ['*One* /two/, _three_ +four+ =x[1]= ~y[2]~ a*b c/d/e *f', ['One two, three four ¤ ¤ a*b c/d/e *f']],
    ['*One /two\nthree/ four* 2 * 3 * 4', ['One two\nthree four 2 * 3 * 4']],
    [
      '[[https://x.y][One *two*]] [[file:x.png]] [[x] <<t>> {{{m(1)}}} src_r{x[1]} @@html:<b>@@',
      ['One two ¤ [[x] ¤ ¤ ¤ ¤'],
    ],
    ['One\\nbsp{}[1] \\(x[1]\\) \\[y[2]\\] $$z[3]$$ a^{1}', ['One\u00A0[1] ¤ ¤ ¤ a1']],
    [
      'One [fn:1] [fn:a: two [three]] [fn:: four] [fn: five] [fn:x',
      ['One ¤ ¤ ¤ [fn: five] [fn:x', 'two [three]', 'four'],
    ],
    ['One [cite/t:see @a p. 3; @b] cite:x,y. [cite:z] [[cite:&k]]', ['One ¤ ¤. [cite:z] ¤']],
    ['', []],
  ])('of %j are %j', (text, expected) => {
    expect(words(text)).toEqual(expected)
  })

  test('have kinds, depths and items', () => {
    const { blocks } = read('** A\n1. B\n   - C\n2. D\n\n   E\n\n\n3. F\n| G |\n')
    expect(blocks.map(({ text, kind, depth, item }) => [text, kind, depth, item?.number, item !== undefined])).toEqual([
      ['A', 'heading', 2, undefined, false],
      ['B', 'paragraph', undefined, 1, true],
      ['C', 'paragraph', undefined, undefined, true],
      ['D', 'paragraph', undefined, 2, true],
      ['E', 'paragraph', undefined, undefined, false],
      ['F', 'paragraph', undefined, 3, true],
      ['G', 'cell', undefined, undefined, false],
    ])
    const [, b, , d, , f] = blocks
    expect(b!.item!.list).toBe(d!.item!.list)
    expect(f!.item!.list).not.toBe(d!.item!.list)
  })

  test('say what their marks are', () => {
    const text = 'One[fn:1] [fn:a: x] [cite:@a; @b-c p. 3] [[#x][two]] y^{3}'
    const reading = read(text)
    expect(
      reading.blocks[0]!.links.map(({ kind, keys, range }) => [
        kind,
        keys?.map((key) => key.label),
        text.slice(range!.start, range!.end),
      ]),
    ).toEqual([
      ['note', ['1'], '[fn:1]'],
      ['inline-note', ['a'], '[fn:a: x]'],
      ['cite', ['a', 'b-c'], '[cite:@a; @b-c p. 3]'],
      ['inline', undefined, '[[#x][two]]'],
      ['superscript', undefined, '^{3}'],
    ])
    for (const { keys = [] } of reading.blocks[0]!.links) {
      for (const { label, start, end } of keys) expect(text.slice(start, end)).toBe(label)
    }
    expect(sliceOf(text, reading, '\uFFFC')).toBe('[fn:1]')
  })

  test('belong to their notes', () => {
    const text = '[fn:1] One\ntwo.\n\nThree.\n\n[fn:b]\nFour\n\n\nFive [fn:c: six] [fn:c] [fn:d: x]\n* Seven'
    const { notes, blocks } = read(text)
    expect(
      notes.map(({ label, labelRange, text: own }) => [label, text.slice(labelRange.start, labelRange.end), own]),
    ).toEqual([
      ['1', '[fn:1]', 'One\ntwo.\nThree.'],
      ['b', '[fn:b]', 'Four'],
      ['c', 'fn:c', 'six'],
    ])
    expect(blocks.map((block) => block.note?.label)).toEqual([
      '1',
      '1',
      'b',
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })

  test('stand beside comments', () => {
    const text = 'One\n  # footlint-disable\n#\n# two'
    expect(read(text).comments.map((one) => [text.slice(one.start, one.end), one.text])).toEqual([
      ['# footlint-disable', ' footlint-disable'],
      ['#', ''],
      ['# two', ' two'],
    ])
  })
})

const pieces =
  '[fn:1] [fn:a: [fn:: [ ] [[ ]] ][ [cite:@a] cite:x * / _ = ~ ^{1} \\( \\) $$ <2024-01-05> {{{ }}} * **~ -~ 1.~ |~ # #~ #+begin_src #+end_src :a: :END: \\begin{x} \\end{x} One . \\n \\n\\n ~~ ~ é😀'
const hostile = fc
  .array(fc.constantFrom(...pieces.split(' ').map((one) => one.replaceAll('~', ' ').replaceAll('\\n', '\n'))), {
    maxLength: 40,
  })
  .map((parts) => parts.join(''))

describe('any text', () => {
  test('gives a sound reading', () => {
    fc.assert(
      fc.property(hostile, (text) => void read(text)),
      { numRuns: 2000 },
    )
  })

  test.each(fixtures.filter((one) => one.path.endsWith('.org')).map((one) => [one.path, one.content]))(
    'made of %s is read soundly',
    (_, content) => {
      fc.assert(
        fc.property(
          fc.nat(content.length),
          fc.nat(5),
          fc.constantFrom('', '[', ']', '*', '\n', '\n\n', '#+'),
          (at, cut, put) => {
            read(content.slice(0, at) + put + content.slice(at + cut))
          },
        ),
        { numRuns: 500 },
      )
    },
  )

  test.each([
    '[',
    '[fn::',
    '[fn:a:x]',
    '[[',
    '[[a][',
    '*',
    '*a ',
    '/a*b_',
    '\\(',
    '$$',
    '{{{m',
    'cite:',
    '^{',
    '#+begin_src\n',
    ':a:\n',
    '- ',
    '-\n',
    '| ',
    '\n',
    '# \n',
    '[fn:1] x\n',
    'One *two*.[fn:1] [cite:@a]\n',
  ])('of many %j takes time that grows with it', (unit) => {
    expect(growth(readOrg, 'org', (size) => unit.repeat(size / unit.length))).toBeLessThan(8)
  })

  test('of notes in notes takes time that grows with it', () => {
    const make = (size: number) => '[fn:: '.repeat(size / 7) + ']'.repeat(size / 7)
    expect(growth(readOrg, 'org', make)).toBeLessThan(8)
  })
})
