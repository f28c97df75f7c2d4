import * as v from 'valibot'
import { defineRule } from '../src/rule.ts'

export default defineRule({
  id: 'series-entries',
  summary: 'Markers must have entries to point to',
  severity: 'warning',
  options: v.strictObject({}),
  messages: {
    none: '{{count}} markers from `{{marker}}` to `{{last}}` have no entry in this document, expected a list of them',
  },
  silentOn: () => true,
  *check({ document, report }) {
    if (document.entries.some((entry) => entry.kind !== 'record')) return
    // Where the list was there before the edit, that is said.
    if (document.changes?.stranded.some(({ count }) => count > 1)) return
    for (const { notation, firstAppearances, markers, linked } of document.series) {
      const first = markers[0]
      // Keys point to a file of their own.
      if (!first || linked || notation === 'citekey' || firstAppearances.length < 2) continue
      yield report('none', first, {
        marker: first.text,
        last: firstAppearances.at(-1)!.marker.text,
        count: markers.length,
      })
    }
  },
})
