import * as v from 'valibot'
import { defineRule } from '../src/rule.ts'

export default defineRule({
  id: 'marker-undefined',
  summary: 'A marker must have an entry, where the document has entries',
  severity: 'error',
  options: v.strictObject({
    ignore: v.optional(
      v.pipe(
        v.array(v.string()),
        v.description('Labels that may be cited without an entry, as they are written between the brackets'),
      ),
      [],
    ),
  }),
  messages: {
    undefined: '`{{marker}}` has no entry',
    nearest: '`{{marker}}` has no entry, did you mean `{{nearest}}`?',
    within: '`{{marker}}` cites {{label}}, which has no entry',
  },
  *check({ document, options, report }) {
    for (const series of document.series) {
      for (const { marker, label, nearest } of series.undefined) {
        if (options.ignore.includes(label)) continue
        const data = { marker: marker.text, label }
        if (nearest !== undefined) {
          const entry = series.entries.find((each) => each.label === nearest)
          const related = entry ? [{ message: `\`${entry.labelText}\` is cited nowhere`, range: entry.labelRange }] : []
          const written = series.notation === 'footnote' ? `[^${nearest}]` : `[${nearest}]`
          yield report('nearest', marker, { ...data, nearest: written }, { related })
        } else yield report(label === marker.label ? 'undefined' : 'within', marker, data)
      }
    }
  },
})
