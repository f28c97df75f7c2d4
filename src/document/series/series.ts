import type { Appearance, Cluster, MissingRun, Misplaced, Repeat, Series, Undefined } from '../document.ts'
import type { Draft, MarkDraft, MarkerDraft } from '../marks.ts'
import { normalizeLabel } from '../label.ts'
import { linksAround } from '../links.ts'
import { withoutDerived } from './causes.ts'
import type { Library } from '../library.ts'
import type { EntryObject } from './entries.ts'
import { lostTurns, resolve } from './entries.ts'
import { resolveKeys } from './keys.ts'
import { findOutOfPlace, outOfOrder } from './order.ts'

/** Works out one series: everything that rules ask about it. */
export function createSeries(
  { notation, scope, library }: Pick<Series, 'notation' | 'scope'> & { readonly library: Library },
  marks: readonly MarkDraft[],
  entries: readonly EntryObject[],
): Series {
  const markers = marks.flatMap((mark) => mark.markers)
  const series = { notation, scope, markers, entries } as unknown as Draft<Series>
  for (const marker of markers) marker.series = series
  for (const entry of entries) entry.series = series
  const resolution = notation === 'citekey' ? resolveKeys(markers, entries, library) : resolve(markers, entries)
  const appearances = markers.filter(counts).flatMap(appearancesOf)
  const firstAppearances = firsts(appearances)
  // A number that has no entry is a wrong number: it says nothing of the order of the others.
  const lost = new Set(resolution.undefined.map(keyOfLost))
  const ordered = withoutLost(firstAppearances, lost)
  const numbers = firstAppearances.flatMap((appearance) => appearance.number ?? [])
  const numbered = numbers.length === firstAppearances.length && numbers.length > 0
  const misplaced = numbered
    ? withoutTurns(misplacedIn(withoutClusters(ordered)), lostTurns(markers, resolution.undefined, entries))
    : []
  const known = [...entries.flatMap((entry) => entry.number ?? []), ...[...lost].map(Number)]
  const missing = numbered ? missingRuns(ordered, known) : []
  const repeats = notation === 'citekey' ? [] : findRepeats(appearances)
  const faults = { misplaced, missing, repeats, unused: resolution.unused }
  return Object.assign(series, {
    ...resolution,
    ...withoutDerived(faults, ordered),
    displaced: [],
    appearances,
    firstAppearances,
    lowest: numbered ? numbers.reduce((one, other) => Math.min(one, other)) : undefined,
    highest: numbered ? numbers.reduce((one, other) => Math.max(one, other)) : undefined,
    numbered,
    linked: marks.length > 0 && marks.every(isLink),
    orderSuspended: misplaced.length > 0 ? suspension(ordered, entries) : undefined,
    spacing: spacingOf(marks, entries),
    partial: false,
  })
}

/** `[[1](https://…)]`, `[\[1\]](#note)`, `<a href="…">1</a>`: a link that holds nothing but the marker. */
function isLink({ block, at, to }: MarkDraft): boolean {
  const bracket = to - at > 2 ? 1 : 0
  return linksAround(block, at + bracket, to - bracket).some(
    (link) =>
      (link.kind === 'inline' || link.kind === 'anchor') && Math.abs(link.at - at) <= 1 && Math.abs(link.to - to) <= 1,
  )
}

/**
 * A marker inside an entry, in a table of contents (a longer link to a place of the document) and the number behind the
 * text of a link say nothing of the order in which sources are cited.
 */
function counts({ mark }: MarkerDraft): boolean {
  const { text } = mark.block
  if (mark.inEntry || isLinkLabel(mark) || (mark.block.kind === 'cell' && text.trim() === text.slice(mark.at, mark.to)))
    return false
  return !linksAround(mark.block, mark.at, mark.to).some(({ kind, at, to, url }) => {
    const isLonger = at < mark.at - 1 || to > mark.to + 1
    return (kind === 'full' && to === mark.to) || (kind === 'inline' && isLonger && url?.startsWith('#'))
  })
}

/** `[a few words][2]` is meant as a link, even where its definition is broken. */
function isLinkLabel({ block: { text }, at, joint }: MarkDraft): boolean {
  if (joint !== undefined || text[at - 1] !== ']') return false
  const words = /\[([^[\]]*\s[^[\]]*)\]$/.exec(text.slice(Math.max(0, at - 200), at))
  return words !== null && !/needed|\?/.test(words[1]!)
}

function appearancesOf(marker: MarkerDraft): Appearance[] {
  if (marker.numbers.length === 0) {
    // Case counts in the key of a bibliography.
    const label = marker.mark.family === 'citekey' ? marker.label : normalizeLabel(marker.label)
    return [{ label, number: undefined, marker }]
  }
  return marker.numbers.map((number): Appearance => ({
    label: number === marker.number ? marker.label : String(number),
    number,
    marker,
  }))
}

function firsts(appearances: readonly Appearance[]): Appearance[] {
  const seen = new Set<string>()
  return appearances.filter(({ label, number }) => {
    const key = number === undefined ? label : String(number)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function withoutLost(firstAppearances: readonly Appearance[], lost: ReadonlySet<string>): readonly Appearance[] {
  if (lost.size === 0) return firstAppearances
  return firstAppearances.filter(({ label, number }) => !lost.has(number === undefined ? label : String(number)))
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

function missingRuns(firstAppearances: readonly Appearance[], known: readonly number[]): MissingRun[] {
  const outside = new Set(outOfOrder(firstAppearances.map((appearance) => appearance.number!)))
  const inOrder = firstAppearances.filter((_, index) => !outside.has(index))
  const cited = inOrder.sort((one, other) => one.number! - other.number!)
  const listed = new Set([...known, ...firstAppearances.map((appearance) => appearance.number!)])
  const runs: MissingRun[] = []
  for (const [index, { number, marker }] of cited.entries()) {
    const previous = index > 0 ? cited[index - 1]!.number! : number!
    for (let from = previous + 1; from < number!;) {
      if (listed.has(from)) {
        from++
        continue
      }
      let through = from
      while (through + 1 < number! && !listed.has(through + 1)) through++
      runs.push({ from, through, before: marker })
      from = through + 1
    }
  }
  return runs
}

function findRepeats(appearances: readonly Appearance[]): Repeat[] {
  const firstOf = new Map<string, Appearance>()
  const lastOf = new Map<string, Appearance>()
  const repeats: Repeat[] = []
  for (const appearance of appearances) {
    const key = appearance.number === undefined ? appearance.label : String(appearance.number)
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

function spacingOf(marks: readonly MarkDraft[], entries: readonly EntryObject[]): Series['spacing'] {
  // A mark at the start of a line that was wrapped says nothing of what stood before it.
  const isWrapped = (mark: MarkDraft) => mark.before === 'attached' && mark.spaceBefore.end > mark.spaceBefore.start
  const following = marks.filter(
    (mark) => mark.joint === undefined && mark.before !== 'start' && !mark.inEntry && !isWrapped(mark),
  )
  const detached = following.filter((mark) => mark.before === 'detached').length
  const share = following.length === 0 ? 0 : detached / following.length
  if (share <= 0.5 && entries.some((entry) => entry.list?.mediaWiki)) return 'attached'
  if (following.length >= 3 && share <= 0.25) return 'attached'
  return following.length >= 3 && share >= 0.75 ? 'spaced' : 'mixed'
}
