import type { Document, Entry } from '../document/document.ts'
import { countBefore } from '../document/nearby.ts'
import type { Range, Source } from '../source.ts'
import { citing, placesOf } from './cites.ts'
import type { Place } from './cites.ts'
import { cutsOf, isApart, isListHeading } from './cuts.ts'
import { entryPiece, piecesOf } from './pieces.ts'
import { coverOf, remains, scan } from './scan.ts'
import type { Cut, Passage } from './scan.ts'
import type { Allowance, Merge } from './verify.ts'
import { createWords, gather, takeText } from './words.ts'
import type { Words } from './words.ts'

/** A block of prose or an entry: its words, and what is cited at which place among them. */
export interface Unit extends Range, Pick<Passage, 'text'> {
  /** What it is, or its label as it is written. */
  readonly kind: string
  readonly places: readonly Place[]
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
  const cuts = cutsOf(document, ignored)
  const gathered = createWords()
  const passages = passagesOf(document, cuts, gathered)
  const whole = ignored.length === 0 ? passages : passagesOf(document, cutsOf(document, []), gathered)
  const words = wordsOf(document, whole, allowed)
  const cites = citing(document, (entry) => words(gone.get(entry) ?? entry), allowed)
  const isCovered = coverOf([...document.entries.filter(isApart), ...ignored])
  const prose = blocks.filter((block) => block.note === undefined && !isCovered(block.start))
  const entries = document.entries.filter((entry) => !gone.has(entry))
  const items = new Set(blocks.flatMap(({ item }) => item?.marker.start ?? []))
  return {
    source,
    blocks: prose.map((block): Unit => {
      const { start, end, kind, depth, item } = block
      const { text, spots } = scan(piecesOf(block), cuts, gathered)
      return { start, end, kind: `${kind} ${depth ?? item?.number ?? ''}`, text, places: placesOf(spots, cites) }
    }),
    entries: entries.map((entry): EntryUnit => {
      const { text, spots } = passages.get(entry)!
      return {
        start: entry.start,
        end: entry.end,
        kind: entry.labelText,
        text,
        places: placesOf(spots, cites),
        cited: entry.markers.length > 0,
        form: items.has(entry.start) ? 'item' : entry.kind,
        file: Math.max(0, countBefore(document.parts, entry.start + 1) - 1),
      }
    }),
    rest: remains(source.text, cuts, gathered),
  }
}

function entryAt({ entries }: Told, { start }: Range): Entry | undefined {
  return entries.find((entry) => entry.start <= start && start < entry.end)
}

/** What each entry says, and what those say that it cites itself: `See [^1].` and `See [^2].` are two things. */
function wordsOf(
  document: Told,
  passages: ReadonlyMap<Entry, Passage>,
  allowed: readonly Allowance[],
): (entry: Entry) => string {
  const textOf = (entry: Entry) => passages.get(entry)!.text
  const citingEntries = [...passages].filter(([, { spots }]) => spots.length > 0)
  if (citingEntries.length === 0) return textOf
  const cites = citing(document, textOf, allowed)
  const words = new Map(
    citingEntries.map(([entry, { text, spots }]) => [
      entry,
      [text, ...placesOf(spots, cites).flatMap((place) => place.cites.map((cite) => cite.key))].join('\n'),
    ]),
  )
  return (entry) => words.get(entry) ?? textOf(entry)
}

function passagesOf({ entries, source }: Told, cuts: readonly Cut[], words: Words): Map<Entry, Passage> {
  const passageOf = (entry: Entry): Passage => {
    // The cut of a note in its place is the note itself.
    if (!isApart(entry)) {
      gather(words, entry.text, 0, entry.text.length)
      return { text: takeText(words), spots: [] }
    }
    const { text, spots } = scan([entryPiece(entry, source)], cuts, words)
    return { text: text.replace(/^[:.)\]：–-]+/, ''), spots }
  }
  return new Map(entries.map((entry) => [entry, passageOf(entry)]))
}
