import * as v from 'valibot'
import { defineRule } from '../src/rule.ts'
import type { Entry, Marker, Undefined } from '../src/rule.ts'

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
    undefined: '`{{marker}}` has no entry, expected one',
    nearest: '`{{marker}}` has no entry, did you mean `{{nearest}}`?',
    within: '`{{marker}}` cites {{labels}} without an entry, expected one for each',
  },
  silentOn: () => true,
  *check({ document, options, report }) {
    for (const series of document.series) {
      const lost = series.undefined.filter(({ label }) => !options.ignore.includes(label))
      if (lost.length === 0) continue
      const entries = new Map(series.entries.map((entry) => [entry.label, entry]))
      for (const [marker, labels, { nearest, others }] of groupByMarker(lost)) {
        const data = { marker: marker.text, labels }
        const again = others.map((other) => ({ message: `\`${other.text}\` is cited here too`, range: other }))
        if (marker.numbers.length > 1) yield report('within', marker, data)
        else if (nearest === undefined) yield report('undefined', marker, data, { related: again })
        else {
          const other = marker.text.replace(labels[0]!, () => nearest)
          const related = [...unused(entries.get(nearest)), ...again]
          yield report('nearest', marker, { ...data, nearest: other }, { related })
        }
      }
    }
  },
})

/** Of a range several numbers may have no entry; they are said together. */
function groupByMarker(lost: readonly Undefined[]): [Marker, string[], Undefined][] {
  const groups = new Map<Marker, [Marker, string[], Undefined]>()
  for (const one of lost) {
    const group = groups.get(one.marker)
    if (group) group[1].push(one.label)
    else groups.set(one.marker, [one.marker, [one.label], one])
  }
  return [...groups.values()]
}

function unused(entry: Entry | undefined) {
  return entry ? [{ message: `\`${entry.labelText}\` is cited nowhere`, range: entry.labelRange }] : []
}
