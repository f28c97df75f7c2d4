import * as v from 'valibot'
import { defineRule } from '../src/rule.ts'
import type { Fix } from '../src/rule.ts'

export default defineRule({
  id: 'entry-order',
  summary: 'Entries must stand in the order of their numbers, notes with names in that of their first citation',
  severity: 'warning',
  fixable: 'unsafe',
  options: v.strictObject({}),
  messages: { order: '`{{entry}}` stands behind `{{other}}`, expected it before' },
  silentOn: () => true,
  *check({ document, report }) {
    for (const series of document.series) {
      for (const { entry, other, reordering } of series.displaced) {
        const related = [{ message: `\`${other.labelText}\` stands here`, range: other.labelRange }]
        // Renderers put notes in the order of their markers; a reader of a list sees it as it is.
        const extras = entry.kind === 'note' ? { severity: 'info' as const } : {}
        const fix = reordering && sorting(reordering)
        const data = { entry: entry.labelText, other: other.labelText }
        yield report('order', entry.labelRange, data, { ...extras, related, ...(fix && { fix }) })
      }
    }
  },
})

/** One for the whole list: entries change places with each other. */
function sorting(edits: Fix['edits']): Fix {
  return { title: 'Put the entries in order', safe: false, changes: 'entries', edits }
}
