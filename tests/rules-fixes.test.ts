import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { read } from './document/reading.ts'
import { find, upTo } from './rule-run.ts'

/** Sentences whose clusters and punctuation are written in every way, and a list that holds all their numbers. */
const number = fc.integer({ min: 1, max: 9 })
const cluster = fc.oneof(
  number.map((one) => `[${one}]`),
  fc.tuple(number, number).map(([one, other]) => `[${one}, ${other}]`),
  fc.tuple(number, number, number).map((all) => `[${all.join(', ')}]`),
  fc.tuple(number, number).map(([one, other]) => `[${one},${other}]`),
  fc.tuple(number, number).map(([one, other]) => `[${one}][${other}]`),
  fc.tuple(number, number).map(([one, other]) => `[${one}-${other}]`),
  fc.tuple(number, number).map(([one, other]) => `[${one}]–[${other}]`),
  fc.tuple(number, number, number, number).map(([a, b, c, d]) => `[${a}-${b}, ${c}-${d}]`),
)
const mark = fc.constantFrom('.', '.', '.', ',', ';', '!', '...', '。', '—', '”.', '.”', ').')
const sentence = fc
  .tuple(fc.constantFrom('The pilots', 'Nobody asked', '*Then*', '港口'), mark, cluster, fc.boolean())
  .map(([words, sign, markers, isBehind]) => `${words}${isBehind ? sign + markers : markers + sign}`)
const text = fc
  .array(sentence, { minLength: 1, maxLength: 14 })
  .map((sentences) => `${sentences.join(' ')} The end.${upTo(9)}`)

const options: Record<string, readonly object[]> = {
  'marker-punctuation': [{}, { side: 'before' }, { side: 'after' }, { side: 'ama' }],
  'cluster-order': [{}, { order: 'ascending' }],
  'cluster-format': [{}, { collapse: 'always', delimiter: ',' }, { collapse: 'never', delimiter: '; ' }],
}

/** All fixes of one rule together, as long as they do not touch each other. */
function mend(rule: string, before: string, choice: object): string {
  const edits = find(rule, before, choice).flatMap(({ fix }) => (fix?.safe ? [fix.edits] : []))
  let end = Infinity
  let after = before
  for (const group of edits.toReversed()) {
    if (Math.max(...group.map((edit) => edit.end)) > end) continue
    end = Math.min(...group.map((edit) => edit.start))
    for (const edit of group.toSorted((one, other) => other.start - one.start)) {
      after = after.slice(0, edit.start) + edit.text + after.slice(edit.end)
    }
  }
  return after
}

const kindsOf = (rule: string, one: string, choice: object) => find(rule, one, choice).map(({ messageId }) => messageId)

/** The numbers that each place cites, whatever their order. */
const citedIn = (one: string) =>
  read(one).clusters.map(({ markers }) =>
    [...new Set(markers.flatMap((marker) => marker.numbers))].toSorted((a, b) => a - b).join(' '),
  )

describe.each(Object.keys(options))('fixes of %s', (rule) => {
  test('leave nothing to mend, bring nothing new, and keep what is cited', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...options[rule]!), (before, choice) => {
        let once = mend(rule, before, choice)
        // What two fixes are about takes its turn, as it does in a run of the program.
        for (let round = 0; round < 9 && mend(rule, once, choice) !== once; round++) once = mend(rule, once, choice)
        expect(find(rule, once, choice).filter(({ fix }) => fix)).toEqual([])
        const known = new Set(kindsOf(rule, before, choice))
        expect(kindsOf(rule, once, choice).filter((kind) => !known.has(kind))).toEqual([])
        expect(citedIn(once)).toEqual(citedIn(before))
      }),
      { numRuns: 400 },
    )
  })
})
