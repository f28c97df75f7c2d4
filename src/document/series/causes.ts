import type { Appearance, Entry, MissingRun, Misplaced, Repeat } from '../document.ts'
import { countBefore } from '../nearby.ts'

/** What was found in one series, before anybody asked what comes of what. */
interface Faults {
  readonly misplaced: readonly Misplaced[]
  readonly missing: readonly MissingRun[]
  readonly repeats: readonly Repeat[]
  readonly unused: readonly Entry[]
}

/**
 * One cause, one finding. `[283]` for `[238]` is a number out of order, and so 238 is neither missing nor uncited, and a
 * later `[283]` no repeat; `[7][7]` for `[6][7]` is a repeat, and so 6 is not uncited.
 */
export function withoutDerived(faults: Faults, ordered: readonly Appearance[]): Faults {
  const { misplaced, missing, repeats, unused } = faults
  if (misplaced.length === 0 && repeats.length === 0) return faults
  const meant = new Set([...meantByMisplaced(misplaced, ordered), ...besideRepeats(repeats)])
  const kept = missing.filter(({ from, through }) => from !== through || !meant.has(from))
  const early = new Set(misplaced.map(({ other }) => other))
  const real = repeats.filter((repeat) => repeat.inCluster || !early.has(repeat.first))
  const typed = mistypedIn(real, kept, ordered)
  const instead = new Set([...typed.values()].map((one) => one.instead))
  return {
    misplaced,
    missing: kept.filter((run) => !instead.has(run)),
    repeats: real.map((repeat) => typed.get(repeat)?.repeat ?? repeat),
    unused: unused.filter(({ number }) => number === undefined || !meant.has(number)),
  }
}

type Mistyped = readonly [Repeat, { readonly repeat: Repeat; readonly instead: MissingRun }]

/**
 * `[235][235][237]`, and no entry for any: one of the two stands where 236 should, and was meant to be it. That one is
 * named. A number farther off that is cited again says nothing of one that is missing. Where many numbers are missing, nobody mistyped just one.
 */
function mistypedIn(
  repeats: readonly Repeat[],
  missing: readonly MissingRun[],
  ordered: readonly Appearance[],
): Map<Repeat, Mistyped[1]> {
  const single = missing.filter(({ from, through }) => from === through)
  const alone = repeats.filter(({ inCluster, marker }) => !inCluster && !marker.entry)
  if (single.length === 0 || single.length > 20) return new Map()
  const starts = new Map(ordered.map(({ number, marker }) => [number, marker.start]))
  const places = ordered.map(({ marker }) => marker).sort((one, other) => one.start - other.start)
  const gaps = single.map((run) => ({ run, from: starts.get(run.from - 1) ?? Infinity, to: run.before.start }))
  return new Map(
    alone.flatMap((repeat): Mistyped[] => {
      const { marker, first } = repeat
      const beside = gaps.filter(({ run }) => Math.abs(run.from - (marker.number ?? NaN)) === 1)
      const late = beside.find(({ from, to }) => from < marker.start && marker.start < to)
      if (late) return [[repeat, { repeat, instead: late.run }]]
      const early = beside.find(({ from, to }) => from < first.start && first.start <= to)
      const isNext = early && countBefore(places, marker.start) - countBefore(places, first.start) === 1
      return isNext ? [[repeat, { repeat: { ...repeat, marker: first, first: marker }, instead: early.run }]] : []
    }),
  )
}

/** The number that alone fits between the neighbours of one that is too high. */
function meantByMisplaced(misplaced: readonly Misplaced[], ordered: readonly Appearance[]): number[] {
  const places = new Map(ordered.map(({ marker }, index) => [marker, index]))
  return misplaced.flatMap(({ other }) => {
    const at = places.get(other) ?? 0
    const before = ordered[at - 1]?.number
    const after = ordered[at + 1]?.number
    return before !== undefined && after === before + 2 ? [before + 1] : []
  })
}

/** Of two equal numbers side by side, one was meant to be the next or the one before. */
function besideRepeats(repeats: readonly Repeat[]): number[] {
  return repeats.flatMap(({ inCluster, marker }) =>
    inCluster && marker.number !== undefined ? [marker.number - 1, marker.number + 1] : [],
  )
}
