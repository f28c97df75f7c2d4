import type { Document, Marker, Series } from '../../src/document/document.ts'
import type { Range } from '../../src/source.ts'

/** A clean text with one fault in it, and where which rule has to find it. */
export interface Mutant {
  readonly fault: string
  readonly text: string
  /** Any of these is right. */
  readonly spots: readonly Spot[]
}

export interface Spot {
  readonly rule: string
  /** What the finding's range has to touch, in offsets of the mutant. */
  readonly place: Range
}

/** Puts one kind of fault at every place of a document where somebody could see it, one at a time. */
export type Injector = (document: Document) => Generator<Mutant>

export const around = (start: number, length: number): Range => ({ start, end: start + length })

/** Replaces ranges of a text, given in the order of the text. */
export function replaced(text: string, edits: readonly (Range & { readonly text: string })[]): string {
  let result = ''
  let from = 0
  for (const edit of edits) {
    result += text.slice(from, edit.start) + edit.text
    from = edit.end
  }
  return result + text.slice(from)
}

/** Markers alone in their brackets, in running text, right behind a word or a stop; no labels of links (`[a page][3]`). */
export function singles(series: Series): Marker[] {
  return series.markers.filter(
    ({ mark }) =>
      mark.markers.length === 1 &&
      mark.members[0]!.through === undefined &&
      mark.cluster.marks.length === 1 &&
      !mark.inEntry &&
      !mark.malformed &&
      !mark.suffix &&
      mark.before === 'attached' &&
      mark.block.text[mark.at - 1] !== ']' &&
      mark.spaceBefore.start === mark.spaceBefore.end &&
      mark.block.kind !== 'heading',
  )
}

export function* eachSingle({ series: all }: Document): Generator<{ series: Series; marker: Marker }> {
  for (const series of all) {
    // A note in place is marker and entry in one.
    if (series.notation === 'inline-note' || !isProven(series)) continue
    for (const marker of singles(series)) yield { series, marker }
  }
}

const nameOf = ({ number, label }: { readonly number: number | undefined; readonly label: string }) => number ?? label

/** Numbers prove each other: of fewer than three nobody can say what they are. Footnotes prove themselves. */
export function isProven({ notation, entries, firstAppearances }: Series): boolean {
  if (notation === 'footnote') return true
  return firstAppearances.length >= 3 && (entries.length === 0 || entries.length >= 3)
}

/** How often the label of a marker is cited. */
export function citations(series: Series, marker: Marker): number {
  return series.appearances.filter((one) => nameOf(one) === nameOf(marker)).length
}

/** Numbers in brackets or raised: their order counts. Labels of footnotes are numbered anew by renderers. */
export function isOrdered(series: Series): boolean {
  return (series.notation === 'bracket' || series.notation === 'superscript') && series.numbered
}

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** Text with another label for one: every way in which it names the old one, `<a href="#fn3">3</a>` or `³`. */
export function relabelled(text: string, label: string, other: string): string {
  const isRaised = Array.from(text).some((character) => raised.includes(character))
  if (!isRaised) return text.replaceAll(label, other)
  return Array.from(other, (digit) => raised[Number(digit)] ?? digit).join('')
}
