import { otherBrackets } from '../document/classify/others.ts'
import type { Document, Mark, Verdict } from '../document/document.ts'
import { readDocument } from '../document/read.ts'
import { UsageError } from '../errors.ts'
import { visitFiles } from '../project/visit.ts'
import type { Visitor } from '../project/visit.ts'
import { printable } from '../reporters/terminal.ts'
import { offsetAt, positionAt } from '../source.ts'
import type { Range, Source } from '../source.ts'
import { complainAbout } from './report-run.ts'
import type { Place } from './place.ts'
import type { World } from './streams.ts'

/** `footlint explain file.md:12:5`: what footlint takes the bracket at this place for, and why. */
export async function explainPlace(place: Place, world: World): Promise<number> {
  const write = (lines: readonly string[]) => world.stdout.write(lines.map((line) => `${printable(line)}\n`).join(''))
  const visitor: Visitor = {
    file(source, { settings }, read, library) {
      const offset = offsetIn(source, place)
      write(
        describe([readDocument(source, read, { ...settings, library })], offset, ({ start }) => ({ source, start })),
      )
    },
    async book({ texts, wanted, ...options }) {
      const { placeInFile } = await import('../document/book.ts')
      const { readBook } = await import('../document/read-book.ts')
      const book = readBook(texts, options)
      const part = book.parts.find((one) => wanted.has(one.source.path))
      if (!part) return
      const offset = part.start + offsetIn(part.source, place)
      write(describe(book.documents, offset, (range) => placeInFile(book, range)))
    },
  }
  const failures = await visitFiles([place.path], { cwd: world.cwd, ignore: false }, visitor)
  complainAbout(failures, world.stderr)
  return failures.length > 0 ? 2 : 0
}

function offsetIn(source: Source, { path, line, column }: Place): number {
  const offset = offsetAt(source, line, column)
  if (offset === undefined) throw new UsageError(`${path} has no line ${line} with a column ${column}`)
  return offset
}

/** Says of a place of the documents in which file it is, and where. */
type Locate = (range: Range) => { readonly source: Source; readonly start: number }

function describe(documents: readonly Document[], offset: number, locate: Locate): string[] {
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

function shortened(text: string): string {
  const words = text.replace(/\s+/g, ' ')
  return words.length > 100 ? `${words.slice(0, 99)}…` : words
}
