import * as v from 'valibot'
import { defineRule } from '../src/rule.ts'
import type { Delimiter, Fix } from '../src/rule.ts'

const options = v.strictObject({
  collapse: v.optional(
    v.pipe(
      v.picklist(['auto', 'always', 'never']),
      v.description('Whether consecutive numbers are made a range: as in most of the document, always, or never'),
    ),
    'auto',
  ),
  min: v.optional(
    v.pipe(v.number(), v.integer(), v.minValue(2), v.description('How many consecutive numbers make a range')),
    3,
  ),
  delimiter: v.optional(
    v.pipe(
      v.string(),
      v.description(
        'What stands between two numbers, with its white space, such as `,` or `, `; `auto`: as in most of the document',
      ),
    ),
    'auto',
  ),
})

export default defineRule({
  id: 'cluster-format',
  summary: 'Numbers that are cited together must be written in one way',
  severity: 'warning',
  fixable: 'safe',
  options,
  messages: {
    reversed: '`{{marker}}` runs backwards, expected the lower number first',
    overlap: '`{{marker}}` shares numbers with `{{other}}`, expected each once',
    listed: '`{{marker}}` has consecutive numbers, expected a range',
    collapsed: '`{{marker}}` has a range, expected each number',
    delimiter: '`{{marker}}` has `{{found}}` between its numbers, expected `{{expected}}`',
    keys: '`{{marker}}` has `{{found}}` between its keys, expected `{{expected}}`',
  },
  *check({ document, options: { collapse, min, delimiter }, report }) {
    const { text } = document.source
    for (const cluster of document.clusters) {
      for (const { kind, edit, other, start, end } of cluster.rangeFaults) {
        const data = { marker: text.slice(start, end), other: other?.text ?? '' }
        const related = other ? [{ message: `\`${other.text}\` is cited here`, range: other }] : []
        yield report(kind, { start, end }, data, { related, ...(edit && fixed([edit], 'Put the numbers in order')) })
      }
      for (const { form, house, numbers, marks, otherwise, start, end } of cluster.runs) {
        const wanted = { auto: house, always: 'collapsed', never: 'listed' }[collapse]
        if (wanted === undefined || form === wanted || numbers.length < min) continue
        const range = { start: marks[0]!.start, end: marks.at(-1)!.end }
        const fix = otherwise === undefined ? {} : fixed([{ start, end, text: otherwise }], `Write \`${otherwise}\``)
        yield report(form, range, { marker: text.slice(range.start, range.end) }, fix)
      }
      const kind = cluster.marks[0]!.notation === 'citekey' ? 'keys' : 'delimiter'
      const expected = (one: Delimiter) =>
        delimiter === 'auto' || kind === 'keys' ? (one.house ?? one.text) : delimiter
      const wrong = cluster.delimiters.filter((one) => one.text !== expected(one))
      const [first] = wrong
      if (!first) continue
      const data = { marker: text.slice(cluster.start, cluster.end), found: first.text, expected: expected(first) }
      const edits = wrong.map((one) => ({ start: one.start, end: one.end, text: expected(one) }))
      yield report(kind, cluster, data, fixed(edits, `Write \`${expected(first)}\``))
    }
  },
})

const fixed = (edits: Fix['edits'], title: string): { fix: Fix } => ({ fix: { title, safe: true, edits } })
