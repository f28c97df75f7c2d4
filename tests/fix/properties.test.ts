import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judge } from '../../bench/fixes/properties.ts'
import { sample } from '../arbitrary-documents.ts'

/**
 * The same documents each time, so that a failure says something of what was changed; `npm run bench:fixes -- --generated 100000`
 * looks at others, and for longer.
 */
describe('any document, when it was fixed', () => {
  test.each([
    ['with safe fixes', false],
    ['with all fixes', true],
  ] as const)('%s, is what it must be', { timeout: 300_000 }, (_, unsafe) => {
    fc.assert(
      fc.property(sample, (one) => {
        expect(judge(one, unsafe).complaints).toEqual([])
      }),
      { numRuns: 1000, seed: unsafe ? 2 : 1 },
    )
  })

  test('had something to fix, more often than not', () => {
    const made = fc.sample(sample, { numRuns: 60, seed: 1 }).filter((one) => judge(one, true).made > 0)
    expect(made.length).toBeGreaterThan(15)
  })
})

/** Documents that came out of longer runs and went wrong. */
describe('what went wrong once', () => {
  const references = (...entries: readonly string[]) => entries.map((entry) => `\n\n## References\n\n${entry}`).join('')

  test.each([
    [
      'a number beside one of a link definition',
      `[0][0][8][7][8]${references('[7]: https://example.org/7', '[8] Tides')}`,
    ],
    [
      'a marker that makes a link of the one behind it',
      `Aa.[2][2][3]${references('[2] Tides', '[3]: https://example.org/3')}`,
    ],
    ['entries on the lines of a paragraph', 'Aa.[4-2][6] Bb.[2] Cc.[5]\n[2] Tides\n[1] Sand\n[3] Wages'],
    ['an entry below the paragraph that cites it last', 'Aa. [3][2] Bb.[5] Cc.[2] Dd.[4]\n[4] Tides'],
    ['a definition that Markdown takes for text', 'Aa. [2][5] Bb.[6] Cc.[1]\n[1]: https://example.org/1\n[7] Sand'],
    ['an entry below an item', '7. Sand\n[2] Wages\n\nAa.[3] Bb.[2] Cc. [1]'],
    ['a sentence that begins with a marker', `[^a] in spring.[4-2][^a] Aa. [^9]${references('[3] Tides')}`],
    ['a note without its colon, and an entry below it', 'Aa.[^nota] Bb. [3] Cc.[3]\n[^nota] Tides\n[5] Sand'],
    [
      'a link definition that moves below a list',
      `Aa [7]. Bb.[2]${references('[7]: https://example.org/7', '[2] Wages')}`,
    ],
    ['an entry that an interval may cite', `Aa.[0][2] Bb [3, 7]. Cc. [2]${references('0. Tides', '[7] Wages')}`],
    [
      'a note whose only marker stands between two dollars',
      `[^$&] [^nota] [^$&] Aa.${references('[^nota]: Tides', '[^$&]: Lamps')}`,
    ],
    [
      'a paragraph that begins with the label of a link',
      'Aa [2][1] Bb.[1]\n\n[1] Tides\n\n[1] Wages\n\n[7] Ropes\n\n[7]: https://example.org/7\n\n[0]: https://example.org/0',
    ],
    [
      'a marker behind another one that opens its line',
      '- [0] [^$&] Aa.[3]\n  [^a]:\n  [0] Ropes\n  [^6]:\n  [^$&] Lamps',
    ],
    [
      'text that ends with a note, and definitions that nobody cites',
      'Aa [2[^note] Bb\n[^note] Tides\n\n[8]: https://example.org/8\n\n[8]: https://example.org/8',
    ],
    [
      'a definition that keeps the line below it from being an item',
      'Aa.[3]Bb.[1]Cc.[6]\n[^9] Tides\n[^6]: Wages\n[3] Lamps\n[^nota]:\n[7]: https://example.org/7\n6. Coal',
    ],
    [
      'an item with lines that have labels',
      'Aa [^a][8-0]\n\n[^6] Tides\n[^1]: Wages\n[^8]:\n2. Ropes\n[8] Lamps\n[^a] Coal',
    ],
    [
      'an entry with a wrong number',
      'Aa[2, 6] bb[1, 2] cc[3, 5]\n\n[3] A\n\n[6] B\n\n[5] C\n\n[1] D\n\n[4] E\n\n[2] F',
    ],
  ])('%s', (_, text) => {
    for (const unsafe of [false, true]) expect(judge({ path: 'any.md', text }, unsafe).complaints).toEqual([])
  })
})
