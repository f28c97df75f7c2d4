import * as v from 'valibot'
import { defineRule } from '../src/rule.ts'
import type { Cluster, Document, Fix } from '../src/rule.ts'

export default defineRule({
  id: 'cluster-order',
  summary: 'Numbers that are cited together must ascend, where the style sorts them',
  severity: 'warning',
  fixable: 'safe',
  options: v.strictObject({
    order: v.optional(
      v.pipe(
        v.picklist(['auto', 'ascending', 'off']),
        v.description(
          'Whether the numbers of a cluster ascend: as in the other clusters of the document, always, or not checked',
        ),
      ),
      'auto',
    ),
  }),
  messages: { order: '`{{marker}}` is in no order, expected ascending numbers' },
  silentOn: () => true,
  *check({ document, options: { order }, report }) {
    if (order === 'off') return
    const unordered = document.clusters.filter(
      (cluster) => cluster.order === 'slip' || (order === 'ascending' && cluster.order === 'free'),
    )
    if (unordered.length === 0) return
    const wrong = wrongNumbers(document)
    for (const cluster of unordered) {
      if (cluster.markers.some((marker) => wrong.has(marker))) continue
      const marker = document.source.text.slice(cluster.start, cluster.end)
      const fix = sorted(document, cluster)
      yield report('order', cluster, { marker }, fix && { fix })
    }
  },
})

/** A number that points nowhere, or is out of order in the whole text, is a wrong number first of all. */
function wrongNumbers({ series }: Document) {
  return new Set(
    series.flatMap((one) => [
      ...one.undefined.map(({ marker }) => marker),
      ...(one.orderSuspended ? [] : one.misplaced.flatMap(({ marker, other }) => [marker, other])),
    ]),
  )
}

/** The numbers change places, and nothing else. No fix for ranges and pages, which would have to move along. */
function sorted({ source: { text } }: Document, { marks, markers, fused }: Cluster): Fix | undefined {
  if (fused || marks.some((mark) => mark.suffix) || markers.some((marker) => marker.numbers.length > 1))
    return undefined
  const places = marks.flatMap((mark) => mark.members)
  const members = places.toSorted((one, other) => one.number! - other.number!)
  const edits = places.flatMap(({ start, end }, index) => {
    const member = text.slice(members[index]!.start, members[index]!.end)
    return member === text.slice(start, end) ? [] : [{ start, end, text: member }]
  })
  return { title: 'Sort the numbers', safe: true, edits }
}
