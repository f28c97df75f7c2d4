import { createSource } from '../source.ts'
import type { Range, Source } from '../source.ts'
import type { Block, Document, Reader, Reading } from './document.ts'
import { isReferenceHeading } from './entries/headings.ts'
import { shiftReading } from './formats/shift.ts'
import { countBefore } from './nearby.ts'
import { findAll, readBlocks, workOut } from './read.ts'

/** One file of a book, and the reader of its format, where one had to be loaded. */
export interface Text {
  readonly source: Source
  readonly read: Reader | undefined
}

/** A file where it stands in the joined text. */
export interface Part {
  readonly source: Source
  readonly start: number
  /** By offsets of the file. */
  readonly own: Reading
  /** By offsets of the joined text. */
  readonly reading: Reading
}

/** Files that are read as one text. Offsets of the documents are offsets of the joined text. */
export interface Book {
  readonly parts: readonly Part[]
  readonly documents: readonly Document[]
}

/** A place of the joined text in the file that it lies in. */
export interface FilePlace extends Range {
  readonly source: Source
}

/** `false`: a file of the book could not be read. */
export interface BookOptions {
  readonly scope: 'book' | 'chapter'
  readonly isWhole: boolean
}

/** A blank line, so that nothing that goes by lines runs over the border of two files. */
const border = '\n\n'

/** Reads the files of a book as one document. */
export function readBook(texts: readonly Text[], { isWhole }: BookOptions): Book {
  const parts = placeParts(texts)
  const source = createSource(texts[0]?.source.path ?? '', texts.map((text) => text.source.text).join(border))
  const files = parts.map((part) => part.reading)
  const reading = joinReadings(files)
  const document = workOut(source, reading, findAll(reading, source.text), { files, isWhole })
  return { parts, documents: [document] }
}

function placeParts(texts: readonly Text[]): Part[] {
  let start = 0
  return texts.map(({ source, read = readBlocks }): Part => {
    const own = read(source)
    const moved = shiftReading(own, start, 0)
    const part = { source, start, own, reading: texts.length > 1 ? withBorder(moved, source.path, start) : moved }
    start += source.text.length + border.length
    return part
  })
}

/**
 * Lists, entries and sections end where a heading stands. A file that does not begin with one gets an empty one in front,
 * or one that says "notes" where that is its name.
 */
function withBorder(reading: Reading, path: string, start: number): Reading {
  const name = /([^/]*?)(?:\.\w+)?$/.exec(path)![1]!
  const text = isReferenceHeading(name) ? name : ''
  if (reading.blocks[0]?.kind === 'heading' || (start === 0 && text === '')) return reading
  const heading: Block = { kind: 'heading', depth: 1, text, runs: [], links: [], start, end: start }
  return { ...reading, blocks: [heading, ...reading.blocks] }
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

/** Says where in which file a place of the joined text is. What runs over the end of a file ends with it. */
export function placeInFile({ parts }: Pick<Book, 'parts'>, range: Range): FilePlace {
  const { source, start } = parts[Math.max(0, countBefore(parts, range.start + 1) - 1)]!
  const inside = (offset: number) => Math.max(0, Math.min(offset - start, source.text.length))
  return { source, start: inside(range.start), end: inside(range.end) }
}
