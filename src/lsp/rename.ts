import type { Document } from '../document/document.ts'
import { labelKey } from '../document/label.ts'
import type { Rewriting } from '../project/rewrite-files.ts'
import { labelRangeOf, relabel } from '../renumber/written.ts'
import { rename } from '../renumber/rename.ts'
import type { Range } from '../source.ts'
import { rewriteView } from './rewrite.ts'
import type { Rewritten } from './rewrite.ts'
import { entryOf, thingAt } from './thing.ts'
import type { Thing } from './thing.ts'
import { ownRange } from './view.ts'
import type { View } from './view.ts'

/** A label that can be renamed, where it is written. */
export interface Renameable {
  readonly range: Range
  readonly label: string
  /** The key of a record stands in the bibliography, and in other documents. */
  readonly kind: 'label' | 'key'
}

/** What would be renamed at an offset, or why it cannot be; `undefined` where there is no label. */
export function renameableAt(view: View, offset: number): Renameable | { readonly refusal: string } | undefined {
  const thing = thingAt(view, offset)
  if (!thing) return undefined
  const range = labelRange(thing)
  if (!range) return { refusal: 'the label is written in another way here; rename it where it is plain' }
  const { label } = thing.kind === 'marker' ? thing.marker : thing.entry
  if (thing.kind === 'marker' && thing.marker.numbers.length > 1)
    return { refusal: 'a range cites several labels, expected a marker with one' }
  if (thing.kind === 'marker' && thing.marker.series.notation === 'inline-note')
    return { refusal: 'a note in place has no label' }
  return { range: ownRange(view, range), label, kind: isKey(thing) ? 'key' : 'label' }
}

/** Keys are renamed elsewhere too: see `renameKey`. */
export function isKey(thing: Thing): boolean {
  return thing.kind === 'entry' ? thing.entry.kind === 'record' : thing.marker.series.notation === 'citekey'
}

function labelRange(thing: Thing): Range | undefined {
  if (thing.kind === 'entry') {
    const { entry } = thing
    if (entry.kind === 'record') return entry.labelRange
    const edit = relabel(entry, entry.label)
    return edit && { start: edit.start, end: edit.end }
  }
  const { marker, document } = thing
  const { mark } = marker
  const member = mark.members.find((one) => one.label === marker.label && marker.start <= one.start)
  return member && labelRangeOf(document.source.text, mark, member)
}

/** Renames the label at an offset in the text and in the files of its book. */
export function renameLabel(view: View, offset: number, label: string): Promise<Rewritten> {
  const at = view.start + offset
  const rewrite = (document: Document): Rewriting => {
    const thing = thingAt({ ...view, documents: [document], start: 0 }, at)
    if (!thing) return { edits: [], refusals: [] }
    const { series } = thing.kind === 'marker' ? thing.marker : thing.entry
    const key = labelKey(entryOf(thing) ?? (thing.kind === 'marker' ? thing.marker : thing.entry))
    const renamed = rename(document, { series, key, label })
    return 'message' in renamed ? { edits: [], refusals: [renamed] } : { edits: renamed, refusals: [] }
  }
  const join = (all: readonly Rewriting[]): Rewriting => ({
    edits: all.flatMap(({ edits }) => edits),
    refusals: all.flatMap(({ refusals }) => refusals),
  })
  return rewriteView(view, { allowed: ['renumber'], rewrite, join })
}
