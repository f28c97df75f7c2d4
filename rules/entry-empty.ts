import * as v from 'valibot'
import { defineRule } from '../src/rule.ts'

export default defineRule({
  id: 'entry-empty',
  summary: 'An entry must say something',
  severity: 'error',
  options: v.strictObject({}),
  messages: { empty: '`{{entry}}` has no text, expected a note or a source' },
  *check({ document, report }) {
    for (const { kind, text, labelRange, labelText } of document.entries) {
      if (kind !== 'definition' && text === '') yield report('empty', labelRange, { entry: labelText })
    }
  },
})
