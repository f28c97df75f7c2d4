import type { Document, Mark, Verdict } from '../document/document.ts'
import { readDocument } from '../document/read.ts'
import { UsageError } from '../errors.ts'
import { visitFiles } from '../project/visit.ts'
import { printable } from '../reporters/terminal.ts'
import { offsetAt, positionAt } from '../source.ts'
import type { Range, Source } from '../source.ts'
import { complainAbout } from './check.ts'
import type { Place } from './place.ts'
import type { World } from './streams.ts'

/** `footlint explain file.md:12:5`: what footlint takes the bracket at this place for, and why. */
export async function explainPlace(place: Place, world: World): Promise<number> {
  const failures = await visitFiles(
    [place.path],
    { cwd: world.cwd, ignore: false },
    (source, _resolution, read, library) => {
      const offset = offsetAt(source, place.line, place.column)
      if (offset === undefined) {
        throw new UsageError(`${place.path} has no line ${place.line} with a column ${place.column}`)
      }
      const lines = describe(readDocument(source, read, library), offset)
      world.stdout.write(lines.map((line) => `${printable(line)}\n`).join(''))
    },
  )
  complainAbout(failures, world.stderr)
  return failures.length > 0 ? 2 : 0
}

function describe(document: Document, offset: number): string[] {
  const isHere = ({ start, end }: Range) => start <= offset && offset < end
  const { source } = document
  const entry = document.entries.find((one) => isHere(one.labelRange))
  if (entry) {
    return [
      `${entry.labelText} is the label of an entry: ${shortened(entry.text)}`,
      entry.markers.length === 0
        ? entry.kind === 'record'
          ? 'Nothing in this file cites it.'
          : 'Nothing cites it.'
        : `Cited at ${placesOf(source, entry.markers)}.`,
    ]
  }
  const mark = document.marks.find(isHere)
  const verdict = document.verdicts.find(({ candidate }) => isHere(candidate))
  if (verdict && !mark) return rejection(verdict)
  if (!verdict || !mark) return ['Nothing at this place could be a marker.']
  return [`${mark.text} is a marker (${mark.notation}): ${verdict.reason}.`, ...destinations(source, mark)]
}

function rejection({ candidate, reason }: Verdict): string[] {
  return [`${candidate.text} is no marker: ${reason}.`]
}

/** For each marker in the brackets, what it points to. */
function destinations(source: Source, mark: Mark): string[] {
  return mark.markers.map(({ text, entry, record, series }) => {
    if (record) {
      const place = `${record.source.path}:${positionAt(record.source, record.record.range.start).line}`
      return `${text} points to ${place}: ${shortened(record.record.text)}`
    }
    if (mark.notation === 'citekey' && !entry) return `${text} points to nothing that footlint knows of.`
    if (entry) return `${text} points to line ${positionAt(source, entry.start).line}: ${shortened(entry.text)}`
    return series.entries.length > 0 ? `${text} points nowhere.` : `${text} has no list of entries to point to.`
  })
}

function placesOf(source: Source, ranges: readonly Range[]): string {
  const places = ranges.slice(0, 10).map(({ start }) => {
    const { line, column } = positionAt(source, start)
    return `${line}:${column}`
  })
  return `${places.join(', ')}${ranges.length > 10 ? ` and ${ranges.length - 10} more places` : ''}`
}

function shortened(text: string): string {
  const words = text.replace(/\s+/g, ' ')
  return words.length > 100 ? `${words.slice(0, 99)}…` : words
}
