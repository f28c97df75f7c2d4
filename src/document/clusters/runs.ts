import type { Cluster, Delimiter, Marker, NumberRun } from '../document.ts'
import { houseStyle } from '../house-style.ts'
import { isCounted } from './counted.ts'
import { filled } from './filled.ts'

/** Two numbers are hardly ever made a range, so they say nothing of the style. */
const shortest = 3

/** The consecutive numbers of each cluster, and whether the document makes ranges of them. */
export function findRuns(
  clusters: readonly Cluster[],
  delimiters: ReadonlyMap<Cluster, readonly Delimiter[]>,
): Map<Cluster, readonly NumberRun[]> {
  const found = filled(clusters, (cluster) => (isCounted(cluster) ? runsOf(cluster) : none))
  if (found.size === 0) return found
  const house = houseStyle(
    [...found.values()].flat().filter((run) => run.numbers.length >= shortest),
    ({ place, marks }) => `${marks[0]!.family} ${place}`,
    (run) => run.form,
  )
  const write = writer(clusters, [...delimiters.values()].flat())
  const finish = (run: NumberRun): NumberRun => ({
    ...run,
    house: house(run) as NumberRun['house'],
    otherwise: write(run),
  })
  for (const [cluster, runs] of found) found.set(cluster, runs.map(finish))
  return found
}

const none: readonly never[] = []

/** Writes a run in the other form, with the dash and the delimiter that the document has most. */
function writer(
  clusters: readonly Cluster[],
  delimiters: readonly Delimiter[],
): (run: NumberRun) => string | undefined {
  const ranges = clusters
    .flatMap(({ marks }) => marks)
    .filter(({ notation }) => notation === 'bracket')
    .flatMap(({ members }) => members.filter((one) => one.through !== undefined))
  const dash = mostFrequent(ranges.map((range) => range.text.replace(/\d+/g, ''))) ?? '–'
  const delimiter = mostFrequent(delimiters.flatMap((one) => (one.place === 'inside' ? one.text : []))) ?? ', '
  return ({ form, place, marks, numbers }) => {
    if (place === 'between' || marks[0]!.notation !== 'bracket') return undefined
    return form === 'listed' ? `${numbers[0]}${dash}${numbers.at(-1)}` : numbers.join(delimiter)
  }
}

function mostFrequent(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts].toSorted((one, other) => other[1] - one[1])[0]?.[0]
}

function runsOf(cluster: Cluster): readonly NumberRun[] {
  if (cluster.markers.length === 1 && cluster.markers[0]!.numbers.length < 2) return none
  const groups: Marker[][][] = []
  for (const piece of piecesOf(cluster)) {
    const before = groups.at(-1)?.at(-1)
    if (before && continues(before, piece)) groups.at(-1)!.push(piece)
    else groups.push([piece])
  }
  return groups.map(runOf).filter((run) => run.numbers.length > 1)
}

/** A number or a range each: `3` or `3-5`, and `[3]–[5]`, whose two markers are one range. */
function piecesOf({ markers }: Cluster): Marker[][] {
  const pieces: Marker[][] = []
  for (const marker of markers) {
    const closesRange = marker.mark.joint === 'range' && marker.mark.markers[0] === marker
    if (closesRange) pieces.at(-1)!.push(marker)
    else if (marker.numbers.length > 0) pieces.push([marker])
  }
  return pieces
}

/** `[1, 2][3]` is three numbers in two forms, and no run. */
function continues(before: readonly Marker[], piece: readonly Marker[]): boolean {
  const last = before.at(-1)!
  const next = piece[0]!
  const alike = last.mark === next.mark || (last.mark.members.length === 1 && next.mark.members.length === 1)
  return alike && last.numbers.at(-1)! + 1 === next.numbers[0]
}

function runOf(pieces: readonly (readonly Marker[])[]): NumberRun {
  const markers = pieces.flat()
  const marks = [...new Set(markers.map((marker) => marker.mark))]
  const place = marks.length === 1 ? 'inside' : 'between'
  const own = marks[0]!.members
  const at = (marker: Marker) => (place === 'inside' ? own[marks[0]!.markers.indexOf(marker)]! : marker)
  return {
    start: at(markers[0]!).start,
    end: at(markers.at(-1)!).end,
    form: pieces.length === 1 ? 'collapsed' : 'listed',
    place,
    marks,
    numbers: markers.flatMap((marker) => marker.numbers),
    house: undefined,
    otherwise: undefined,
  }
}
