import type { Candidate, Entry, Family, Marker, Series, Verdict } from './document.ts'
import { doubt } from './classify/doubts.ts'
import { alwaysRejected } from './classify/rejections.ts'
import { isAttached, opensBlock } from './classify/standing.ts'
import { exponentOrUnit } from './classify/superscripts.ts'
import type { Draft } from './mark.ts'
import { countBefore, insideOf } from './nearby.ts'

/** A number in another notation than the markers of a series, cited where that series wants it. */
export interface Stray {
  readonly candidate: Candidate
  readonly entry: Entry
  /** The marker of the series before it, or the first one. */
  readonly neighbour: Marker
}

/**
 * Numbers in another notation than the rest: `[4]` or `⁴` in a text with `[^3]`, `[^5]` and a note `[^4]` that nobody else
 * cites. Each has to stand where the run of the numbers wants it; and they are few, or there are two notations on purpose.
 * Their entries are cited by them.
 */
export function findStrays(
  all: readonly Draft<Series>[],
  verdicts: readonly Verdict[],
  entries: readonly Entry[],
): Stray[] {
  if (all.every(({ unused }) => unused.length === 0)) return []
  const families = new Set<Family>()
  for (const { family } of entries) families.add(family)
  const open = verdicts.filter(({ candidate, accepted }) =>
    accepted ? !families.has(candidate.family) : readsAsMarker(candidate),
  )
  if (open.length === 0) return []
  const isInEntry = insideOf(entries.filter((entry) => entry.kind !== 'inline'))
  return all.flatMap((series) => {
    const wanted = new Map(series.unused.map((entry) => [entry.number, entry]))
    wanted.delete(undefined)
    if (wanted.size === 0 || series.notation === 'link' || series.markers.length < 3) return []
    const turn = turns(series)
    const strays = open.flatMap(({ candidate }): Stray[] => {
      const { number } = candidate.members[0]!
      const entry = wanted.get(number)
      if (!entry || candidate.family === entry.family || isInEntry(candidate.start)) return []
      const neighbour = turn(candidate)
      return neighbour && wanted.delete(number) ? [{ candidate, entry, neighbour }] : []
    })
    if (strays.length * 3 > series.markers.length) return []
    const cited = new Set(strays.map(({ entry }) => entry))
    series.unused = series.unused.filter((entry) => !cited.has(entry))
    return strays
  })
}

/** Tells of a candidate which marker it stands next to, if all numbers before it are lower and all behind it higher. */
function turns({ firstAppearances }: Series): (candidate: Candidate) => Marker | undefined {
  const numbered = firstAppearances.filter((appearance) => appearance.number !== undefined)
  const starts = numbered.map(({ marker }) => marker)
  const numbers = numbered.map(({ number }) => number!)
  let edge = -Infinity
  const highest = numbers.map((number) => (edge = Math.max(edge, number)))
  edge = Infinity
  const lowest = numbers
    .toReversed()
    .map((number) => (edge = Math.min(edge, number)))
    .toReversed()
  return ({ start, members }) => {
    const number = members[0]!.number!
    const at = countBefore(starts, start)
    const isInTurn = (at === 0 || highest[at - 1]! < number) && (at === starts.length || lowest[at]! > number)
    return isInTurn ? starts[Math.max(at - 1, 0)] : undefined
  }
}

function readsAsMarker(candidate: Candidate): boolean {
  const { notation, members } = candidate
  if (members.length > 1 || alwaysRejected(candidate) !== undefined || opensBlock(candidate)) return false
  if (notation === 'bracket') return doubt(candidate) === undefined && isAttached(candidate)
  return notation === 'superscript' && exponentOrUnit(candidate) === undefined
}
