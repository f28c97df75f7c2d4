import type { Document, Entry } from '../document/document.ts'
import { labelKey } from '../document/label.ts'
import { countBefore } from '../document/nearby.ts'
import type { Edit } from '../finding.ts'
import { edited } from '../edited.ts'
import type { Assignment } from './assign.ts'
import { isNumber } from './assign.ts'
import { isItem, stacksOf } from './lists.ts'
import type { Slot, Stack } from './lists.ts'

/** A stack as it has to be: which entry takes which place. Those of places that are left over have gone into others. */
export interface Arrangement {
  readonly stack: Stack
  readonly order: readonly Slot[]
}

/** Puts entries in the order of their labels, as far as they stand in stacks. Nothing is written yet. */
export function arrange(
  document: Document,
  entries: readonly Entry[],
  assignment: Assignment,
  { isSorted, twins }: { readonly isSorted: boolean; readonly twins: ReadonlyMap<Entry, Entry> },
): Arrangement[] {
  const { ranks, numbers } = assignment
  const rankOf = ({ entry }: Slot) => ranks.get(labelKey(entry)) ?? Infinity
  const numberAfter = ({ entry }: Slot) => numberOf(entry, assignment) ?? Infinity
  return stacksOf(document, entries).map((stack) => {
    const order = stack.filter(({ entry }) => !twins.has(entry))
    // A stack of names alone has an order of its own; names among numbers stand where they are cited.
    if (!isSorted || !order.some(({ entry }) => numbers.has(labelKey(entry)))) return { stack, order }
    const placeOf = order.every((slot) => numberAfter(slot) < Infinity) ? numberAfter : rankOf
    return { stack, order: order.toSorted((one, other) => placeOf(one) - placeOf(other)) }
  })
}

/** The number that an entry has afterwards. */
function numberOf(entry: Entry, { numbers }: Assignment): number | undefined {
  const key = labelKey(entry)
  return numbers.get(key) ?? (isNumber(key) ? Number(key) : undefined)
}

export function isMoved({ stack, order }: Arrangement): boolean {
  return order.length !== stack.length || order.some((slot, index) => slot !== stack[index])
}

/** Whether the numbers of the entries rise as they stand then; where Markdown counts them itself, by one. */
export function runsOn(arrangements: readonly Arrangement[], assignment: Assignment): boolean {
  let previous: number | undefined
  for (const { entry } of arrangements.flatMap(({ order }) => order)) {
    const number = numberOf(entry, assignment)
    if (number === undefined) continue
    if (previous !== undefined && (isItem(entry) ? number !== previous + 1 : number < previous)) return false
    previous = number
  }
  return true
}

/** Makes the moves: `inner` are the edits inside of entries, sorted; the edits of what has moved go along with it. */
export function moveEdits(text: string, arrangements: readonly Arrangement[], inner: readonly Edit[]): Edit[] {
  const moved = arrangements.filter(isMoved).flatMap(({ stack, order }) => placed(stack, order))
  const edits: Edit[] = []
  let from = 0
  for (const move of moved.toSorted((one, other) => one.start - other.start)) {
    const at = countBefore(inner, move.start)
    for (const edit of inner.slice(from, at)) edits.push(edit)
    from = Math.max(from, countBefore(inner, move.end))
    const words = move.slot ? written(text, move.slot, inner) : ''
    if (words !== text.slice(move.start, move.end)) edits.push({ start: move.start, end: move.end, text: words })
  }
  for (const edit of inner.slice(from)) edits.push(edit)
  return edits
}

interface Move {
  readonly start: number
  readonly end: number
  /** `undefined` where nothing takes the place. */
  readonly slot: Slot | undefined
}

function placed(stack: Stack, order: readonly Slot[]): Move[] {
  return stack.flatMap((place, index): Move[] => {
    const slot = order[index]
    if (slot) return [{ start: place.start, end: place.end, slot }]
    return index < 1 ? [] : [{ start: stack[index - 1]!.end, end: place.end, slot }]
  })
}

function written(text: string, { start, end }: Slot, inner: readonly Edit[]): string {
  const own = inner.slice(countBefore(inner, start), countBefore(inner, end))
  return edited(
    text.slice(start, end),
    own.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start })),
  )
}
