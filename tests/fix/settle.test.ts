import { describe, expect, test } from 'vitest'
import { settle } from '../../src/fix/settle.ts'
import type { Offer } from '../../src/fix/offers.ts'

/** So many fixes, known by their places. */
const offersOf = (count: number): Offer[] =>
  Array.from({ length: count }, (_, start) => {
    const fix = { title: 'x', safe: true, edits: [{ start, end: start, text: 'x' }] }
    const finding = {
      rule: 'r',
      messageId: 'm',
      severity: 'error',
      message: '',
      data: {},
      range: fix.edits[0]!,
      related: [],
      fix,
    }
    return { finding, fix } as Offer
  })

const placeOf = ({ fix }: Offer) => fix.edits[0]!.start

/** Settles fixes of which some must not be made, and counts how often a document was read for it. */
function settled(count: number, isSound: (places: readonly number[]) => boolean) {
  let attempts = 0
  const { accepted, refused } = settle(offersOf(count), {}, (offers) => {
    attempts++
    return isSound(offers.map(placeOf)) ? {} : { reason: 'text', message: 'no', range: { start: 0, end: 0 } }
  })
  return { accepted: accepted.map(placeOf), refused: refused.map(({ offer }) => placeOf(offer)), attempts }
}

describe('settling fixes', () => {
  test('reads a document once where all can be made', () => {
    expect(settled(5000, () => true)).toMatchObject({ accepted: { length: 5000 }, refused: [], attempts: 1 })
  })

  test('leaves out the one that breaks something, and reads the document only a few times', () => {
    const { accepted, refused, attempts } = settled(1024, (places) => !places.includes(700))
    expect(accepted).toHaveLength(1023)
    expect(refused).toEqual([700])
    expect(attempts).toBe(21)
  })

  test('makes the first of two that cannot be made together', () => {
    expect(settled(8, (places) => !(places.includes(2) && places.includes(5))).accepted).toEqual([0, 1, 2, 3, 4, 6, 7])
  })

  test('refuses all where none can be made, and does not try each of very many', () => {
    expect(settled(8, () => false)).toMatchObject({ accepted: [], refused: [0, 1, 2, 3, 4, 5, 6, 7] })
    const { refused, attempts } = settled(5000, () => false)
    expect(refused).toHaveLength(5000)
    expect(attempts).toBeLessThan(130)
  })
})
