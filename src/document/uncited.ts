import type { Document, Entry } from './document.ts'

/** Entries of one series that nothing cites. */
export interface Uncited {
  readonly entries: readonly UncitedEntry[]
  /** How many entries the series has. */
  readonly among: number
}

/** What an entry says of itself, whatever it stands among. */
export type UncitedEntry = Pick<Entry, 'kind' | 'label' | 'labelRange' | 'labelText' | 'removal'>

/** What nothing cites, series by series; none in a file of nothing but notes, which belongs to another one. */
export function uncitedIn({ series, blocks }: Pick<Document, 'series' | 'blocks'>): Uncited[] {
  const open = series.filter(({ unused }) => unused.length > 0)
  const isOfNotes = () => blocks.length > 0 && blocks.every((block) => block.note ?? block.kind === 'heading')
  if (open.length === 0 || isOfNotes()) return []
  return open.map(({ unused, entries }) => ({ entries: unused, among: entries.length }))
}
