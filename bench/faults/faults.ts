import type { Document, Entry, Marker, Series } from '../../src/document/document.ts'
import type { Range } from '../../src/source.ts'

/** A clean text with one fault in it, and where which rule has to find it. */
export interface Mutant {
  readonly fault: string
  readonly text: string
  /** Any of these is right. */
  readonly rules: readonly string[]
  /** What the finding's range has to touch, in offsets of the mutant. */
  readonly place: Range
}

type Injector = (document: Document) => Generator<Mutant>

/** Replaces ranges of a text, given in the order of the text. */
function replaced(text: string, edits: readonly (Range & { readonly text: string })[]): string {
  let result = ''
  let from = 0
  for (const edit of edits) {
    result += text.slice(from, edit.start) + edit.text
    from = edit.end
  }
  return result + text.slice(from)
}

const around = (start: number, length: number): Range => ({ start, end: start + length })

/** Markers alone in their brackets, in running text, right behind a word or a stop. */
function singles(series: Series): Marker[] {
  return series.markers.filter(
    ({ mark }) =>
      mark.markers.length === 1 &&
      mark.cluster.marks.length === 1 &&
      !mark.inEntry &&
      !mark.malformed &&
      !mark.suffix &&
      mark.before === 'attached' &&
      mark.spaceBefore.start === mark.spaceBefore.end &&
      mark.block.kind !== 'heading',
  )
}

const citations = (series: Series, marker: Marker): number =>
  series.appearances.filter((one) => (one.number ?? one.label) === (marker.number ?? marker.label)).length

const isNumbered = (series: Series): boolean => series.notation === 'bracket' && series.numbered

function* eachSingle(document: Document, notation: readonly string[]): Generator<{ series: Series; marker: Marker }> {
  for (const series of document.series) {
    if (notation.includes(series.notation)) for (const marker of singles(series)) yield { series, marker }
  }
}

function* markerRemoved({ source }: Document, series: Series, marker: Marker): Generator<Mutant> {
  if (citations(series, marker) !== 1) return
  const text = replaced(source.text, [{ ...marker, text: '' }])
  const length = marker.end - marker.start
  const { entry } = marker
  if (entry) {
    const shift = entry.labelRange.start > marker.start ? length : 0
    yield { fault: 'marker removed', text, rules: ['entry-unused'], place: around(entry.labelRange.start - shift, 1) }
  } else if (isNumbered(series)) {
    const next = series.firstAppearances.find((one) => one.number === marker.number! + 1)
    const isInner = marker.number! > series.lowest! && next !== undefined && next.marker.start > marker.start
    if (isInner)
      yield { fault: 'marker removed', text, rules: ['marker-gap'], place: around(next.marker.start - length, 1) }
  }
}

function* exchanged({ source }: Document, series: Series): Generator<Mutant> {
  if (!isNumbered(series) || series.misplaced.length > 0 || series.firstAppearances.length < 5) return
  const usable = new Set(singles(series))
  for (const [index, { marker }] of series.firstAppearances.entries()) {
    const next = series.firstAppearances[index + 1]?.marker
    const isPair =
      next && usable.has(marker) && usable.has(next) && citations(series, marker) === 1 && citations(series, next) === 1
    if (!isPair) continue
    const text = replaced(source.text, [
      { ...marker, text: next.text },
      { ...next, text: marker.text },
    ])
    yield {
      fault: 'two exchanged',
      text,
      rules: ['marker-order'],
      place: around(next.start + next.text.length - marker.text.length, 1),
    }
  }
}

function* spacing({ source }: Document, series: Series, marker: Marker): Generator<Mutant> {
  const { start, end, text: written } = marker
  if (series.spacing === 'attached' && singles(series).length >= 5) {
    const text = replaced(source.text, [{ start, end: start, text: ' ' }])
    yield { fault: 'space before', text, rules: ['marker-spacing'], place: around(start + 1, written.length) }
  }
  if (series.notation === 'footnote' && marker.entry) {
    const text = replaced(source.text, [{ start: start + 2, end: start + 2, text: ' ' }])
    yield { fault: 'space inside', text, rules: ['marker-malformed'], place: around(start, end - start + 1) }
  } else if (series.markers.length >= 4 && series.notation === 'bracket') {
    const text = replaced(source.text, [{ start: start + 1, end: start + 1, text: ' ' }])
    yield { fault: 'space inside', text, rules: ['marker-spacing'], place: around(start, end - start + 1) }
  }
}

function* bracketLost({ source }: Document, series: Series, marker: Marker): Generator<Mutant> {
  const isWanted = series.notation === 'footnote' ? marker.entry !== undefined : citations(series, marker) === 1
  const next = source.text[marker.end] ?? ' '
  if (!isWanted || !marker.entry || !/[\s.,;:]/.test(next)) return
  const place = around(marker.start, marker.end - marker.start - 1)
  const closing = replaced(source.text, [{ start: marker.end - 1, end: marker.end, text: '' }])
  yield { fault: 'bracket lost', text: closing, rules: ['marker-malformed'], place }
  const wrong = replaced(source.text, [{ start: marker.end - 1, end: marker.end, text: '}' }])
  yield { fault: 'bracket wrong', text: wrong, rules: ['marker-malformed'], place }
}

function* mistyped({ source }: Document, series: Series, marker: Marker): Generator<Mutant> {
  if (series.entries.length === 0 || !marker.entry) return
  if (series.notation === 'footnote') {
    const label = `${marker.label}x`
    if (series.entries.some((entry) => entry.label === label)) return
    const text = replaced(source.text, [{ ...marker, text: `[^${label}]` }])
    yield { fault: 'label mistyped', text, rules: ['marker-undefined'], place: around(marker.start, label.length + 3) }
  } else if (isNumbered(series) && series.entries.every((entry) => entry.kind === 'list')) {
    const highest = series.entries.reduce((one, entry) => Math.max(one, entry.number ?? 0), 0)
    const text = replaced(source.text, [{ ...marker, text: `[${highest + 2}]` }])
    yield { fault: 'number beyond the list', text, rules: ['marker-undefined'], place: around(marker.start, 3) }
  }
}

function* entryFaults({ source }: Document, series: Series, entry: Entry): Generator<Mutant> {
  const { text: whole } = source
  const isWholeLine = /^[ \t]*$/.test(whole.slice(whole.lastIndexOf('\n', entry.start - 1) + 1, entry.start))
  const isList = entry.list !== undefined
  if (!isWholeLine || entry.kind === 'inline' || entry.kind === 'definition') return
  const marker = entry.markers.find((one) => !one.mark.inEntry)
  const { start } = entry
  const end = entry.end
  const before = (offset: number) => offset - (offset > start ? end - start : 0)
  if (marker && series.entries.length >= 3 && !isInList(source.text, entry)) {
    const text = replaced(whole, [{ start, end, text: '' }])
    yield { fault: 'entry removed', text, rules: ['marker-undefined'], place: around(before(marker.start), 1) }
  }
  if (!isList || entry.labelText.startsWith('[')) {
    const copy = `${whole.slice(start, end).trimEnd()}\n\n`
    const text = replaced(whole, [{ start, end: start, text: copy }])
    yield { fault: 'entry doubled', text, rules: ['entry-duplicate'], place: around(start + copy.length, 1) }
    const words = /^\]?[.:]*[ \t]*/.exec(whole.slice(entry.labelRange.end))![0]
    const empty = replaced(whole, [{ start: entry.labelRange.end + words.length, end, text: '' }])
    yield { fault: 'entry emptied', text: empty, rules: ['entry-empty'], place: around(entry.labelRange.start, 1) }
  }
}

/** Items of an ordered Markdown list are counted by the renderer: to take one out renumbers the others. */
function isInList(text: string, entry: Entry): boolean {
  return /^\d/.test(text.slice(entry.labelRange.start, entry.labelRange.end))
}

const perMarker = [markerRemoved, spacing, bracketLost, mistyped]

/** Every fault at every place of a document, one at a time. */
export const injectors: Injector = function* (document) {
  for (const { series, marker } of eachSingle(document, ['bracket', 'footnote'])) {
    for (const inject of perMarker) yield* inject(document, series, marker)
  }
  for (const series of document.series) {
    yield* exchanged(document, series)
    for (const entry of series.entries) yield* entryFaults(document, series, entry)
  }
}
