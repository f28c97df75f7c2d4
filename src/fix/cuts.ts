import type { Block, Cluster, Document, Entry, Residue } from '../document/document.ts'
import { isReferenceHeading } from '../document/entries/headings.ts'
import type { Range } from '../source.ts'
import type { Cite, Cut } from './scan.ts'

/** All that is not words of the text around it: entries, markers, leftovers of a paste, directives. Sorted. */
export function cutsOf(
  { entries, clusters, residues, comments }: Document,
  ignored: readonly Range[],
  cites: (cluster: Cluster) => readonly Cite[] = () => [],
): Cut[] {
  const cuts: Cut[] = [
    ...[...entries.filter(isApart), ...ignored].map((range) => cut(range, [], true)),
    ...[...residues.map(leftover), ...comments.filter(isDirective)].map((range) => cut(range, [], false)),
    ...clusters.map((cluster) => cut(cluster, cites(cluster), false)),
  ]
  return cuts.sort((one, other) => one.start - other.start || other.end - one.end)
}

const cut = ({ start, end }: Range, cites: readonly Cite[], closed: boolean): Cut => ({ start, end, cites, closed })

/** A parameter goes with the `?` or `&` that joins it to its address. */
const leftover = (residue: Residue): Range => (residue.kind === 'tracking' && residue.removal) || residue

/** A note in its place, such as `^[a note]`, is a marker and an entry in one; a record stands in another file. */
export const isApart = (entry: Entry): boolean =>
  entry.kind !== 'inline' && entry.kind !== 'record' && !entry.place.inLine

export const isListHeading = ({ kind, text }: Block): boolean => kind === 'heading' && isReferenceHeading(text)

const isDirective = ({ text }: { readonly text: string }) => /^\s*footlint-/.test(text)
