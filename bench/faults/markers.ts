import type { Document, Marker, Series } from '../../src/document/document.ts'
import { around, citations, eachSingle, isOrdered, relabelled, replaced, singles } from './mutant.ts'
import type { Mutant } from './mutant.ts'

/**
 * Not where the number is cited again: then nothing is lost. Without a list, not at the ends: an excerpt may begin and end
 * with any number.
 */
export function* markerRemoved(document: Document): Generator<Mutant> {
  for (const { series, marker } of eachSingle(document)) {
    if (citations(series, marker) !== 1) continue
    const text = replaced(document.source.text, [{ ...marker, text: '' }])
    const length = marker.end - marker.start
    const { entry } = marker
    if (entry) {
      const start = entry.labelRange.start - (entry.labelRange.start > marker.start ? length : 0)
      yield { fault: 'marker removed', text, spots: [{ rule: 'entry-unused', place: around(start, 1) }] }
    } else if (isOrdered(series)) {
      const next = series.firstAppearances.find((one) => one.number === marker.number! + 1)?.marker
      const isInner = marker.number! > series.lowest! && next !== undefined && next.start > marker.start
      if (!isInner) continue
      yield {
        fault: 'marker removed',
        text,
        spots: [{ rule: 'marker-gap', place: around(next.start - length, next.end - next.start) }],
      }
    }
  }
}

/** Neighbours, and numbers with one or two between them, each cited once. Not where the order is suspended, or too short to show one. */
export function* twoExchanged(document: Document): Generator<Mutant> {
  for (const series of document.series) {
    if (!isOrdered(series) || series.misplaced.length > 0 || series.firstAppearances.length < 5) continue
    if (series.entries.some((entry) => entry.list?.alphabetical || entry.list?.split)) continue
    const usable = new Set(singles(series).filter((marker) => citations(series, marker) === 1))
    for (const [one, other] of distant(series.firstAppearances.map(({ marker }) => marker))) {
      if (!usable.has(one) || !usable.has(other)) continue
      const text = replaced(document.source.text, [
        { ...one, text: other.text },
        { ...other, text: one.text },
      ])
      const place = around(other.start + other.text.length - one.text.length, one.text.length)
      yield { fault: 'two exchanged', text, spots: [{ rule: 'marker-order', place }] }
    }
  }
}

function* distant(markers: readonly Marker[]): Generator<readonly [Marker, Marker]> {
  for (const [index, marker] of markers.entries()) {
    const other = markers[index + 1 + (index % 3)]
    if (other) yield [marker, other]
  }
}

/** A label that no entry has. Not without entries: there every label is as good as any other. */
export function* labelMistyped(document: Document): Generator<Mutant> {
  for (const { series, marker } of eachSingle(document)) {
    if (!marker.entry) continue
    const [fault, label] = wrongLabel(series, marker)
    if (label === undefined || series.entries.some((entry) => entry.label === label)) continue
    const typed = relabelled(marker.text, marker.label, label)
    const text = replaced(document.source.text, [{ ...marker, text: typed }])
    yield { fault, text, spots: [{ rule: 'marker-undefined', place: around(marker.start, typed.length) }] }
  }
}

function wrongLabel(series: Series, { label }: Marker): [fault: string, label: string | undefined] {
  const isNumber = series.notation === 'bracket' || series.notation === 'superscript'
  // Where definitions make the markers, a number without one is no marker but text.
  if (series.notation === 'link') return ['number beyond the list', undefined]
  if (!isNumber) {
    const group = /^(.*?)(\d+)$/.exec(label)
    if (series.notation === 'letter' && group) return ['label mistyped', `${group[1]}${group[2]}${group[2]!.at(-1)}`]
    return ['label mistyped', series.notation === 'letter' ? 'z' : `${label}x`]
  }
  const highest = series.entries.reduce((one, entry) => Math.max(one, entry.number ?? 0), 0)
  return ['number beyond the list', String(highest + 2)]
}
