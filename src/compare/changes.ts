import type { Changes, Document, Entry, Explained, Marker } from '../document/document.ts'
import { addedMarkers, movedMarkers } from './arrivals.ts'
import { compareVersions } from './comparison.ts'
import type { Comparison, LineOf } from './comparison.ts'
import { findGaps } from './gaps.ts'
import { lossesOf } from './losses.ts'
import { orphanageOf, orphansBeside } from './orphans.ts'
import { shiftsOf } from './shifts.ts'
import { strandedOf } from './stranded.ts'
import type { Cite } from './telling.ts'

/** What an edit did, and what of the document is said with that. */
export interface Edited {
  readonly changes: Changes
  readonly explained: Explained
}

/** Says what an edit did to the citations of documents that are read together. */
export function changesSince(before: readonly Document[], after: readonly Document[], lineOf?: LineOf): Edited {
  const comparison = compareVersions(before, after, lineOf)
  const orphanage = orphanageOf(comparison)
  const gaps = findGaps(comparison, after)
  const { lost, removed, cites: fates } = lossesOf(comparison, orphanage, gaps.gapAt)
  // Then all that is certain is that a marker is not there any more.
  if (comparison.isReadOtherwise) return { ...nothing, changes: { ...nothing.changes, lost } }
  const {
    shifted,
    exchanged,
    cites: shiftedCites,
  } = shiftsOf(comparison, (cite) => orphanage.orphanOf(cite) !== undefined)
  const { stranded, cites: strandedCites } = strandedOf(comparison)
  const moved = movedMarkers(comparison)
  const said = new Set([
    ...lost.flatMap(({ orphan }) => orphan ?? []),
    ...entriesOf(orphanage.all, (cite) => shiftedCites.has(cite)),
  ])
  const changes: Changes = {
    against: 'base',
    lost,
    removed,
    orphaned: orphansBeside(comparison, orphanage, said),
    stranded,
    shifted,
    exchanged,
    moved,
    added: addedMarkers(comparison),
  }
  const explained: Explained = {
    unused: new Set(orphanage.all.keys()),
    undefined: new Set([...markersIn(strandedCites), ...shiftedTo(comparison, shiftedCites)]),
    missing: new Set([
      ...gaps.explained((cite) => fates.get(cite) !== undefined),
      ...shifted.flatMap(({ words, markers }) => (words ? [] : markers[0]!)),
    ]),
    isListGone: stranded.some(({ count }) => count > 1),
    misplaced: new Set(moved.flatMap(({ marker, newWords }) => (newWords ? [] : marker))),
  }
  return { changes, explained }
}

const nothing: Edited = {
  changes: {
    against: 'base',
    lost: [],
    removed: [],
    orphaned: [],
    stranded: [],
    shifted: [],
    exchanged: [],
    moved: [],
    added: [],
  },
  explained: { unused: new Set(), undefined: new Set(), missing: new Set(), misplaced: new Set(), isListGone: false },
}

function entriesOf(all: ReadonlyMap<Entry, Cite>, isSaid: (cite: Cite) => boolean): Entry[] {
  return [...all].flatMap(([entry, cite]) => (isSaid(cite) ? entry : []))
}

const markersIn = (cites: ReadonlySet<Cite>): Marker[] => [...cites].flatMap(({ marker }) => marker ?? [])

function shiftedTo({ pairs }: Comparison, cites: ReadonlySet<Cite>): Marker[] {
  return pairs.broken.flatMap(([one, other]) => (cites.has(one) ? (other.marker ?? []) : []))
}
