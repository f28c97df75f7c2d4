import { otherBrackets } from './document/classify/others.ts'
import type { Document, Mark, Verdict } from './document/document.ts'
import { positionAt } from './source.ts'
import type { Range, Source } from './source.ts'

/** Says of a place of the documents in which file it is, and where. */
export type Locate = (range: Range) => { readonly source: Source; readonly start: number }

/** What the bracket at a place is taken for, and why, in a few lines. */
export function explainAt(documents: readonly Document[], offset: number, locate: Locate): string[] {
  const isHere = ({ start, end }: Range) => start <= offset && offset < end
  const { source } = locate({ start: offset, end: offset })
  const entry = documents.flatMap((document) => document.entries).find((one) => isHere(one.labelRange))
  if (entry) {
    return [
      `${entry.labelText} is the label of an entry: ${shortened(entry.text)}`,
      entry.markers.length > 0
        ? `Cited at ${placesOf(source, entry.markers, locate)}.`
        : entry.kind === 'record'
          ? 'Nothing in this file cites it.'
          : 'Nothing cites it.',
    ]
  }
  const mark = documents.flatMap((document) => document.marks).find(isHere)
  const verdict = documents.flatMap((document) => document.verdicts).find(({ candidate }) => isHere(candidate))
  if (verdict && !mark) return rejection(verdict)
  if (!verdict || !mark) {
    const other = documents.flatMap((document) => [...otherBrackets(document)]).find(isHere)
    return [other ? `${other.text} is no marker: ${other.reason}.` : 'Nothing at this place could be a marker.']
  }
  return [`${mark.text} is a marker (${mark.notation}): ${verdict.reason}.`, ...destinations(source, mark, locate)]
}

function rejection({ candidate, reason }: Verdict): string[] {
  return [`${candidate.text} is no marker: ${reason}.`]
}

/** For each marker in the brackets, what it points to. */
function destinations(source: Source, mark: Mark, locate: Locate): string[] {
  return mark.markers.map(({ text, entry, record, series }) => {
    if (record) {
      const place = `${record.source.path}:${positionAt(record.source, record.record.range.start).line}`
      return `${text} points to ${place}: ${shortened(record.record.text)}`
    }
    if (mark.notation === 'citekey' && !entry) return `${text} points to nothing that footlint knows of.`
    if (entry) return `${text} points to ${lineOf(source, entry, locate)}: ${shortened(entry.text)}`
    return series.entries.length > 0 ? `${text} points nowhere.` : `${text} has no list of entries to point to.`
  })
}

function lineOf(source: Source, range: Range, locate: Locate): string {
  const place = locate(range)
  const { line } = positionAt(place.source, place.start)
  return place.source === source ? `line ${line}` : `${place.source.path}:${line}`
}

function placesOf(source: Source, ranges: readonly Range[], locate: Locate): string {
  const places = ranges.slice(0, 10).map((range) => {
    const place = locate(range)
    const { line, column } = positionAt(place.source, place.start)
    return `${place.source === source ? '' : `${place.source.path}:`}${line}:${column}`
  })
  return `${places.join(', ')}${ranges.length > 10 ? ` and ${ranges.length - 10} more places` : ''}`
}

/** The first words of a text, in one line. */
export function shortened(text: string): string {
  const words = text.replace(/\s+/g, ' ')
  return words.length > 100 ? `${words.slice(0, 99)}…` : words
}
