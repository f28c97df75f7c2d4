import type { Cluster, Document, Entry, Series } from '../document/document.ts'
import { labelKey } from '../document/label.ts'
import type { Edit } from '../finding.ts'
import { assign } from './assign.ts'
import type { Assignment } from './assign.ts'
import { clusterEdits } from './clusters.ts'
import { arrange, isMoved, moveEdits, runsOn } from './entries.ts'
import type { Arrangement } from './entries.ts'
import { relabelSlot } from './indentation.ts'
import { findObstacle } from './obstacles.ts'
import { findOneSource } from './one-source.ts'
import { delimitersOf } from './ranges.ts'
import type { Merged, Obstacle, Renumbering, RenumberedSeries, RenumberOptions } from './renumbering.ts'
import { writeLabel } from './written.ts'

export type * from './renumbering.ts'

/** What becomes of one series. */
interface Plan {
  readonly series: Series
  readonly assignment: Assignment
  readonly arrangements: readonly Arrangement[]
  readonly clusters: readonly Cluster[]
  readonly twins: ReadonlyMap<Entry, Entry>
}

/**
 * Numbers markers and entries anew, in one transaction for each series: markers, clusters, ranges, labels, and the places of
 * entries where nothing but entries stands in between. Pure: nothing is written, nothing is verified.
 */
export function renumber(document: Document, options: RenumberOptions = {}): Renumbering {
  const clusters = clustersBySeries(document)
  const plans: Plan[] = []
  const refusals: Obstacle[] = []
  for (const series of options.only ? [options.only] : document.series) {
    // Notes in place have no labels, keys are names, and entries that nobody cites here are cited elsewhere.
    if (unnumbered.has(series.notation) || series.markers.length === 0) continue
    const plan = planOf(document, series, clusters.get(series) ?? [], options)
    if ('message' in plan) refusals.push(plan)
    else plans.push(plan)
  }
  return {
    edits: editsOf(document, plans),
    series: plans.map(mapOf),
    refusals,
    merged: plans.flatMap(({ twins }) =>
      [...twins].map(([gone, kept]): Merged => ({ gone: rangeOf(gone), kept: rangeOf(kept) })),
    ),
    left: leftAlone(document, plans),
  }
}

const unnumbered: ReadonlySet<string> = new Set(['inline-note', 'citekey'])

const rangeOf = ({ start, end }: Entry) => ({ start, end })

/** By their markers: those of a series that was worked out anew still name the one that it was before. */
export function clustersBySeries({ clusters, series }: Document): Map<Series, Cluster[]> {
  const found = new Map(series.map((one): [Series, Cluster[]] => [one, []]))
  const seriesOf = new Map(series.flatMap((one) => one.markers.map((marker) => [marker, one] as const)))
  for (const cluster of clusters) found.get(seriesOf.get(cluster.markers[0]!)!)?.push(cluster)
  return found
}

function planOf(
  document: Document,
  series: Series,
  clusters: readonly Cluster[],
  options: RenumberOptions,
): Plan | Obstacle {
  const twins = options.mergeDuplicates ? findOneSource(series.entries) : new Map<Entry, Entry>()
  const assignment = assign(document, series, options, twins)
  const { order = 'cited' } = options
  const isFixed = series.entries.some((entry) => entry.list?.alphabetical || entry.list?.split)
  const arrangements = arrange(document, series.entries, assignment, { isSorted: order === 'cited' && !isFixed, twins })
  const plan = { series, assignment, arrangements, clusters, twins }
  if (assignment.renames.size === 0 && !arrangements.some(isMoved)) return plan
  const found = findObstacle(document, series, clusters, assignment)
  return found ?? listObstacle(plan) ?? plan
}

/** A list that is sorted by something else, or that would have to be and cannot. */
function listObstacle({ series, assignment, arrangements, twins }: Plan): Obstacle | undefined {
  const [entry] = series.entries
  if (!entry) return undefined
  const gone = new Set(twins.keys())
  const alone = arrangements.find(({ stack }) => stack.length === 1 && gone.has(stack[0]!.entry))
  if (alone)
    return { range: alone.stack[0]!.entry.labelRange, message: 'the entry to be merged stands among other things' }
  if (runsOn(arrangements, assignment)) return undefined
  const range = entry.labelRange
  if (series.entries.some((one) => one.list?.split))
    return {
      range,
      message: 'its entries stand in several lists, which would have to be one; `--close-gaps` keeps their order',
    }
  if (series.entries.some((one) => one.list?.alphabetical))
    return { range, message: 'the list is sorted by its words, not by citation; `--close-gaps` keeps its order' }
  if (series.entries.every((one) => one.kind !== 'list')) return undefined
  return {
    range,
    message:
      'the entries cannot be put in order: other things stand between them, or what follows may belong to the last one',
  }
}

function editsOf({ source: { text } }: Document, plans: readonly Plan[]): Edit[] {
  const inner = plans.flatMap(({ series, assignment: { renames }, clusters, arrangements }) => {
    if (renames.size === 0) return []
    const naming = { text, series, renames, ...delimitersOf(text, clusters) }
    const labels = arrangements
      .flatMap(({ stack }) => stack)
      .flatMap((slot) => {
        const label = renames.get(labelKey(slot.entry))
        return label === undefined ? [] : relabelSlot(text, slot, label)
      })
    return [...clusters.flatMap((cluster) => clusterEdits(cluster, naming)), ...labels]
  })
  const sorted = inner.toSorted((one, other) => one.start - other.start)
  return moveEdits(
    text,
    plans.flatMap(({ arrangements }) => arrangements),
    sorted,
  )
}

function mapOf({ series, assignment: { numbers, renames } }: Plan): RenumberedSeries {
  const shown = new Map<string, string>()
  for (const entry of series.entries) if (!shown.has(labelKey(entry))) shown.set(labelKey(entry), entry.label)
  const isNamed = series.notation === 'footnote'
  const show = (label: string) => labelForm(series, label)
  const showOld = (key: string) => show(isNamed ? (shown.get(key) ?? key) : key)
  const known = [...numbers].map(([key, number]) => ({ old: showOld(key), new: show(String(number)) }))
  const merged = [...renames].filter(([key]) => !numbers.has(key))
  return {
    notation: series.notation,
    scope: series.scope,
    places: [...series.markers, ...series.entries],
    map: [...known, ...merged.map(([key, label]) => ({ old: showOld(key), new: show(label) }))],
  }
}

/** A label as a reader of the text knows it. */
function labelForm({ notation, markers }: Series, label: string): string {
  if (notation === 'footnote') return `[^${label}]`
  const { mark, label: like } = markers[0]!
  return notation === 'superscript' ? label : `[${writeLabel(label, like, mark.family)}]`
}

/** Brackets that read as one of the numbers that have changed: a person should know of them. */
function leftAlone({ verdicts }: Document, plans: readonly Plan[]): Obstacle[] {
  const changed = new Map(plans.map(({ series, assignment }) => [familyOf(series), assignment.renames]))
  return verdicts.flatMap(({ candidate, accepted, reason }) => {
    const renames = accepted || reason === 'it is the label of an entry' ? undefined : changed.get(candidate.family)
    if (!renames || candidate.notation === 'superscript') return []
    const isNamed = candidate.members.some((member) => renames.has(labelKey(member)))
    return isNamed ? [{ range: { start: candidate.start, end: candidate.end }, message: reason }] : []
  })
}

function familyOf({ markers }: Series): string {
  return markers[0]!.mark.family
}
