import type { Range as EditorRange } from 'vscode-languageserver-protocol'
import type { Marker, Series } from '../document/document.ts'
import { labelKey } from '../document/label.ts'
import { shortened } from '../explain.ts'
import type { Range } from '../source.ts'
import { toRange } from './positions.ts'
import { isOwn, ownRange } from './view.ts'
import type { View } from './view.ts'

/** A series, a label in it or a marker, as a tree of the document shows them. */
export interface OutlineNode {
  readonly kind: 'series' | 'entry' | 'undefined' | 'marker'
  readonly label: string
  readonly detail: string
  /** `undefined` for a series, and for an entry in another file. */
  readonly range?: EditorRange
  readonly children: readonly OutlineNode[]
}

/** All series of a text: their entries with the markers that cite them, and what points nowhere. */
export function outlineOf(view: View): OutlineNode[] {
  return view.documents.flatMap(({ series }) => series.flatMap((one) => nodeOfSeries(view, one) ?? []))
}

function nodeOfSeries(view: View, series: Series): OutlineNode | undefined {
  const markers = series.markers.filter((one) => isOwn(view, one))
  const groups = new Map<string, Marker[]>()
  for (const marker of markers) {
    const group = groups.get(labelKey(marker))
    if (group) group.push(marker)
    else groups.set(labelKey(marker), [marker])
  }
  const own = series.entries.filter((entry) => isOwn(view, entry))
  const entries = own.map((entry): OutlineNode => {
    groups.delete(labelKey(entry))
    return {
      kind: 'entry',
      label: entry.labelText.trim() || entry.label,
      detail: shortened(entry.text),
      range: rangeIn(view, entry.labelRange),
      children: entry.markers.filter((one) => isOwn(view, one)).map((one) => nodeOfMarker(view, one)),
    }
  })
  const others = [...groups.values()].map((group) => nodeOfGroup(view, group, series.entries.length > 0))
  const children = [...entries, ...others]
  const counts = `${markers.length} markers, ${own.length} entries`
  return children.length === 0 ? undefined : { kind: 'series', label: series.notation, detail: counts, children }
}

/** A label without an entry in the text: one of another file, or of none. */
function nodeOfGroup(view: View, group: readonly Marker[], isListed: boolean): OutlineNode {
  const [{ text, record, entry, label }] = group as [Marker]
  return {
    kind: isListed && !entry && !record ? 'undefined' : 'entry',
    label: record ? label : text,
    detail: shortened(record?.record.text ?? entry?.text ?? ''),
    children: group.map((one) => nodeOfMarker(view, one)),
  }
}

function nodeOfMarker(view: View, marker: Marker): OutlineNode {
  const range = rangeIn(view, marker)
  return { kind: 'marker', label: marker.text, detail: `line ${range.start.line + 1}`, range, children: [] }
}

const rangeIn = (view: View, range: Range) => toRange(view.source, ownRange(view, range))
