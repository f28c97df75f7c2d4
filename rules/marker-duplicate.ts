import * as v from 'valibot'
import { defineRule } from '../src/rule.ts'
import type { Cluster, Document, Fix, Marker, Repeat, Series } from '../src/rule.ts'

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
  silentOn: ({ hasRepeats }, { reuse }) => !hasRepeats || reuse !== 'forbid',
  *check({ document, options: { reuse }, report }) {
    for (const series of document.series) {
      if (series.repeats.length === 0) continue
      const fixOf = removals(document, series)
      const isBare = series.notation === 'bracket' && series.entries.length === 0 && !series.linked
      const isUnlisted = reuse === 'unlisted' && isBare
      for (const repeat of series.repeats.filter(isFirstOfMarker)) {
        if (isSharedByRanges(repeat)) continue
        const { marker, first, label, inCluster } = repeat
        const related = [{ message: `\`${first.text}\` is cited here first`, range: first }]
        const data = { marker: marker.text, label }
        if (inCluster && !isPage(repeat)) {
          const fix = fixOf.get(marker)
          yield report('cluster', marker, data, { related, ...(fix && { fix }) })
        } else if (reuse === 'forbid' || (isUnlisted && !isPage(repeat))) {
          yield report('reuse', marker, data, { related })
        }
      }
    }
  },
})

/** A range cited again repeats several numbers: one of them is enough to say. */
function isFirstOfMarker({ marker }: Repeat, index: number, all: readonly Repeat[]): boolean {
  return marker !== all[index - 1]?.marker
}

/** `[1-4, 3-6]`: how ranges are written is a matter of its own. */
const isSharedByRanges = ({ marker, inCluster }: Repeat): boolean =>
  inCluster && marker.mark.cluster.rangeFaults.some((one) => one.kind === 'overlap' && one.start === marker.start)

/** `[9]:568 … [9]:570` is one source at two pages. */
const isPage = ({ marker, first }: Repeat): boolean => Boolean(marker.mark.suffix ?? first.mark.suffix)

/** What takes out each number that its cluster has already. Those that stand side by side go together. */
function removals({ source: { text } }: Document, { markers, repeats }: Series): Map<Marker, Fix> {
  const chains: { start: number; end: number; readonly markers: Marker[] }[] = []
  let room: Room | undefined
  let index = 0
  for (const repeat of repeats.filter(isFirstOfMarker)) {
    const { marker, inCluster } = repeat
    if (!inCluster || isPage(repeat) || isSharedByRanges(repeat)) continue
    const { cluster } = marker.mark
    if (room?.cluster !== cluster) room = { cluster, from: removableFrom(text, cluster) }
    // They come in the same order.
    index = Math.max(index, markers.indexOf(marker, index))
    const start = marker.start <= room.from ? undefined : removalStart(text, marker, markers[index - 1])
    if (start === undefined) continue
    const last = chains.at(-1)
    if (last?.end !== start) chains.push({ start, end: marker.end, markers: [marker] })
    else {
      last.end = marker.end
      last.markers.push(marker)
    }
  }
  return new Map(
    chains.flatMap(({ start, end, markers: chain }) => {
      const title = chain.length > 1 ? 'Remove all that is cited again' : `Remove the second \`${chain[0]!.text}\``
      const fix: Fix = { title, safe: true, edits: [{ start, end, text: '' }] }
      return chain.map((marker) => [marker, fix] as const)
    }),
  )
}

/** Where in a cluster markers may go; worked out once for all that stand in it. */
interface Room {
  readonly cluster: Cluster
  readonly from: number
}

/** The offset behind which a cluster can spare markers; infinite where it can spare none. */
function removableFrom(text: string, { start, end, marks, fused }: Cluster): number {
  // Of `[^ 1][^1]`, only the second one is a marker for renderers.
  if (fused || marks.some((mark) => mark.malformed)) return Infinity
  const opening = text.slice(Math.max(0, start - 60), start)
  if (!/(?:^|[\r\n])[^\p{L}\r\n]*$/u.test(opening)) return start
  // `[3] The harbour` at the start of a line would read as an entry.
  const letter = text.slice(start, end).search(/\p{L}/u)
  return letter < 0 ? Infinity : start + letter
}

/**
 * Where the second of two begins, with what joins it to the marker before it. Half a range, a bracket, markup and labels of
 * links stay as they are.
 */
function removalStart(text: string, marker: Marker, before: Marker | undefined): number | undefined {
  if (!before || marker.numbers.length > 1) return undefined
  const start = before.mark === marker.mark ? before.end : (before.mark.suffix?.end ?? before.mark.end)
  return /^[\s\p{L},;:،、，；&]*$/u.test(text.slice(start, marker.start)) ? start : undefined
}
