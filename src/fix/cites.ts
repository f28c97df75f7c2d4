import type { Cluster, Document, Entry, Marker, Series } from '../document/document.ts'
import { normalizeLabel } from '../document/label.ts'
import type { Cite } from './scan.ts'
import type { Allowance } from './verify.ts'

/** What each cluster cites, by what the entries say. */
export type Citing = (cluster: Cluster) => Cite[]

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
    const known = entries.get(series) ?? entriesOf(series)
    entries.set(series, known)
    const entry = known.get(label)
    const page = mark.suffix ? mark.block.text.slice(mark.to, mark.to + mark.suffix.end - mark.suffix.start) : ''
    // What a page shows as a link must not become text, nor text a link.
    const kind = mark.notation === 'link' && !mayConvert ? '>' : entry ? '=' : '?'
    const key = `${kind}${entry ? keyOf(entry) : keyOfLost(series, label)}`
    return { start, end, marker: text, words: entry && wordsOf(entry), key: `${key}${page}` }
  }
  // In the order of the text, so that turns are the same for the same text.
  const found = new Map<Cluster, Cite[]>()
  for (const mark of marks) {
    const cites = mark.markers.flatMap((marker) => labelsOf(marker).map((label) => cite(marker, label)))
    found.set(mark.cluster, [...(found.get(mark.cluster) ?? []), ...cites])
  }
  return (cluster) => found.get(cluster) ?? []
}

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

function wordsOf({ text }: Entry): string {
  const words = text.replace(/\s+/g, ' ').trim()
  return words.length > 40 ? `${words.slice(0, 39)}…` : words
}
