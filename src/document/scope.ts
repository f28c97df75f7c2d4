import type { Block, Candidate } from './document.ts'
import type { Range } from '../source.ts'
import type { EntryDraft } from './entries/entries.ts'
import type { ListDraft } from './entries/lists.ts'
import { countBefore } from './nearby.ts'

/** A part of the document with a numbering of its own. */
export interface Scope {
  /** From 1. */
  readonly ordinal: number
  /** Where its markers stand. No two scopes of a family share a place. */
  readonly ranges: readonly Range[]
  readonly entries: readonly EntryDraft[]
}

/** For each scope the things that stand in it, in the order in which they come. O(n log n). */
export function sortIntoScopes<T extends Range>(
  things: readonly T[],
  scopes: readonly Pick<Scope, 'ranges'>[],
): readonly (readonly T[])[] {
  const [only] = scopes
  if (scopes.length === 1 && only!.ranges.length === 1) return [within(only!.ranges[0]!, things)]
  const places = scopes
    .flatMap((scope, index) => scope.ranges.map(({ start, end }) => ({ start, end, index })))
    .sort((one, other) => one.start - other.start)
  const sorted = scopes.map((): T[] => [])
  for (const thing of things) {
    const place = places[countBefore(places, thing.start + 1) - 1]
    if (place && thing.start < place.end) sorted[place.index]!.push(thing)
  }
  return sorted
}

/** Those of some things that begin inside a range: all of them, most of the time. */
function within<T extends Range>({ start, end }: Range, things: readonly T[]): readonly T[] {
  for (const thing of things) {
    if (thing.start < start || thing.start >= end) return things.filter((one) => one.start >= start && one.start < end)
  }
  return things
}

/**
 * The document is one scope, unless it has several lists of entries that use the same numbers: then each list closes a
 * scope, and what follows it is counted anew. Two such lists with hardly anything between them belong to different
 * notations (MediaWiki's "Notes" and "References"); only the one that the citations fit keeps its entries.
 */
export function findScopes(
  entries: readonly EntryDraft[],
  candidates: readonly Candidate[],
  length: number,
  blocks: readonly Block[],
): Scope[] {
  const whole = { start: 0, end: length + 1 }
  if (!entries.some((entry) => entry.list)) return [{ ordinal: 1, ranges: [whole], entries }]
  const scopes: { list: ListDraft; end: number; entries: EntryDraft[] }[] = []
  const cited = candidates.toSorted((one, other) => one.start - other.start)
  for (const [list, members] of byList(entries)) {
    const last = scopes.at(-1)
    if (!last || !overlaps(last.entries, members)) {
      if (last) {
        last.entries = [...last.entries, ...members]
        last.end = list.end
      } else scopes.push({ list, end: list.end, entries: members })
    } else if (
      countBefore(cited, last.end) < countBefore(cited, list.start) ||
      (members.length > 1 && (list.start - last.end > adjacent || holdsParagraph(blocks, last.end, list.start)))
    ) {
      scopes.push({ list, end: list.end, entries: members })
    } else if (members.length > last.entries.length) {
      last.entries = members
      last.end = list.end
    }
  }
  const listed = new Set(scopes.flatMap((scope) => scope.entries))
  const ends = [...scopes.slice(0, -1).map((scope) => scope.end), length + 1]
  const ranged = ends.map((end, index) => {
    return { ordinal: index + 1, ranges: [{ start: index === 0 ? 0 : ends[index - 1]!, end }] }
  })
  const own = sortIntoScopes(
    entries.filter((entry) => !entry.list || listed.has(entry)),
    ranged,
  )
  return ranged.map((scope, index) => ({ ...scope, entries: own[index]! }))
}

/** With less text than that between them, two lists stand one below the other. */
const adjacent = 400

/** A paragraph between them, and no mere introduction such as "Works cited more than once:". */
function holdsParagraph(blocks: readonly Block[], from: number, to: number): boolean {
  for (let index = countBefore(blocks, from); index < blocks.length && blocks[index]!.start < to; index++) {
    const { kind, text } = blocks[index]!
    if (kind === 'paragraph' && text.trim().length > introduction && !/:\s*$/.test(text)) return true
  }
  return false
}

/** No longer than that is a line that introduces a list. */
const introduction = 120

/** Half of the numbers of one are numbers of the other too. */
function overlaps(one: readonly EntryDraft[], other: readonly EntryDraft[]): boolean {
  const numbers = new Set(one.map((entry) => entry.number))
  const again = other.filter((entry) => numbers.has(entry.number)).length
  return again > 0 && again * 2 >= Math.min(numbers.size, other.length)
}

function byList(entries: readonly EntryDraft[]): Map<ListDraft, EntryDraft[]> {
  const lists = new Map<ListDraft, EntryDraft[]>()
  for (const entry of entries) {
    if (!entry.list) continue
    const members = lists.get(entry.list)
    if (members) members.push(entry)
    else lists.set(entry.list, [entry])
  }
  return lists
}
