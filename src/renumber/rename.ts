import type { Document, Series } from '../document/document.ts'
import { labelKey } from '../document/label.ts'
import { citedKeys } from '../document/series/entries.ts'
import type { Edit } from '../finding.ts'
import { isNumber } from './assign.ts'
import { clusterEdits } from './clusters.ts'
import { relabelSlot } from './indentation.ts'
import { isItem, stacksOf } from './lists.ts'
import { findObstacle } from './obstacles.ts'
import { delimitersOf } from './ranges.ts'
import { clustersBySeries } from './renumber.ts'
import type { Obstacle } from './renumbering.ts'

/** One label of a series, and what it shall be. */
export interface Renaming {
  readonly series: Series
  /** As labels are compared. */
  readonly key: string
  readonly label: string
}

/** Gives one label another name, wherever it is written. Pure: nothing is written, nothing is verified. */
export function rename(document: Document, renaming: Renaming): readonly Edit[] | Obstacle {
  const { series, key, label } = renaming
  const renames = new Map([[key, label]])
  const clusters = clustersBySeries(document).get(series) ?? []
  const obstacle = shapeObstacle(renaming) ?? takenObstacle(document, renaming)
  const found = obstacle ?? findObstacle(document, series, clusters, { renames })
  if (found) return found
  const { text } = document.source
  const naming = { text, series, renames, ...delimitersOf(text, clusters) }
  const labels = stacksOf(document, series.entries)
    .flat()
    .filter(({ entry }) => labelKey(entry) === key)
    .flatMap((slot) => relabelSlot(text, slot, label))
  const edits = [...clusters.flatMap((cluster) => clusterEdits(cluster, naming)), ...labels]
  return edits.toSorted((one, other) => one.start - other.start)
}

/** Families whose labels are written as they are called. */
const named: ReadonlySet<string> = new Set(['footnote', 'number', 'superscript', 'parenthesis'])

function shapeObstacle({ series, key, label }: Renaming): Obstacle | undefined {
  const [marker] = series.markers
  const entry = series.entries.find((one) => labelKey(one) === key)
  const range = entry?.labelRange ?? { start: marker!.start, end: marker!.end }
  const family = entry?.family ?? marker!.mark.family
  if (!named.has(family)) return { range, message: 'labels of this kind are not names that could be chosen' }
  if (entry && isItem(entry))
    return { range, message: 'the number is that of an item, which the list counts itself; renumber the document' }
  if (family === 'footnote') {
    const isLabel = /^[^\s[\]^\\]{1,200}$/.test(label)
    return isLabel ? undefined : { range, message: 'expected a label without white space, brackets and carets' }
  }
  return isNumber(label) || (family === 'number' && entry?.kind === 'definition' && /^[^\s[\]\\^]{1,200}$/.test(label))
    ? undefined
    : { range, message: 'expected a number, as the other labels of the series are' }
}

/** A label that is in use, be it defined or not, would make one of two. */
function takenObstacle({ verdicts }: Document, { series, key, label }: Renaming): Obstacle | undefined {
  const wanted = labelKey({ label, number: isNumber(label) ? Number(label) : undefined })
  if (wanted === key) return undefined
  const message = `\`${label}\` is a label already`
  const entry = series.entries.find((one) => labelKey(one) === wanted)
  if (entry) return { range: entry.labelRange, message }
  const marker = series.markers.find((one) => citedKeys(one).includes(wanted))
  if (marker) return { range: { start: marker.start, end: marker.end }, message }
  const family = series.markers[0]?.mark.family ?? series.entries[0]?.family
  const other = verdicts.find(
    ({ candidate }) => candidate.family === family && candidate.members.some((member) => labelKey(member) === wanted),
  )
  return other && { range: { start: other.candidate.start, end: other.candidate.end }, message }
}
