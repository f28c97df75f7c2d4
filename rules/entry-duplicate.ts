import * as v from 'valibot'
import { defineRule } from '../src/rule.ts'

export default defineRule({
  id: 'entry-duplicate',
  summary: 'A label must have one entry',
  severity: 'error',
  options: v.strictObject({}),
  messages: { duplicate: '`{{entry}}` has an entry already, expected a label of its own' },
  *check({ document, report }) {
    for (const series of document.series) {
      for (const { entry, first } of series.duplicates) {
        const related = [{ message: `\`${first.labelText}\` stands here first`, range: first.labelRange }]
        // Whichever of two that say the same is taken, nothing is lost.
        const severity = entry.text === first.text ? 'warning' : 'error'
        yield report('duplicate', entry.labelRange, { entry: entry.labelText }, { severity, related })
      }
    }
  },
})
