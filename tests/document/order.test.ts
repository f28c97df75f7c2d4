import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findOutOfPlace, outOfOrder } from '../../src/document/series/order.ts'
import { secondsOf } from '../cost.ts'

/** First appearances: every number once. */
const numbers = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 14 })
const sorted = numbers.map((each) => each.toSorted((one, other) => one - other))

/** Length of a longest increasing subsequence, the slow and plain way. */
function longestIncreasing(sequence: readonly number[]): number {
  const lengths: number[] = []
  for (const [index, number] of sequence.entries()) {
    const before = lengths.filter((_, at) => sequence[at]! < number)
    lengths[index] = 1 + Math.max(0, ...before)
  }
  return Math.max(0, ...lengths)
}

/** What is said of a sequence, by number: `3 after 5`. */
const said = (sequence: readonly number[]) =>
  findOutOfPlace(sequence).map(({ index, other }) => `${sequence[index]} after ${sequence[other]}`)

describe('outOfOrder', () => {
  it('leaves as few out as possible', () => {
    fc.assert(
      fc.property(numbers, (sequence) => {
        const outside = outOfOrder(sequence)
        expect(outside).toHaveLength(sequence.length - longestIncreasing(sequence))
        const kept = sequence.filter((_, index) => !outside.includes(index))
        expect(kept).toEqual(kept.toSorted((one, other) => one - other))
      }),
      { numRuns: 300 },
    )
  })

  it('takes a hundred thousand numbers in no time', () => {
    const many = Array.from({ length: 100_000 }, (_, index) => (index * 7919) % 100_003)
    expect(outOfOrder(many).length).toBeGreaterThan(90_000)
    expect(secondsOf(() => outOfOrder(many))).toBeLessThan(2)
  })
})

describe('findOutOfPlace', () => {
  it.each([
    [[1, 2, 3], []],
    [[], []],
    [[7], []],
    [[2, 1], ['1 after 2']],
    [[1, 3, 2, 4], ['2 after 3']],
    [[1, 5, 2, 3, 4], ['2 after 5']],
    [[2, 3, 4, 1], ['1 after 4']],
    [[1, 2, 6, 4, 5, 3, 7], ['3 after 6']],
    [
      [234, 236, 235, 237, 238, 240, 239],
      ['235 after 236', '239 after 240'],
    ],
  ])('of %j says %j', (sequence, expected) => {
    expect(said(sequence)).toEqual(expected)
  })

  it('says nothing of what is sorted', () => {
    fc.assert(
      fc.property(sorted, (sequence) => {
        expect(findOutOfPlace(sequence)).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('says one thing where two have exchanged their places', () => {
    fc.assert(
      fc.property(sorted, fc.nat(), fc.nat(), (sequence, one, other) => {
        fc.pre(sequence.length >= 2)
        const at = one % sequence.length
        const to = other % sequence.length
        fc.pre(at !== to)
        const exchanged = [...sequence]
        exchanged[at] = sequence[to]!
        exchanged[to] = sequence[at]!
        expect(findOutOfPlace(exchanged)).toHaveLength(1)
      }),
      { numRuns: 300 },
    )
  })

  // Of 3 2 1, any one may stay; only if the one in the middle does are the others seen to have changed places.
  it('says one thing where two have exchanged their places over a third', () => {
    expect(said([1, 4, 3, 2, 5])).toEqual(['2 after 4'])
  })

  it('says one thing where one was moved', () => {
    fc.assert(
      fc.property(sorted, fc.nat(), fc.nat(), (sequence, one, other) => {
        fc.pre(sequence.length >= 2)
        const from = one % sequence.length
        const to = other % sequence.length
        fc.pre(from !== to)
        const moved = sequence.toSpliced(from, 1).toSpliced(to, 0, sequence[from]!)
        expect(findOutOfPlace(moved)).toHaveLength(1)
      }),
      { numRuns: 300 },
    )
  })

  it('says no more than has to move, and of each what it stands wrongly to', () => {
    fc.assert(
      fc.property(numbers, (sequence) => {
        const found = findOutOfPlace(sequence)
        const outside = sequence.length - longestIncreasing(sequence)
        expect(found.length).toBeLessThanOrEqual(outside)
        expect(found.length > 0).toBe(outside > 0)
        for (const { index, other } of found) {
          expect(other).toBeLessThan(index)
          expect(sequence[other]).toBeGreaterThan(sequence[index]!)
        }
        const named = found.map(({ index }) => index)
        expect(named).toEqual([...new Set(named)].toSorted((one, other) => one - other))
      }),
      { numRuns: 300 },
    )
  })
})

describe('two numbers around a third', () => {
  it('are one fault where they were exchanged', () => {
    expect(said([1, 4, 3, 2, 5])).toEqual(['2 after 4'])
    expect(said([3, 2, 1])).toEqual(['1 after 3'])
  })

  it('are two where the neighbours do not fit', () => {
    expect(said([1, 6, 3, 2, 5])).toHaveLength(2)
  })
})
