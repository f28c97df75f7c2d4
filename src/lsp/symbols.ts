import { lineAt } from '../source.ts'
import type { Range } from '../source.ts'
import { shortened } from '../explain.ts'
import type { Entry } from '../document/document.ts'
import { isOwn, ownRange } from './view.ts'
import type { View } from './view.ts'

/** An entry as an outline shows it. */
export interface EntrySymbol {
  readonly name: string
  readonly detail: string
  readonly range: Range
  readonly label: Range
}

/** The notes, lists of sources and records of a text. */
export function symbolsOf(view: View): EntrySymbol[] {
  return ownEntries(view).map((entry) => ({
    name: entry.labelText.trim() || entry.label || '(no label)',
    detail: shortened(entry.text),
    range: ownRange(view, entry),
    label: ownRange(view, entry.labelRange),
  }))
}

/** Lines from 0, both included. */
export interface FoldedLines {
  readonly first: number
  readonly last: number
}

/** Each entry of several lines, and each stretch of entries that follow one another. */
export function foldsOf(view: View): FoldedLines[] {
  const { source } = view
  const entries = ownEntries(view).map((entry) => {
    const { start, end } = ownRange(view, entry)
    const last = start + source.text.slice(start, end).trimEnd().length
    return { first: lineAt(source, start) - 1, last: lineAt(source, last) - 1 }
  })
  const stretches: { first: number; last: number }[] = []
  for (const { first, last } of entries) {
    const open = stretches.at(-1)
    // A blank line stands between two notes.
    if (open && first <= open.last + 2) open.last = Math.max(open.last, last)
    else stretches.push({ first, last })
  }
  const folds = [...stretches, ...entries].filter(({ first, last }) => last > first)
  return [...new Map(folds.map((fold) => [`${fold.first} ${fold.last}`, fold])).values()]
}

function ownEntries(view: View): Entry[] {
  return view.documents
    .flatMap(({ entries }) => entries)
    .filter((entry) => entry.kind !== 'inline' && isOwn(view, entry))
    .toSorted((one, other) => one.start - other.start)
}
