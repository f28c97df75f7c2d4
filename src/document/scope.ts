import type { Range } from '../source.ts'
import type { EntryDraft } from './entries/entries.ts'
import type { ListDraft } from './entries/lists.ts'

/** A part of the document with a numbering of its own. */
export interface Scope extends Range {
  /** From 1. */
  readonly ordinal: number
  readonly entries: readonly EntryDraft[]
}

/**
 * The document is one scope, unless it has several lists of entries that use the same numbers: then each list closes a
 * scope, and what follows it is counted anew.
 */
export function findScopes(entries: readonly EntryDraft[], length: number): Scope[] {
  const ends: number[] = []
  let seen = new Set<number>()
  let lastEnd = 0
  for (const [list, members] of byList(entries)) {
    const numbers = members.map((entry) => entry.number!)
    const again = numbers.filter((number) => seen.has(number)).length
    if (seen.size > 0 && again * 2 >= Math.min(numbers.length, seen.size)) {
      ends.push(lastEnd)
      seen = new Set()
    }
    for (const number of numbers) seen.add(number)
    lastEnd = list.end
  }
  ends.push(length + 1)
  return ends.map((end, index): Scope => {
    const start = index === 0 ? 0 : ends[index - 1]!
    return {
      ordinal: index + 1,
      start,
      end,
      entries: entries.filter((entry) => entry.start >= start && entry.start < end),
    }
  })
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
