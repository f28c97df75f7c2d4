import { describe, expect, test } from 'vitest'
import { find, lines, upTo } from '../rule-run.ts'

describe('marker-order', () => {
  test('names the later of two numbers that were exchanged, once', () => {
    const [found, ...others] = find('marker-order', `A.[1] B.[2] C.[4] D.[3] E.[5]${upTo(5)}`)
    expect(others).toEqual([])
    expect(found).toMatchObject({
      line: '1:21-1:24 error late [3]',
      message: '`[3]` is first cited after `[4]`, expected numbers in the order of their first citation',
      data: { marker: '[3]', number: 3, other: '[4]' },
      related: ['1:15-1:18 `[4]` is cited here'],
      fixed: undefined,
    })
  })

  test('names the place where a reader meets a number that came too early', () => {
    const [found, ...others] = find('marker-order', `A.[5] B.[1] C.[2] D.[3] E.[4] F.[6]${upTo(6)}`)
    expect(others).toEqual([])
    expect(found).toMatchObject({
      line: '1:9-1:12 error late [1]',
      message: '`[1]` is first cited after `[5]`, expected numbers in the order of their first citation',
      data: { marker: '[1]', number: 1, other: '[5]' },
      related: ['1:3-1:6 `[5]` is cited here'],
    })
  })

  test('judges excerpts, and members of a cluster', () => {
    expect(lines('marker-order', 'A.[234] B.[235] C.[237] D.[236] E.[238] F.[239] G.[240] H.[241]')).toEqual([
      '1:27-1:32 error late [236]',
    ])
    expect(lines('marker-order', `A.[1] B.[3, 2] C.[4] D.[5]${upTo(5)}`)).toEqual(['1:13-1:14 error late 2'])
  })

  test('says a range that is out of order once', () => {
    const late = `A.[1] B.[2] C.[5] D.[6] E.[7] F.[3-4] G.[8] H.[9] I.[10] J.[11] K.[12]${upTo(12)}`
    expect(lines('marker-order', late)).toEqual(['1:33-1:38 error late [3-4]'])
    const early = `A.[4-5] B.[1] C.[2] D.[3] E.[6] F.[7] G.[8] H.[9] I.[10] J.[11] K.[12]${upTo(12)}`
    expect(lines('marker-order', early)).toEqual(['1:11-1:14 error late [1]'])
  })

  test('leaves a number without an entry to marker-undefined', () => {
    expect(lines('marker-order', `A.[1, 22] B.[3] C.[4]${upTo(4)}`)).toEqual([])
    expect(lines('marker-order', `A.[1] B.[9] C.[2] D.[4] E.[3] F.[5] G.[6] H.[7]${upTo(7)}`)).toEqual([
      '1:27-1:30 error late [3]',
    ])
  })

  test('lets a number be cited again', () => {
    expect(lines('marker-order', `A.[1] B.[2] C.[1] D.[3] E.[2]${upTo(3)}`)).toEqual([])
  })

  test('takes labels of footnotes for cosmetic', () => {
    const notes = [1, 2, 3, 4].map((number) => `[^${number}]: Note.`).join('\n')
    expect(lines('marker-order', `A.[^1] B.[^3] C.[^2] D.[^4]\n\n${notes}\n`)).toEqual(['1:17-1:21 info late [^2]'])
    expect(lines('marker-order', 'A.[^3] B.[^2] C.[^1]\n\n[^1]: Note.\n[^2]: Note.\n[^3]: Note.\n')).toEqual([])
    expect(lines('marker-order', 'A.[^b] B.[^a]\n\n[^a]: Note.\n[^b]: Note.\n')).toEqual([])
  })

  test.each([
    ['the list is sorted by its words', '[1] Adams.\n\n[2] Baker.\n\n[3] Clarke.\n\n[4] Dunn.\n'],
    [
      'the entries are in several lists',
      '### Norms\n\n[1] Zinc.\n\n[2] Lead.\n\n### Others\n\n[3] Tin.\n\n[4] Iron.\n',
    ],
    ['too many numbers follow another order', '[1] Zinc.\n\n[2] Lead.\n\n[3] Tin.\n\n[4] Iron.\n'],
  ])('does not judge the order where %s', (reason, list) => {
    const [found, ...others] = find('marker-order', `A.[2] B.[1] C.[4] D.[3]\n\n## References\n\n${list}`)
    expect(others).toEqual([])
    expect(found).toMatchObject({
      line: '1:9-1:12 info suspended [1]',
      message: `The order of the numbers from \`[1]\` on is not checked, since ${reason}`,
      related: [],
    })
  })

  test('says nothing of a sorted list that is cited in order', () => {
    const list = '[1] Adams.\n\n[2] Baker.\n\n[3] Clarke.\n\n[4] Dunn.\n'
    expect(lines('marker-order', `A.[1] B.[2] C.[3] D.[4]\n\n## References\n\n${list}`)).toEqual([])
  })
})
