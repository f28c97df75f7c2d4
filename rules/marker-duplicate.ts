import * as v from 'valibot'
import { defineRule } from '../src/rule.ts'
import type { Fix, Marker, Repeat } from '../src/rule.ts'

export default defineRule({
  id: 'marker-duplicate',
  summary: 'A number must not be cited twice in one place, nor again where it cannot be one source',
  severity: 'warning',
  fixable: 'safe',
  options: v.strictObject({
    reuse: v.optional(
      v.pipe(
        v.picklist(['allow', 'unlisted', 'forbid']),
        v.description(
          'Whether a number may be cited again: always, only where entries show that it is one source cited twice (`unlisted` reports the others), or never',
        ),
      ),
      'unlisted',
    ),
  }),
  messages: {
    cluster: '`{{marker}}` is cited twice in one place, expected it once',
    reuse: '`{{marker}}` is cited again, expected a number of its own',
  },
  *check({ document, options, report }) {
    for (const series of document.series) {
      const isUnlisted = series.notation === 'bracket' && series.entries.length === 0
      const isReported = options.reuse === 'forbid' || (options.reuse === 'unlisted' && isUnlisted)
      for (const repeat of series.repeats) {
        if (!repeat.inCluster && !isReported) continue
        const { marker, first, label } = repeat
        const related = [{ message: `\`${first.text}\` is cited here first`, range: first }]
        const fix = repeat.inCluster ? removal(repeat) : undefined
        yield report(
          repeat.inCluster ? 'cluster' : 'reuse',
          marker,
          { marker: marker.text, label },
          { related, ...(fix && { fix }) },
        )
      }
    }
  },
})

/** Takes the second of two out, with what joins it to the marker before it; ranges stay as they are. */
function removal({ marker }: Repeat): Fix | undefined {
  const { markers } = marker.mark.cluster
  const at = markers.indexOf(marker)
  const before = markers[at - 1]
  if (!before || !isSingle(marker) || !isSingle(before) || marker.mark.suffix || marker.mark.joint === 'range')
    return undefined
  const sameBrackets = before.mark === marker.mark
  if (!sameBrackets && marker.mark.markers.length > 1) return undefined
  const start = sameBrackets ? before.end : (before.mark.suffix?.end ?? before.mark.end)
  return { title: `Remove the second \`${marker.text}\``, safe: true, edits: [{ start, end: marker.end, text: '' }] }
}

const isSingle = (marker: Marker): boolean => marker.numbers.length <= 1
