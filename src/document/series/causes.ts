import type { Appearance, Entry, MissingRun, Misplaced, Repeat } from '../document.ts'

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
  const meant = new Set([...meantByMisplaced(misplaced, ordered), ...besideRepeats(repeats)])
  const kept = missing.filter(({ from, through }) => from !== through || !meant.has(from))
  const early = new Set(misplaced.map(({ other }) => other))
  return {
    misplaced,
    missing: kept,
    repeats: repeats.filter((repeat) => repeat.inCluster || !early.has(repeat.first)),
    unused: unused.filter(({ number }) => number === undefined || !meant.has(number)),
  }
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
