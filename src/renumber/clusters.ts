import type { Cluster, Mark, Marker, Series } from '../document/document.ts'
import { normalizeLabel } from '../document/label.ts'
import { citedKeys } from '../document/series/entries.ts'
import type { Edit } from '../finding.ts'
import { edited } from '../edited.ts'
import { isNumber } from './assign.ts'
import { rewrite } from './ranges.ts'
import { labelRangeOf, writeLabel } from './written.ts'

/** What has to be known to write the clusters of one series. */
export interface Naming {
  readonly text: string
  readonly series: Series
  readonly renames: ReadonlyMap<string, string>
  /** What the series puts between two numbers in one pair of brackets, and between two pairs. */
  readonly delimiter: string
  readonly joint: string
}

/** A mark, or marks that are one range: `[3]–[5]`. What it says may move inside its cluster. */
export interface Unit {
  readonly marks: readonly Mark[]
  readonly markers: readonly Marker[]
  readonly start: number
  readonly end: number
}

/** A unit as it has to be. */
interface Written {
  readonly unit: Unit
  readonly edits: readonly Edit[]
  /** All that it cites, in its order; the first is what it is sorted by. */
  readonly labels: readonly string[]
}

/** Writes the new labels of a cluster. Where its numbers ascended, they ascend afterwards. */
export function clusterEdits(cluster: Cluster, naming: Naming): Edit[] {
  const cited = cluster.markers.flatMap(citedKeys)
  if (!cited.some((key) => naming.renames.has(key))) return []
  const units = unitsOf(cluster)
  const ascends = isAscending(cited)
  const seen = new Map<string, string>()
  const written = units.flatMap((unit) => writeUnit(unit, naming, ascends, seen) ?? [])
  const sorted = ascends ? inOrder(written) : written
  const inPlace = sorted.length === units.length && sorted.every((one, index) => one === written[index])
  return inPlace ? written.flatMap((one) => one.edits) : intoSlots(units, sorted, naming.text)
}

/** Sorted by what they cite, unless that cannot be: `[2][5, 7]` with 95, 96 and a 7 that stays. */
function inOrder(written: readonly Written[]): readonly Written[] {
  if (written.length < 2) return written
  const sorted = written.toSorted((one, other) => Number(one.labels[0]) - Number(other.labels[0]))
  return isAscending(sorted.flatMap(({ labels }) => labels)) ? sorted : written
}

/** Puts texts into the places of units; places that are left over go, with what stands before them. */
function intoSlots(units: readonly Unit[], written: readonly Written[], text: string): Edit[] {
  return units.map((unit, index) => {
    const one = written[index]
    return one
      ? { start: unit.start, end: unit.end, text: textOf(one, text) }
      : { start: units[index - 1]!.end, end: unit.end, text: '' }
  })
}

function textOf({ unit, edits }: Written, text: string): string {
  const shifted = edits.map((edit) => ({ ...edit, start: edit.start - unit.start, end: edit.end - unit.start }))
  return edited(text.slice(unit.start, unit.end), shifted)
}

export function unitsOf({ marks }: Pick<Cluster, 'marks'>): Unit[] {
  const groups: Mark[][] = []
  for (const mark of marks) {
    if (mark.joint === 'range' && groups.length > 0) groups.at(-1)!.push(mark)
    else groups.push([mark])
  }
  return groups.map((group) => ({
    marks: group,
    markers: group.length === 1 ? group[0]!.markers : group.flatMap((mark) => mark.markers),
    start: group[0]!.start,
    end: group.at(-1)!.suffix?.end ?? group.at(-1)!.end,
  }))
}

export function isAscending(keys: readonly string[]): boolean {
  return keys.every((key, index) => isNumber(key) && (index === 0 || Number(key) >= Number(keys[index - 1])))
}

/** `undefined` where nothing is left of it, since all that it cites is cited before it in its cluster. */
function writeUnit(unit: Unit, naming: Naming, ascends: boolean, seen: Map<string, string>): Written | undefined {
  const { renames } = naming
  const keys = unit.markers.flatMap(citedKeys)
  const labels = keys.map((key) => renames.get(key) ?? key)
  // What was cited twice before stays so: that is no matter of numbers.
  const left = labels.filter((label, index) => (seen.get(label) ?? keys[index]) === keys[index])
  for (const [index, label] of labels.entries()) if (!seen.has(label)) seen.set(label, keys[index]!)
  const hasSuffix = unit.marks.some((mark) => mark.suffix)
  if (left.length === 0 && !hasSuffix) return undefined
  const isLonger = unit.marks.length > 1 || unit.markers.some((marker) => marker.numbers.length > 1)
  const cited = ascends ? ascending(labels) : labels
  const edits =
    isLonger || (left.length < labels.length && !hasSuffix)
      ? rewrite(unit, naming, { groups: groupsOf(unit, naming, ascends, left) })
      : relabelMembers(unit, naming, cited)
  return { unit, edits, labels: cited }
}

function ascending(labels: readonly string[]): readonly string[] {
  return labels.length < 2 ? labels : labels.toSorted((one, other) => Number(one) - Number(other))
}

/** The labels that belong together: those of each member, or all of them where they ascend. */
function groupsOf({ markers }: Unit, { renames }: Naming, ascends: boolean, left: readonly string[]): string[][] {
  const kept = new Set(left)
  if (ascends) return [[...kept]]
  return markers
    .map((marker) => citedKeys(marker).map((key) => renames.get(key) ?? key))
    .map((labels) => labels.filter((label) => kept.delete(label)))
    .filter((labels) => labels.length > 0)
}

function relabelMembers({ marks }: Unit, { text, renames }: Naming, labels: readonly string[]): Edit[] {
  const [mark] = marks
  return mark!.members.flatMap((member, index) => {
    const range = labelRangeOf(text, mark!, member)!
    const like = text.slice(range.start, range.end)
    // A name that stays is compared in capitals, and not written so.
    const key = normalizeLabel(like)
    if (labels[index] === key && !renames.has(key)) return []
    const written = writeLabel(labels[index]!, like, mark!.family)
    return written === like ? [] : [{ ...range, text: written }]
  })
}
