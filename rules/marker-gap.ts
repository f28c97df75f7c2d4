import * as v from 'valibot'
import { defineRule } from '../src/rule.ts'

/** A list in the data is for programs; nobody reads more of it. */
const longestList = 100

export default defineRule({
  id: 'marker-gap',
  summary: 'No number may be skipped that has no entry either',
  severity: 'error',
  fixable: 'unsafe',
  options: v.strictObject({}),
  messages: {
    one: '{{numbers}} is missing before `{{marker}}`, expected numbers without a gap',
    several: '{{numbers}} are missing before `{{marker}}`, expected numbers without a gap',
  },
  silentOn: () => true,
  *check({ document, report, renumber }) {
    for (const series of document.series) {
      // Renderers number footnotes anew, and a link leads to its source whatever its number is.
      const extras = series.notation === 'footnote' || series.linked ? { severity: 'info' as const } : {}
      for (const run of series.missing) {
        const { from, through, before } = run
        const name = /^[a-z]+$/.test(before.label) ? lettersOf : String
        const count = through - from + 1
        const missing = Array.from({ length: Math.min(count, longestList) }, (_, index) => from + index)
        const numbers = count === 1 ? name(from) : `${name(from)}${count === 2 ? ' and ' : '–'}${name(through)}`
        const data = { marker: before.text, numbers, missing, count }
        // It closes them all.
        const fix = run === series.missing[0] ? { fix: renumber(series, 'kept') } : {}
        yield report(count === 1 ? 'one' : 'several', before, data, { ...extras, ...fix })
      }
    }
  },
})

/** 1 is `a`, 26 `z`, 27 `aa`. */
function lettersOf(number: number): string {
  if (number < 1) return ''
  return lettersOf(Math.floor((number - 1) / 26)) + String.fromCharCode(97 + ((number - 1) % 26))
}
