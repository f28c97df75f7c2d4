import * as v from 'valibot'
import { defineRule } from '../src/rule.ts'

export default defineRule({
  id: 'entry-order',
  summary: 'Entries must stand in the order of their numbers, notes with names in that of their first citation',
  severity: 'warning',
  options: v.strictObject({}),
  messages: { order: '`{{entry}}` stands behind `{{other}}`, expected it before' },
  *check({ document, report }) {
    for (const series of document.series) {
      for (const { entry, other } of series.displaced) {
        const related = [{ message: `\`${other.labelText}\` stands here`, range: other.labelRange }]
        // Renderers put notes in the order of their markers; a reader of a list sees it as it is.
        const extras = entry.kind === 'note' ? { severity: 'info' as const } : {}
        yield report(
          'order',
          entry.labelRange,
          { entry: entry.labelText, other: other.labelText },
          { ...extras, related },
        )
      }
    }
  },
})
