import * as v from 'valibot'
import { defineRule } from '../src/rule.ts'

export default defineRule({
  id: 'bibliography-unreadable',
  summary: 'A bibliography that a document names must be there',
  severity: 'warning',
  options: v.strictObject({}),
  messages: { missing: '`{{entry}}` cannot be read: {{reason}}, expected a bibliography' },
  silentOn: () => true,
  *check({ document, report }) {
    for (const one of document.missing) yield report('missing', one, { entry: one.path, reason: one.reason })
  },
})
