import type { Document, Entry } from '../document/document.ts'
import { countBefore } from '../document/nearby.ts'
import type { Range, Source } from '../source.ts'
import { citing } from './cites.ts'
import { cutsOf, isApart, isListHeading } from './cuts.ts'
import { entryPiece, piecesOf } from './pieces.ts'
import { coverOf, scan, withoutSpace } from './scan.ts'
import type { Cut, Passage } from './scan.ts'
import type { Allowance, Merge } from './verify.ts'

/** A block of prose or an entry: its words, and what is cited at which place among them. */
export interface Unit extends Range, Passage {
  /** What it is, or its label as it is written. */
  readonly kind: string
}

export interface EntryUnit extends Unit {
  readonly cited: boolean
  /** Which file of a book it stands in, from 0. */
  readonly file: number
  /** What makes it an entry: a definition is not shown, an item is, and the line of a paragraph is no item. */
  readonly form: Entry['kind'] | 'item'
}

/** What has to be known of a text to say what it says. */
export type Told = Pick<
  Document,
  'source' | 'parts' | 'blocks' | 'comments' | 'marks' | 'clusters' | 'entries' | 'residues'
>

/** What a document says, whatever its labels are: which place leads to which words. */
export interface Graph {
  readonly source: Source
  readonly blocks: readonly Unit[]
  readonly entries: readonly EntryUnit[]
  /** What is neither an entry nor a marker: all the rest, code and comments included. */
  readonly rest: string
}

interface Options {
  readonly allowed: readonly Allowance[]
  readonly merged: readonly Merge[]
}

export function graphOf(document: Told, { allowed, merged }: Options): Graph {
  const { source, blocks } = document
  const ignored = allowed.includes('convert') ? blocks.filter(isListHeading) : []
  const gone = new Map(merged.map((one) => [entryAt(document, one.gone), entryAt(document, one.kept)]))
  const words = wordsOf(document, cutsOf(document, ignored), allowed)
  const cites = citing(document, (entry) => words.get(gone.get(entry) ?? entry)!, allowed)
  const cuts = cutsOf(document, ignored, cites)
  const isCovered = coverOf([...document.entries.filter(isApart), ...ignored])
  const prose = blocks.filter((block) => block.note === undefined && !isCovered(block.start))
  const entries = document.entries.filter((entry) => !gone.has(entry))
  const items = new Set(blocks.flatMap(({ item }) => item?.marker.start ?? []))
  return {
    source,
    blocks: prose.map((block) => ({
      ...rangeOf(block),
      kind: `${block.kind} ${block.depth ?? block.item?.number ?? ''}`,
      ...scan(piecesOf(block), cuts),
    })),
    entries: entries.map((entry) => ({
      ...rangeOf(entry),
      kind: entry.labelText,
      cited: entry.markers.length > 0,
      form: items.has(entry.start) ? 'item' : entry.kind,
      file: Math.max(0, countBefore(document.parts, entry.start + 1) - 1),
      ...passageOf(entry, source, cuts),
    })),
    rest: scan([{ start: 0, end: source.text.length, text: source.text, verbatim: true }], cuts).text,
  }
}

const rangeOf = ({ start, end }: Range): Range => ({ start, end })

function entryAt({ entries }: Told, { start }: Range): Entry | undefined {
  return entries.find((entry) => entry.start <= start && start < entry.end)
}

/** What each entry says, and what those say that it cites itself: `See [^1].` and `See [^2].` are two things. */
function wordsOf(document: Told, cuts: readonly Cut[], allowed: readonly Allowance[]): Map<Entry, string> {
  const own = new Map(document.entries.map((entry) => [entry, passageOf(entry, document.source, cuts).text]))
  const cites = citing(document, (entry) => own.get(entry)!, allowed)
  const cited = cutsOf(document, [], cites)
  return new Map(
    document.entries.map((entry) => {
      const { text, places } = passageOf(entry, document.source, cited)
      return [entry, [text, ...places.flatMap((place) => place.cites.map((cite) => cite.key))].join('\n')]
    }),
  )
}

function passageOf(entry: Entry, source: Source, cuts: readonly Cut[]): Passage {
  // The cut of a note in its place is the note itself.
  if (!isApart(entry)) return { text: withoutSpace(entry.text), places: [] }
  const { text, places } = scan([entryPiece(entry, source)], cuts)
  return { text: text.replace(/^[:.)\]：–-]+/, ''), places }
}
