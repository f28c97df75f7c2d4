import * as v from 'valibot'
import { defineRule } from '../src/rule.ts'

export default defineRule({
  id: 'entry-source',
  summary: 'A source must have one entry',
  severity: 'warning',
  options: v.strictObject({}),
  messages: { same: '`{{entry}}` has the same {{kind}} as `{{first}}`, expected one entry for both' },
  silentOn: () => true,
  *check({ document, report }) {
    for (const { entry, first, kind, value } of document.twins) {
      const related = [{ message: `\`${first.labelText}\` stands here first`, range: first.labelRange }]
      yield report(
        'same',
        entry.labelRange,
        { entry: entry.labelText, first: first.labelText, kind, value },
        { related },
      )
    }
  },
})
