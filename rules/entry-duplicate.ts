import * as v from 'valibot'
import { defineRule } from '../src/rule.ts'
import type { Range } from '../src/rule.ts'

export default defineRule({
  id: 'entry-duplicate',
  summary: 'A label must have one entry',
  severity: 'error',
  options: v.strictObject({}),
  messages: { duplicate: '`{{entry}}` has an entry already, expected a label of its own' },
  silentOn: () => true,
  *check({ document, report }) {
    const related = (label: string, range: Range) => [{ message: `\`${label}\` stands here first`, range }]
    for (const series of document.series) {
      for (const { entry, first } of series.duplicates) {
        // Whichever of two that say the same is taken, nothing is lost.
        const severity = entry.text === first.text ? 'warning' : 'error'
        const more = { severity, related: related(first.labelText, first.labelRange) } as const
        yield report('duplicate', entry.labelRange, { entry: entry.labelText }, more)
      }
    }
    for (const { labelText: entry, definition, first } of document.redefinitions) {
      const severity = definition.url === first.url ? 'warning' : 'error'
      const more = { severity, related: related(`[${first.label}]`, first.labelRange) } as const
      yield report('duplicate', definition.labelRange, { entry }, more)
    }
  },
})
