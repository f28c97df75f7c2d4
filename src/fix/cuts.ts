import type { Block, Cluster, Document, Entry, Residue } from '../document/document.ts'
import { isReferenceHeading } from '../document/entries/headings.ts'
import type { Range } from '../source.ts'
import type { Cut } from './scan.ts'

/** All that is not words of the text around it: entries, markers, leftovers of a paste, directives. Sorted. */
export function cutsOf(
  { entries, clusters, residues, comments }: Pick<Document, 'entries' | 'clusters' | 'residues' | 'comments'>,
  ignored: readonly Range[],
): Cut[] {
  const cuts: Cut[] = []
  for (const entry of entries) if (isApart(entry)) cuts.push(cut(entry, true))
  for (const range of ignored) cuts.push(cut(range, true))
  for (const residue of residues) cuts.push(cut(leftover(residue), false))
  for (const comment of comments) if (isDirective(comment)) cuts.push(cut(comment, false))
  for (const cluster of clusters) cuts.push(cut(cluster, false, cluster))
  return cuts.sort((one, other) => one.start - other.start || other.end - one.end)
}

const cut = ({ start, end }: Range, closed: boolean, cluster?: Cluster): Cut => ({ start, end, cluster, closed })

/** A parameter goes with the `?` or `&` that joins it to its address. */
const leftover = (residue: Residue): Range => (residue.kind === 'tracking' && residue.removal) || residue

/** A note in its place, such as `^[a note]`, is a marker and an entry in one; a record stands in another file. */
export const isApart = (entry: Entry): boolean =>
  entry.kind !== 'inline' && entry.kind !== 'record' && !entry.place.inLine

export const isListHeading = ({ kind, text }: Block): boolean => kind === 'heading' && isReferenceHeading(text)

const isDirective = ({ text }: { readonly text: string }) => /^\s*footlint-/.test(text)
