import * as v from 'valibot'
import { defineRule } from '../src/rule.ts'
import type { Document, Entry } from '../src/rule.ts'

export default defineRule({
  id: 'entry-empty',
  summary: 'An entry must say something',
  severity: 'error',
  options: v.strictObject({}),
  messages: { empty: '`{{entry}}` has no text, expected a note or a source' },
  silentOn: () => true,
  *check({ document, report }) {
    for (const entry of document.entries) {
      if (isEmpty(entry, document)) yield report('empty', entry.labelRange, { entry: entry.labelText })
    }
  },
})

/** An image without a description has no words, yet it is something. */
function isEmpty({ text, labelRange, end }: Entry, { source }: Document): boolean {
  return text === '' && !/[\p{L}\p{N}]/u.test(source.text.slice(labelRange.end, end))
}
