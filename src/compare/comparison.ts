import type { Document, Entry, Former, Marker } from '../document/document.ts'
import { labelKey } from '../document/label.ts'
import { groupBy } from '../document/group-by.ts'
import { lineAt } from '../source.ts'
import { pairCites } from './pair-cites.ts'
import type { Pairs } from './pair-cites.ts'
import { placesIn } from './places.ts'
import type { Places } from './places.ts'
import { isReadOtherwise } from './read-otherwise.ts'
import { sameTargets } from './same-targets.ts'
import type { Sameness } from './same-targets.ts'
import { bothStandings } from './slots.ts'
import { spanOf } from './spans.ts'
import type { Target } from './targets.ts'
import { tellBoth } from './telling.ts'
import type { Cite, Telling } from './telling.ts'
import { linkUnits } from './unit-links.ts'
import type { UnitLinks } from './unit-links.ts'
import { matchWords } from './word-match.ts'
import type { WordMatch } from './word-match.ts'

/** Two versions of a text side by side. */
export interface Comparison {
  readonly base: Telling
  readonly head: Telling
  readonly match: WordMatch
  readonly same: Sameness
  readonly links: UnitLinks
  readonly pairs: Pairs
  readonly places: Places
  /** What a source has become: its targets in the newer text. */
  readonly now: (target: Target) => readonly Target[]
  /** The two were not read in the same way. */
  readonly isReadOtherwise: boolean
  /** Markers of the newer text by source. */
  readonly citedNow: ReadonlySet<number>
  /** Sources of the older text. */
  readonly knownBefore: ReadonlySet<number>
  readonly former: (cite: Cite) => Former
  /** An entry of the older text that is in the newer one too. */
  readonly isStill: (entry: Entry) => boolean
  /** The words that a citation of the older text stood behind are still there. */
  readonly isKept: (cite: Cite) => boolean
}

/** Lines are those of the file that a place lies in. */
export type LineOf = (offset: number) => number

/** Puts two versions of a text side by side. Linear, but for sorting. */
export function compareVersions(
  before: readonly Document[],
  after: readonly Document[],
  lineOf: LineOf = (offset) => lineAt(before[0]!.source, offset),
): Comparison {
  const [base, head] = tellBoth(before, after)
  const match = matchWords(base, head)
  const standings = bothStandings(base, head, match)
  const same = sameTargets(base, head, standings)
  const links = linkUnits(base, head, match, same)
  const pairs = pairCites({ base, head, links }, same, standings)
  const byClass = groupBy(head.targets, same.head)
  const now = (target: Target) => byClass.get(same.base(target)) ?? []
  const still = new Set(base.targets.flatMap((target) => (now(target).some(isListed) ? (target.entry ?? []) : [])))
  return {
    base,
    head,
    match,
    same,
    links,
    pairs,
    places: placesIn(head, match, standings.base, { links, kept: pairs.kept }),
    now,
    citedNow: new Set(head.cites.filter((cite) => cite.marker).map((cite) => same.head(cite.target))),
    knownBefore: new Set(base.targets.map(same.base)),
    isReadOtherwise: isReadOtherwise(base, head, match),
    former: (cite) => ({ text: cite.text, line: lineOf(cite.start) }),
    isStill: (entry) => still.has(entry),
    isKept: (cite) => spanOf(base, cite, match.toHead).isShared,
  }
}

/** It says something, or stands somewhere. */
export const isListed = ({ entry, text }: Target): boolean => entry !== undefined || text !== ''

/** What it led to was taken out too. The bibliographies of both versions are those of today. */
export function isGone(target: Target, { now, isReadOtherwise: isOther }: Comparison): boolean {
  if (isOther) return false
  if (target.family === 'citekey' && !target.entry) return target.isUnknown
  return isListed(target) && !now(target).some(isListed)
}

export const isSameLabel = (one: Target, other: Target): boolean =>
  one.family !== 'inline note' && other.family !== 'inline note' && labelKey(one) === labelKey(other)

/** Cites of one marker, such as a range, are said once. */
export function markersOf(cites: readonly Cite[]): Marker[] {
  return [...new Set(cites.flatMap(({ marker }) => marker ?? []))]
}

/** Those that only this text has: neither records of a file nor notes in their places. */
export const isOwnEntry = ({ kind }: Entry): boolean => kind !== 'record' && kind !== 'inline'
