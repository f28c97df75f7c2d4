import type { Appearance, Cluster, Misplaced, Repeat, Series, Undefined } from '../document.ts'
import type { Draft, MarkObject, MarkerDraft } from '../mark.ts'
import { linksAround } from '../links.ts'
import { appearancesIn, ascends, firsts, keyOf } from './appearances.ts'
import { withoutDerived } from './causes.ts'
import type { Library } from '../library.ts'
import type { EntryObject } from './entry.ts'
import { lostTurns, resolve } from './entries.ts'
import { resolveKeys } from './keys.ts'
import { missingRuns } from './missing.ts'
import { findOutOfPlace, outOfOrder } from './order.ts'

/** Works out one series: everything that rules ask about it. */
export function createSeries(
  { notation, scope, library }: Pick<Series, 'notation' | 'scope'> & { readonly library: Library },
  marks: readonly MarkObject[],
  entries: readonly EntryObject[],
): Series {
  const markers = markersOf(marks)
  const resolution = notation === 'citekey' ? resolveKeys(markers, entries, library) : resolve(markers, entries)
  const appearances = appearancesIn(markers)
  const isInOrder = ascends(appearances)
  const firstAppearances = isInOrder ? appearances : firsts(appearances)
  const numbered = firstAppearances.length > 0 && (isInOrder || firstAppearances.every(isNumbered))
  const repeats = notation === 'citekey' || firstAppearances === appearances ? [] : findRepeats(appearances)
  const faults = faultsIn({ markers, entries, firstAppearances, numbered, repeats }, resolution)
  const { lowest, highest } = numbered ? limitsOf(firstAppearances) : unlimited
  // Property by property, as marks are made.
  const series: Draft<Series> = {
    notation,
    scope,
    markers,
    entries,
    undefined: resolution.undefined,
    unused: faults.unused,
    duplicates: resolution.duplicates,
    misplaced: faults.misplaced,
    missing: faults.missing,
    repeats: faults.repeats,
    displaced: [],
    appearances,
    firstAppearances,
    lowest,
    highest,
    numbered,
    linked: marks.length > 0 && marks.every(isLink),
    orderSuspended: faults.orderSuspended,
    spacing: spacingOf(marks, entries),
    partial: false,
  }
  for (const marker of markers) marker.series = series
  for (const entry of entries) entry.series = series
  return series
}

const isNumbered = ({ number }: Appearance) => number !== undefined

interface Known extends Pick<Series, 'firstAppearances' | 'numbered' | 'repeats'> {
  readonly markers: readonly MarkerDraft[]
  readonly entries: readonly EntryObject[]
}

type Faults = Pick<Series, 'misplaced' | 'missing' | 'repeats' | 'unused' | 'orderSuspended'>

function faultsIn(
  { markers, entries, firstAppearances, numbered, repeats }: Known,
  { undefined: undefinedLabels, unused }: Pick<Series, 'undefined' | 'unused'>,
): Faults {
  // A number that has no entry is a wrong number: it says nothing of the order of the others.
  const lost = new Set(undefinedLabels.map(keyOfLost))
  const ordered = withoutLost(firstAppearances, lost)
  const isInOrder = !numbered || ascends(ordered)
  const misplaced = isInOrder
    ? []
    : withoutTurns(misplacedIn(withoutClusters(ordered)), lostTurns(markers, undefinedLabels, entries))
  const missing = numbered ? missingRuns(ordered, entries, lost) : []
  const found = withoutDerived({ misplaced, missing, repeats, unused }, ordered)
  const orderSuspended = misplaced.length > 0 ? suspension(ordered, entries) : undefined
  return {
    misplaced: found.misplaced,
    missing: found.missing,
    repeats: found.repeats,
    unused: found.unused,
    orderSuspended,
  }
}

function markersOf(marks: readonly MarkObject[]): MarkerDraft[] {
  const markers: MarkerDraft[] = []
  for (const mark of marks) for (const marker of mark.markers) markers.push(marker)
  return markers
}

function limitsOf(numbered: readonly Appearance[]): Pick<Series, 'lowest' | 'highest'> {
  let lowest = Infinity
  let highest = -Infinity
  for (const { number } of numbered) {
    if (number! < lowest) lowest = number!
    if (number! > highest) highest = number!
  }
  return { lowest, highest }
}

const unlimited = { lowest: undefined, highest: undefined }

/** `[[1](https://…)]`, `[\[1\]](#note)`, `<a href="…">1</a>`: a link that holds nothing but the marker. */
function isLink({ block, at, to }: MarkObject): boolean {
  const bracket = to - at > 2 ? 1 : 0
  return linksAround(block, at + bracket, to - bracket).some(
    (link) =>
      (link.kind === 'inline' || link.kind === 'anchor') && Math.abs(link.at - at) <= 1 && Math.abs(link.to - to) <= 1,
  )
}

function withoutLost(firstAppearances: readonly Appearance[], lost: ReadonlySet<string>): readonly Appearance[] {
  if (lost.size === 0) return firstAppearances
  return firstAppearances.filter((appearance) => !lost.has(keyOf(appearance)))
}

/** `[z]` points nowhere as a letter, and as the number 26. */
function keyOfLost({ marker, label }: Undefined): string {
  return label === marker.label ? String(marker.number ?? label) : label
}

/** `[12]` for `[4]`: that 4 is first cited where it is cited again is no second fault. */
function withoutTurns(misplaced: readonly Misplaced[], turns: ReadonlySet<number>): Misplaced[] {
  return misplaced.filter(({ number }) => !turns.has(number))
}

/** What is out of order inside a cluster is the cluster's fault; to the series it is one place. */
function withoutClusters(firstAppearances: readonly Appearance[]): Appearance[] {
  const isFault = ({ order }: Cluster) => order === 'slip' || order === 'reversed'
  const placeOf = ({ marker: { mark, start } }: Appearance) => (isFault(mark.cluster) ? mark.cluster.start : start)
  return firstAppearances.toSorted((one, other) => placeOf(one) - placeOf(other) || one.number! - other.number!)
}

function misplacedIn(firstAppearances: readonly Appearance[]): Misplaced[] {
  const numbers = firstAppearances.map((appearance) => appearance.number!)
  return findOutOfPlace(numbers).map(({ index, other }): Misplaced => {
    return {
      marker: firstAppearances[index]!.marker,
      number: numbers[index]!,
      other: firstAppearances[other]!.marker,
    }
  })
}

function suspension(
  firstAppearances: readonly Appearance[],
  entries: readonly EntryObject[],
): Series['orderSuspended'] {
  const lists = new Set(entries.flatMap((entry) => entry.list ?? []))
  if (lists.size > 1 || [...lists].some((list) => list.split)) return 'split'
  if ([...lists].some((list) => list.alphabetical)) return 'alphabetical'
  // Somebody misplaces one or two; four out of place in a short series follow another order (real lists by appendix, by topic).
  const outside = outOfOrder(firstAppearances.map((appearance) => appearance.number!)).length
  const share = outside / firstAppearances.length
  return share > 0.3 || (outside >= 4 && share > 0.2) ? 'unordered' : undefined
}

function findRepeats(appearances: readonly Appearance[]): Repeat[] {
  const firstOf = new Map<string, Appearance>()
  const lastOf = new Map<string, Appearance>()
  const repeats: Repeat[] = []
  for (const appearance of appearances) {
    const key = keyOf(appearance)
    const first = firstOf.get(key)
    const last = lastOf.get(key)
    lastOf.set(key, appearance)
    if (!first || !last) firstOf.set(key, appearance)
    else if (last.marker !== appearance.marker) {
      const inCluster = last.marker.mark.cluster === appearance.marker.mark.cluster
      repeats.push({
        marker: appearance.marker,
        label: appearance.label,
        first: (inCluster ? last : first).marker,
        inCluster,
      })
    }
  }
  return repeats
}

function spacingOf(marks: readonly MarkObject[], entries: readonly EntryObject[]): Series['spacing'] {
  let following = 0
  let detached = 0
  for (const { joint, before, inEntry, spaceBefore } of marks) {
    if (joint !== undefined || before === 'start' || inEntry) continue
    // A mark at the start of a line that was wrapped says nothing of what stood before it.
    if (before === 'attached' && spaceBefore.end > spaceBefore.start) continue
    following++
    if (before === 'detached') detached++
  }
  const share = following === 0 ? 0 : detached / following
  if (share <= 0.5 && entries.some((entry) => entry.list?.mediaWiki)) return 'attached'
  if (following >= 3 && share <= 0.25) return 'attached'
  return following >= 3 && share >= 0.75 ? 'spaced' : 'mixed'
}
