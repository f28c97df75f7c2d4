import * as v from 'valibot'
import { defineRule } from '../src/rule.ts'
import type { Entry } from '../src/rule.ts'

export default defineRule({
  id: 'entry-placement',
  summary: 'Entries must stand where the style wants them',
  severity: 'warning',
  recommended: 'off',
  options: v.strictObject({
    place: v.optional(
      v.pipe(
        v.picklist(['document-end', 'section-end']),
        v.description(
          'Where entries stand: behind all prose of the document, or behind that of the section that cites them',
        ),
      ),
      'document-end',
    ),
  }),
  messages: {
    'document-end': '`{{entry}}` has prose behind it, expected it at the end of the document',
    'section-end': '`{{entry}}` stands elsewhere, expected it at the end of the section that cites it',
  },
  *check({ document, options: { place }, report }) {
    const isRight = (entry: Entry) =>
      place === 'document-end'
        ? entry.place.before === 'nothing'
        : entry.place.before !== 'prose' && entry.place.withMarkers
    let before: Entry | undefined
    for (const entry of document.entries) {
      if (entry.kind === 'record' || entry.place.inLine || isRight(entry)) continue
      // Entries that stand together have gone astray together.
      const isNext = before !== undefined && before.place.next === entry.place.next
      before = entry
      if (!isNext) yield report(place, entry.labelRange, { entry: entry.labelText })
    }
  },
})
