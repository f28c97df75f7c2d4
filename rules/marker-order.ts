import * as v from 'valibot'
import { defineRule } from '../src/rule.ts'

const reasons = {
  alphabetical: 'the list is sorted by its words',
  split: 'the entries are in several lists',
  unordered: 'too many numbers follow another order',
} as const

export default defineRule({
  id: 'marker-order',
  summary: 'Numbers must be cited in ascending order of first appearance',
  severity: 'error',
  fixable: 'unsafe',
  options: v.strictObject({}),
  messages: {
    late: '`{{marker}}` is first cited after `{{other}}`, expected numbers in the order of their first citation',
    suspended: 'The order of the numbers from `{{marker}}` on is not checked, since {{reason}}',
  },
  silentOn: () => true,
  *check({ document, report, renumber }) {
    for (const series of document.series) {
      const { misplaced } = series
      const [first] = misplaced
      if (!first) continue
      if (series.orderSuspended) {
        if (series.notation === 'footnote') continue
        const data = { marker: first.marker.text, reason: reasons[series.orderSuspended] }
        yield report('suspended', first.marker, data, { severity: 'info' })
        continue
      }
      // Renderers number footnotes anew; the order of their labels is seen in the source only.
      const extras = series.notation === 'footnote' ? { severity: 'info' as const } : {}
      // Of a range such as `[3-5]` several numbers may be out of place; it has to move once.
      const each = misplaced.filter(({ marker }, index) => marker !== misplaced[index - 1]?.marker)
      for (const { marker, other, number } of each) {
        const related = [{ message: `\`${other.text}\` is cited here`, range: other }]
        // It mends them all.
        const fix = marker === each[0]!.marker ? { fix: renumber(series, 'cited') } : {}
        yield report('late', marker, { marker: marker.text, number, other: other.text }, { ...extras, ...fix, related })
      }
    }
  },
})
