import type { Document, Marker, Series } from '../../src/document/document.ts'
import { around, citations, eachSingle, replaced, singles } from './mutant.ts'
import type { Mutant } from './mutant.ts'

/** Only where the document holds its markers to the words: where it does both, a space is no fault. */
export function* spaceBefore(document: Document): Generator<Mutant> {
  for (const { series, marker } of eachSingle(document)) {
    if (series.spacing !== 'attached' || singles(series).length < 5) continue
    const { start, text: written } = marker
    const text = replaced(document.source.text, [{ start, end: start, text: ' ' }])
    yield { fault: 'space before', text, spots: [{ rule: 'marker-spacing', place: around(start + 1, written.length) }] }
  }
}

/** Numbers keep their meaning with a space inside; a footnote of Markdown loses it. Org's `[f n:1]` is nothing that anybody types. */
export function* spaceInside(document: Document): Generator<Mutant> {
  for (const { series, marker } of eachSingle(document)) {
    const { start, end } = marker
    const isNote = series.notation === 'footnote' && marker.entry !== undefined
    if (isNote && !isMarkdown(marker)) continue
    if (!isNote && (series.notation !== 'bracket' || series.markers.length < 4)) continue
    const at = start + (isNote ? 2 : 1)
    const text = replaced(document.source.text, [{ start: at, end: at, text: ' ' }])
    const rule = isNote ? 'marker-malformed' : 'marker-spacing'
    yield { fault: 'space inside', text, spots: [{ rule, place: around(start, end - start + 1) }] }
  }
}

/**
 * Only where something wants the marker: a note of Markdown, or an entry that nothing else cites. Else `[5` is half of
 * anything. A note of Org whose marker has lost its bracket is found as one that nothing cites.
 */
export function* bracketLost(document: Document): Generator<Mutant> {
  for (const { series, marker } of eachSingle(document)) {
    if (!isWanted(series, marker) || !/[\s.,;:]/.test(document.source.text[marker.end] ?? ' ')) continue
    const at = { start: marker.end - 1, end: marker.end }
    const spots = [{ rule: 'marker-malformed', place: around(marker.start, marker.end - marker.start - 1) }]
    yield { fault: 'bracket lost', text: replaced(document.source.text, [{ ...at, text: '' }]), spots }
    yield { fault: 'bracket wrong', text: replaced(document.source.text, [{ ...at, text: '}' }]), spots }
  }
}

const isMarkdown = ({ text }: Marker): boolean => text.startsWith('[^')

function isWanted(series: Series, marker: Marker): boolean {
  if (!marker.entry) return false
  if (series.notation === 'footnote') return isMarkdown(marker)
  return series.notation === 'bracket' && citations(series, marker) === 1
}
