import type { Cluster, Document, Entry, Marker, Series } from '../document/document.ts'
import { normalizeLabel } from '../document/label.ts'
import type { Range } from '../source.ts'
import type { Spot } from './scan.ts'
import type { Allowance } from './verify.ts'

/** One thing cited: what it says, or that it says nothing. */
export interface Cite extends Range {
  readonly key: string
  /** The marker as it is written, and what it leads to, for messages. */
  readonly marker: string
  readonly entry: Entry | undefined
}

/** What is cited between two letters. */
export interface Place extends Pick<Spot, 'at'> {
  readonly cites: readonly Cite[]
}

/** What each cluster cites, by what the entries say. */
export type Citing = (cluster: Cluster) => readonly Cite[]

/**
 * Says of clusters what they cite. A label without an entry stands for itself; where numbers may change, for its turn among
 * those without an entry, so that one old label has one new one.
 */
export function citing(
  { marks }: Pick<Document, 'marks'>,
  keyOf: (entry: Entry) => string,
  allowed: readonly Allowance[],
): Citing {
  const mayRenumber = allowed.some((one) => one !== 'entries')
  const mayConvert = allowed.includes('convert')
  const entries = new Map<Series, Map<string, Entry>>()
  const turns = new Map<Series, Map<string, number>>()
  let count = 0
  const keyOfLost = (series: Series, label: string) => {
    if (!mayRenumber) return label
    const known = turns.get(series) ?? new Map<string, number>()
    turns.set(series, known)
    if (!known.has(label)) known.set(label, count++)
    return `${known.get(label)}`
  }
  const cite = (marker: Marker, label: string): Cite => {
    const { start, end, text, series, mark } = marker
    let known = entries.get(series)
    if (!known) entries.set(series, (known = entriesOf(series)))
    const entry = known.get(label)
    const page = mark.suffix ? mark.block.text.slice(mark.to, mark.to + mark.suffix.end - mark.suffix.start) : ''
    // What a page shows as a link must not become text, nor text a link.
    const kind = mark.notation === 'link' && !mayConvert ? '>' : entry ? '=' : '?'
    const key = `${kind}${entry ? keyOf(entry) : keyOfLost(series, label)}${page}`
    return { start, end, key, marker: text, entry }
  }
  // In the order of the text, so that turns are the same for the same text.
  const found = new Map<Cluster, Cite[]>()
  for (const { cluster, markers } of marks) {
    const cites = markers.flatMap((marker) => labelsOf(marker).map((label) => cite(marker, label)))
    const known = found.get(cluster)
    if (!known) found.set(cluster, cites)
    else for (const one of cites) known.push(one)
  }
  return (cluster) => found.get(cluster) ?? []
}

export function placesOf(spots: readonly Spot[], cites: Citing): readonly Place[] {
  if (spots.length === 0) return nowhere
  const places = spots.map(({ at, clusters }): Place => {
    return { at, cites: clusters.length === 1 ? cites(clusters[0]!) : clusters.flatMap(cites) }
  })
  return places.every((place) => place.cites.length > 0) ? places : places.filter((place) => place.cites.length > 0)
}

const nowhere: readonly Place[] = []

/** The first of two with one label counts, as it does for renderers. */
function entriesOf({ entries }: Series): Map<string, Entry> {
  const known = new Map<string, Entry>()
  for (const entry of entries) {
    const label = labelOf(entry)
    if (!known.has(label)) known.set(label, entry)
  }
  return known
}

const labelOf = ({ number, label }: Pick<Entry, 'number' | 'label'>) =>
  number === undefined ? normalizeLabel(label) : String(number)

const labelsOf = (marker: Marker) => (marker.numbers.length > 0 ? marker.numbers.map(String) : [labelOf(marker)])
