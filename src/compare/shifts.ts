import type { Exchange, Shift } from '../document/document.ts'
import { groupBy } from '../document/group-by.ts'
import { countWhile } from '../document/nearby.ts'
import { isGone, isListed, isSameLabel, markersOf } from './comparison.ts'
import type { Comparison } from './comparison.ts'
import type { Cite } from './telling.ts'

type Pair = readonly [Cite, Cite]

export interface Shifts {
  readonly shifted: readonly Shift[]
  readonly exchanged: readonly Exchange[]
  /** Citations of the older text whose markers lead elsewhere now. */
  readonly cites: ReadonlySet<Cite>
}

/** Markers that stand where others stood: numbers that have shifted against their entries, or a choice of somebody's. */
export function shiftsOf(comparison: Comparison, isOrphaned: (cite: Cite) => boolean): Shifts {
  const { pairs, former, now, knownBefore, same } = comparison
  const steps = countSteps(pairs.broken)
  // Marker and entry have kept their label: what has changed is which of two lists counts.
  const isSettled = ([one, other]: Pair) =>
    isSame([one, other]) && now(one.target).some((target) => isSameLabel(target, one.target))
  const isShift = (pair: Pair) =>
    pair.some(({ target }) => isListed(target)) && (isSame(pair) || isStep(pair, steps)) && !isSettled(pair)
  const shifted = pairs.broken.filter(isShift)
  const exchanged = pairs.broken.filter((pair) => {
    const [one, other] = pair
    // A source that took the place of another is not said twice, nor is one that brings its entry along.
    const isReplaced =
      (isGone(one.target, comparison) || (now(one.target).length === 0 && !isRecord(one))) &&
      !knownBefore.has(same.head(other.target))
    return !isShift(pair) && !isSettled(pair) && !isOrphaned(one) && !isReplaced && !one.entry && !isMisplaced(other)
  })
  return {
    shifted: [...shiftsIn(shifted, comparison), ...runsOf(comparison)],
    exchanged: withoutMirrors(exchanged, same).map(([one, other]) => ({ marker: other.marker!, before: former(one) })),
    cites: new Set(shifted.map(([one]) => one)),
  }
}

/** That it is out of order now is said already. */
function isMisplaced({ marker }: Cite): boolean {
  const { misplaced } = marker!.series
  return misplaced.some((one) => one.marker === marker || one.other === marker)
}

/** Two that have changed places are one change. */
function withoutMirrors(pairs: readonly Pair[], same: Comparison['same']): Pair[] {
  const seen = new Set<string>()
  return pairs.filter(([{ target: one }, { target: other }]) => {
    const [before, after] = [same.base(one), same.head(other)]
    seen.add(`${before} ${after}`)
    return !seen.has(`${after} ${before}`)
  })
}

/** One that is still in its bibliography, cited or not. */
const isRecord = ({ target }: Cite) => target.family === 'citekey' && target.text !== ''

/** `[5]` is still `[5]` and leads to what `[6]` was. */
const isSame = ([one, other]: Pair) => isSameLabel(one.target, other.target)

const stepOf = ([one, other]: Pair): string | undefined =>
  one.target.number === undefined || other.target.number === undefined
    ? undefined
    : `${other.series} ${other.target.number - one.target.number}`

function countSteps(pairs: readonly Pair[]): ReadonlyMap<string | undefined, number> {
  const counts = new Map<string | undefined, number>()
  for (const pair of pairs) counts.set(stepOf(pair), (counts.get(stepOf(pair)) ?? 0) + 1)
  return counts
}

/** The numbers of the text were changed, those of the list were not. */
const isStep = (pair: Pair, steps: ReadonlyMap<string | undefined, number>) =>
  stepOf(pair) !== undefined && steps.get(stepOf(pair))! >= 2

function shiftsIn(pairs: readonly Pair[], { former }: Comparison): Shift[] {
  const sorted = pairs.toSorted(([, one], [, other]) => one.id - other.id)
  return [...groupBy(sorted, ([, { series }]) => series).values()].map((group) => {
    const [one, other] = group[0]!
    const words = { before: one.target.text, now: other.target.text }
    return { markers: markersOf(group.map(([, cite]) => cite)), before: former(one), words }
  })
}

/** Numbers without entries that ran on and do not any more, though nothing went or came between them. */
function runsOf({ pairs, base, head, former }: Comparison): Shift[] {
  const isBare = ([one, other]: Pair) =>
    !isListed(one.target) && !isListed(other.target) && other.marker && other.target.number !== undefined
  const kept = pairs.kept.filter((pair) => isBare(pair) && pair[0].target.number !== undefined)
  const run = kept.toSorted(([one], [other]) => one.id - other.id)
  const isBetween = changesBetween(pairs.gone, pairs.come)
  return run.flatMap((pair, index): Shift[] => {
    const before = run[index - 1]
    if (!before || before[0].series !== pair[0].series || isBetween(before, pair)) return []
    const distance = (side: 0 | 1) => pair[side].target.number! - before[side].target.number!
    const isOrdered = pair[1].id > before[1].id
    if (!isOrdered || distance(0) !== 1 || distance(1) < 2 || !goesOn(run, index)) return []
    const rest = run.slice(index).filter(([, { series }]) => series === pair[1].series)
    const own = base.cites[pair[0].id]!
    return [{ markers: markersOf(rest.map(([, { id }]) => head.cites[id]!)), before: former(own), words: undefined }]
  })
}

/** One number that is wrong is no shift, nor is one that has stayed. */
function goesOn(run: readonly Pair[], index: number): boolean {
  const step = ([one, other]: Pair) => other.target.number! - one.target.number!
  const next = run[index + 1]
  return step(run[index]!) !== 0 && next !== undefined && step(next) === step(run[index]!)
}

function changesBetween(gone: readonly Cite[], come: readonly Cite[]): (before: Pair, after: Pair) => boolean {
  const holds = (cites: readonly Cite[], from: number, to: number) => {
    const next = cites[countWhile(cites, ({ id }) => id <= from)]
    return next !== undefined && next.id < to
  }
  return (before, after) => holds(gone, before[0].id, after[0].id) || holds(come, before[1].id, after[1].id)
}
