import * as v from 'valibot'
import { defineRule } from '../src/rule.ts'

export default defineRule({
  id: 'series-start',
  summary: 'Numbers must start at their first one',
  severity: 'info',
  options: v.strictObject({
    start: v.optional(
      v.pipe(
        v.union([v.pipe(v.number(), v.integer(), v.minValue(0)), v.literal('any')]),
        v.description('The number that a series without entries starts at, or `any`'),
      ),
      1,
    ),
  }),
  messages: { start: 'The numbers start at `{{marker}}`, expected {{expected}}' },
  silentOn: () => true,
  *check({ document, options: { start }, report }) {
    if (start === 'any') return
    for (const series of document.series) {
      // With entries, whatever they start at is right, and one that is not cited is said elsewhere.
      if (series.notation !== 'bracket' || series.entries.length > 0 || series.lowest === undefined) continue
      const first = series.firstAppearances.find((appearance) => appearance.number === series.lowest)
      if (!first || series.lowest === start || series.markers.length < 2) continue
      yield report('start', first.marker, { marker: first.marker.text, first: series.lowest, expected: start })
    }
  },
})
