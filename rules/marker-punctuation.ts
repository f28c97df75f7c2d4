import * as v from 'valibot'
import { defineRule } from '../src/rule.ts'
import type { Cluster, Document, Fix, Punctuation } from '../src/rule.ts'

const options = v.strictObject({
  side: v.optional(
    v.pipe(
      v.picklist(['auto', 'before', 'after', 'after-except-dash', 'ama', 'off']),
      v.description(
        'Where a marker stands: as in most of the document, before punctuation, after it, after all but dashes, after full stops and commas and before colons and semicolons (`ama`), or not checked',
      ),
    ),
    'auto',
  ),
  markers: v.optional(
    v.pipe(
      v.picklist(['all', 'inline', 'raised']),
      v.description('Which markers that is for: all, those in the line (`[1]`), or those printed raised (`¹`, `[^1]`)'),
    ),
    'all',
  ),
})
type Side = v.InferOutput<typeof options>['side']

export default defineRule({
  id: 'marker-punctuation',
  summary: 'A marker must stand on the right side of punctuation',
  severity: 'warning',
  fixable: 'safe',
  options,
  messages: {
    before: '`{{marker}}` stands before `{{punctuation}}`, expected it behind',
    after: '`{{marker}}` stands behind `{{punctuation}}`, expected it before',
  },
  silentOn: ({ side }, { side: wanted }) => side === undefined || wanted === 'auto' || wanted === 'off',
  *check({ document, options: { side, markers }, report }) {
    for (const cluster of document.clusters) {
      const { punctuation, start, end } = cluster
      if (!punctuation) continue
      const isChosen = markers === 'all' || markers === cluster.marks[0]!.printed
      const wanted = wantedSide(isChosen ? side : 'auto', punctuation)
      if (wanted === undefined || wanted === punctuation.side) continue
      const data = { marker: document.source.text.slice(start, end), punctuation: punctuation.text }
      const fix = swap(document, cluster, punctuation)
      yield report(punctuation.side, cluster, data, fix && { fix })
    }
  },
})

function wantedSide(side: Side, { kind, house }: Punctuation): Punctuation['side'] | undefined {
  if (side === 'auto') return house
  if (side === 'off') return undefined
  if (side === 'after-except-dash') return kind === 'dash' ? 'before' : 'after'
  if (side !== 'ama') return side
  // AMA has no rule for dashes.
  if (kind === 'dash') return undefined
  return kind === 'colon' || kind === 'semicolon' ? 'before' : 'after'
}

/**
 * Both change places; white space before the cluster stays there. No fix where markup stands in between, or where the brackets
 * would become a link or a note in place.
 */
function swap({ source: { text } }: Document, cluster: Cluster, { side, start, end }: Punctuation): Fix | undefined {
  if (side === 'before' ? cluster.end !== start : text.slice(end, cluster.start).trim() !== '') return undefined
  const mark = text.slice(start, end)
  const neighbour = side === 'before' ? mark.slice(-1) : (text[start - 1] ?? '')
  if (/[\]!^\\]/.test(neighbour)) return undefined
  const place = side === 'before' ? cluster.marks[0]!.spaceBefore.start : cluster.end
  const edits = [
    { start, end, text: '' },
    { start: place, end: place, text: mark },
  ]
  return { title: `Move \`${mark}\` to the other side`, safe: true, edits: edits.toSorted((a, b) => a.start - b.start) }
}
