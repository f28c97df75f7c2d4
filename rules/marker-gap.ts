import * as v from 'valibot'
import { defineRule } from '../src/rule.ts'

/** A list in the data is for programs; nobody reads more of it. */
const longestList = 100

export default defineRule({
  id: 'marker-gap',
  summary: 'No number may be skipped that has no entry either',
  severity: 'error',
  options: v.strictObject({}),
  messages: {
    one: '{{numbers}} is missing before `{{marker}}`, expected numbers without a gap',
    several: '{{numbers}} are missing before `{{marker}}`, expected numbers without a gap',
  },
  *check({ document, report }) {
    for (const series of document.series) {
      const extras = series.notation === 'footnote' ? { severity: 'info' as const } : {}
      for (const { from, through, before } of series.missing) {
        const count = through - from + 1
        const missing = Array.from({ length: Math.min(count, longestList) }, (_, index) => from + index)
        const numbers = count === 1 ? String(from) : count === 2 ? `${from} and ${through}` : `${from}–${through}`
        yield report(count === 1 ? 'one' : 'several', before, { marker: before.text, numbers, missing, count }, extras)
      }
    }
  },
})
