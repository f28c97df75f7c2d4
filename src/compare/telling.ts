import type { Block, Candidate, Document, Entry, Marker } from '../document/document.ts'
import { groupBy } from '../document/group-by.ts'
import { countBefore, insideOf } from '../document/nearby.ts'
import type { Range, Source } from '../source.ts'
import { createTargets } from './targets.ts'
import type { Target, Targets } from './targets.ts'
import { piecesOf, wordsOf } from './words.ts'
import type { Vocabulary, Word } from './words.ts'

/** One thing that a marker cites: `[3-5]` makes three of them. */
export interface Cite extends Range {
  /** Its place among all cites of the text. */
  readonly id: number
  readonly text: string
  readonly unit: number
  /** How many words of the whole text stand before it. */
  readonly at: number
  readonly target: Target
  /** `undefined`: a bracket that counts for no marker here. It may have been one, or become one. */
  readonly marker: Marker | undefined
  /** Stands in an entry. */
  readonly entry: Entry | undefined
  /** In which of the series of all documents it stands, from 0. */
  readonly series: number
}

/** A block of prose: words `start` to `end` of the whole text. */
export interface Unit extends Range {
  readonly block: Block
  readonly entry: Entry | undefined
  readonly cites: readonly Cite[]
}

/** What has to be known of a text to compare it: its words in their order, and what is cited between them. */
export interface Telling {
  readonly source: Source
  readonly units: readonly Unit[]
  readonly cites: readonly Cite[]
  readonly targets: readonly Target[]
  readonly words: Words
}

/** All words of a text, each a number of the vocabulary. */
export interface Words {
  readonly ids: readonly number[]
  /** Where each begins and ends in the text of its block. */
  readonly from: readonly number[]
  readonly to: readonly number[]
  /** A sentence may begin with it. */
  readonly opens: readonly boolean[]
  /** The unit of each. */
  readonly unit: readonly number[]
}

/** Tells what two texts say, each read as one document or several. */
export function tellBoth(before: readonly Document[], after: readonly Document[]): readonly [Telling, Telling] {
  const vocabulary: Vocabulary = new Map()
  const [ours, theirs] = [before.map(contentsOf), after.map(contentsOf)]
  const [counts, theirCounts] = [countKeys(ours), countKeys(theirs)]
  // One that is there more often than before may have been another one.
  const shared = new Set([...counts.keys()].filter((key) => counts.get(key) === theirCounts.get(key)))
  return [tell(ours, vocabulary, shared), tell(theirs, vocabulary, shared)]
}

function countKeys(all: readonly Contents[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { document, keyOf } of all) {
    for (const block of document.blocks) counts.set(keyOf(block), (counts.get(keyOf(block)) ?? 0) + 1)
  }
  return counts
}

function tell(all: readonly Contents[], vocabulary: Vocabulary, shared: ReadonlySet<string>): Telling {
  const words: Draft = { ids: [], from: [], to: [], opens: [], unit: [] }
  const units: Unit[] = []
  const cites: Cite[] = []
  const targets = createTargets(all.map(({ document }) => document))
  for (const { document, marksIn, entryOf, keyOf } of all) {
    for (const block of document.blocks) {
      const marked = marksIn(block)
      const start = words.ids.length
      const found = shared.has(keyOf(block))
        ? piecesOf(block, sliceOf(document, block), marked, vocabulary)
        : wordsOf(block, marked, vocabulary)
      for (const word of found) put(words, word, units.length)
      const unit = { start, end: words.ids.length, block, entry: entryOf(block) }
      const own = citesIn(marked, { unit, index: units.length, first: cites.length, from: words.from, targets })
      for (const cite of own) cites.push(cite)
      units.push({ ...unit, cites: own })
    }
  }
  return { source: all[0]!.document.source, units, cites, targets: targets.all, words }
}

type Draft = { readonly [Key in keyof Words]: Words[Key][number][] }

function put(words: Draft, { id, from, to, opens }: Word, unit: number): void {
  words.ids.push(id)
  words.from.push(from)
  words.to.push(to)
  words.opens.push(opens)
  words.unit.push(unit)
}

interface Surroundings {
  readonly unit: Omit<Unit, 'cites'>
  readonly index: number
  /** The number of the first cite. */
  readonly first: number
  readonly from: readonly number[]
  readonly targets: Targets
}

function citesIn(marked: readonly Marked[], { unit, index, first, from, targets }: Surroundings): Cite[] {
  let at = unit.start
  const found = marked.flatMap(({ candidate, markers, isLabel }) => {
    while (at < unit.end && from[at]! < candidate.at) at++
    const place = { unit: index, at, entry: unit.entry }
    return isLabel ? [] : toldBy(candidate, markers, targets).map((told) => ({ ...told, ...place }))
  })
  return found.map((cite, order) => ({ ...cite, id: first + order }))
}

/** A candidate, and what it is in the document. */
export interface Marked {
  readonly candidate: Candidate
  readonly markers: readonly Marker[]
  /** The label of an entry: nothing is cited by it. */
  readonly isLabel: boolean
}

/** What stands where in a document. */
interface Contents {
  readonly document: Document
  readonly marksIn: (block: Block) => readonly Marked[]
  readonly entryOf: (block: Block) => Entry | undefined
  /** The same for a block that another text has too, with brackets in the same places. */
  readonly keyOf: (block: Block) => string
}

const sliceOf = ({ source }: Document, { start, end }: Block) => source.text.slice(start, end)

function contentsOf(document: Document): Contents {
  const { marks, verdicts, entries } = document
  const markAt = new Map(marks.map((mark) => [mark.start, mark]))
  const apart = entries.filter(({ kind, place }) => kind !== 'inline' && kind !== 'record' && !place.inLine)
  const labels = new Set(apart.map((entry) => entry.labelRange.start))
  const all = verdicts.map(({ candidate, accepted }): Marked => {
    const mark = accepted ? markAt.get(candidate.start) : undefined
    return { candidate, markers: mark?.markers ?? [], isLabel: !mark && labels.has(candidate.start) }
  })
  const byBlock = groupBy(all, ({ candidate }) => candidate.block)
  for (const marked of byBlock.values()) marked.sort((one, other) => one.candidate.at - other.candidate.at)
  const isEntry = insideOf(apart)
  const noted = new Map(entries.map((entry) => [entry.start, entry]))
  const marksIn = (block: Block) => byBlock.get(block) ?? []
  return {
    document,
    marksIn,
    keyOf: (block) =>
      `${sliceOf(document, block)}|${marksIn(block)
        .map(({ candidate }) => candidate.at)
        .join()}`,
    entryOf(block) {
      if (block.note) return noted.get(block.note.start) ?? apart[0]
      return isEntry(block.start) ? entryAt(apart, block.start) : undefined
    },
  }
}

function entryAt(entries: readonly Entry[], offset: number): Entry | undefined {
  return entries[Math.max(0, countBefore(entries, offset + 1) - 1)]
}

type Told = Pick<Cite, 'start' | 'end' | 'text' | 'target' | 'marker' | 'series'>

function toldBy(candidate: Candidate, markers: readonly Marker[], targets: Targets): Told[] {
  if (markers.length === 0) {
    const { start, end, text } = candidate
    return candidate.members.map((member) => {
      const target = targets.ofLabel({ ...member, family: candidate.family })
      return { start, end, text, target, marker: undefined, series: -1 }
    })
  }
  return markers.flatMap((marker) => {
    const { start, end, text } = marker
    const series = targets.seriesOf(marker)
    return targets.ofMarker(marker).map((target) => ({ start, end, text, target, marker, series }))
  })
}
