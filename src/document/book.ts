import { createSource } from '../source.ts'
import type { Range, Source } from '../source.ts'
import type { Block, Document, Reader, Reading } from './document.ts'
import { isReferenceHeading } from './entries/headings.ts'
import { shiftReading } from './formats/shift.ts'
import type { Library } from './library.ts'
import { countBefore } from './nearby.ts'
import { readBlocks } from './read.ts'

/** One file of a book, and the reader of its format, where one had to be loaded. */
export interface Text {
  readonly source: Source
  readonly read: Reader | undefined
  readonly library?: Library | undefined
}

/** A file where it stands in the joined text. */
export interface Part extends Range {
  readonly source: Source
  /** By offsets of the file. */
  readonly own: Reading
  /** By offsets of the joined text. */
  readonly reading: Reading
}

/** Files that are read as one text. */
export interface Book {
  /** The joined text. */
  readonly source: Source
  /** In the order of reading. */
  readonly parts: readonly Part[]
  /** All that was worked out, by offsets of the joined text. */
  readonly documents: readonly Document[]
}

export interface JoinedText {
  readonly source: Source
  readonly parts: readonly Part[]
}

/** A place of the joined text in the file that it lies in. */
export interface FilePlace extends Range {
  readonly source: Source
}

/** A blank line, so that nothing that goes by lines runs over the border of two files. */
const border = '\n\n'

/** Reads each file by itself and puts them together. */
export function joinTexts(texts: readonly Text[]): JoinedText {
  let start = 0
  const parts = texts.map(({ source, read = readBlocks }): Part => {
    const own = read(source)
    const moved = shiftReading(own, start, 0)
    const reading = texts.length > 1 ? withBorder(moved, source.path, start) : moved
    const part = { source, start, end: start + source.text.length, own, reading }
    start = part.end + border.length
    return part
  })
  const text = texts.map((one) => one.source.text).join(border)
  return { source: createSource(texts[0]?.source.path ?? '', text), parts }
}

/**
 * Lists, entries and sections end where a heading stands. A file that does not begin with one gets an empty one in front,
 * or one that says "notes" where that is its name.
 */
function withBorder(reading: Reading, path: string, start: number): Reading {
  const name = nameOf(path)
  const text = isReferenceHeading(name) ? name : ''
  if (reading.blocks[0]?.kind === 'heading' || (start === 0 && text === '')) return reading
  const heading: Block = { kind: 'heading', depth: 1, text, runs: [], links: [], start, end: start }
  return { ...reading, signed: undefined, blocks: [heading, ...reading.blocks] }
}

/** `notes` of `book/notes.md`. */
export function nameOf(path: string): string {
  return /([^/]*?)(?:\.\w+)?$/.exec(path)![1]!
}

/** Readings of one text, in the order of the text, as one. */
export function joinReadings(readings: readonly Reading[]): Reading {
  return {
    blocks: readings.flatMap((reading) => reading.blocks),
    notes: readings.flatMap((reading) => reading.notes),
    definitions: readings.flatMap((reading) => reading.definitions),
    comments: readings.flatMap((reading) => reading.comments),
  }
}

/** A book of one file is the file. */
export const severalOf = (parts: readonly Part[]): readonly Part[] => (parts.length > 1 ? parts : [])

/** The part that a place of the joined text lies in; a place between two files counts to the one before. */
export function partAt<T extends { readonly start: number }>(parts: readonly T[], offset: number): T {
  return parts[Math.max(0, countBefore(parts, offset + 1) - 1)]!
}

/** Says where in which file a place of the joined text is. What runs over the end of a file ends with it. */
export function placeInFile({ parts }: { readonly parts: readonly FilePlace[] }, range: Range): FilePlace {
  const { source, start } = partAt(parts, range.start)
  const inside = (offset: number) => Math.max(0, Math.min(offset - start, source.text.length))
  return { source, start: inside(range.start), end: inside(range.end) }
}
