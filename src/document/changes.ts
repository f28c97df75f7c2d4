import type { Range } from '../source.ts'
import type { Entry, Marker, Series } from './document.ts'

/** What an edit, or a translation, did to the citations of a text. Places are those of the text as it is now. */
export interface Changes {
  /** Which text it is compared with: an earlier version, or the source of the translation. */
  readonly against: 'base' | 'source'
  readonly lost: readonly LostMarker[]
  readonly removed: readonly Removal[]
  readonly orphaned: readonly Orphans[]
  readonly stranded: readonly Stranded[]
  readonly shifted: readonly Shift[]
  readonly exchanged: readonly Exchange[]
  readonly moved: readonly MovedMarker[]
  readonly added: readonly Marker[]
}

/** A piece of the text as it is written. */
export interface Slice extends Range {
  readonly text: string
}

/** A marker of the other text, and the line where it stands there. */
export interface Former {
  readonly text: string
  readonly line: number
}

/** A marker that is gone, though what it stands behind is still there. */
export interface LostMarker extends Former {
  /** The word that it stood behind, or the nearest one that is left. */
  readonly place: Slice
  /** The words around it were written anew. */
  readonly reworded: boolean
  /** The entry that nothing cites any more. */
  readonly orphan: Entry | undefined
  /** Where the numbers behind it have moved up: what stood there before, and what does now. */
  readonly follow: { readonly before: string; readonly marker: Marker } | undefined
}

/** Markers that went with their words, or with their entries. Never empty. */
export interface Removal {
  readonly markers: readonly Former[]
  readonly place: Slice
  /** `entries`: the words are still there. */
  readonly with: 'words' | 'entries'
  /** The marker before which their numbers are missing now. */
  readonly gap: Marker | undefined
}

/** Entries that have lost their last markers in one place. Never empty. */
export interface Orphans {
  readonly entries: readonly Entry[]
  readonly former: Former
}

/** Something that led to an entry which was taken out, and the others that did. */
export interface Stranded {
  readonly marker: Slice
  readonly others: readonly Slice[]
  /** How many entries are gone where all of them are; otherwise 1. */
  readonly count: number
}

/** Markers that lead to other entries than before, from one on, or numbers that run otherwise. Never empty. */
export interface Shift {
  readonly markers: readonly Marker[]
  readonly before: Former
  /** What the first one led to, and what it leads to; `undefined` where there are no entries. */
  readonly words: { readonly before: string; readonly now: string } | undefined
}

/** A marker that took the place of another one. */
export interface Exchange {
  readonly marker: Marker
  readonly before: Former
}

/** A marker that stands in another paragraph, while its words do not. */
export interface MovedMarker {
  readonly marker: Marker
  readonly before: Former
  /** Where it stood. */
  readonly place: Slice
  /** It stands behind words that are new. */
  readonly newWords: boolean
}

/** What is said of a change need not be said of the document: an entry that lost its marker is cited nowhere. */
export interface Explained {
  readonly unused: ReadonlySet<Entry>
  readonly undefined: ReadonlySet<Marker>
  /** Markers before which numbers are missing. */
  readonly missing: ReadonlySet<Marker>
  /** Markers that have moved, and are out of order where they are. */
  readonly misplaced: ReadonlySet<Marker>
  /** Without the list, nothing shows any more that a source is cited twice. */
  readonly isListGone: boolean
}

/** A series without what has been explained. */
export function withoutExplained(series: Series, explained: Explained): Series {
  return {
    ...series,
    unused: series.unused.filter((entry) => !explained.unused.has(entry)),
    undefined: series.undefined.filter(({ marker }) => !explained.undefined.has(marker)),
    missing: series.missing.filter(({ before }) => !explained.missing.has(before)),
    repeats: explained.isListGone ? series.repeats.filter(({ inCluster }) => inCluster) : series.repeats,
    misplaced: series.misplaced.filter(
      ({ marker, other }) => ![marker, other].some((one) => explained.misplaced.has(one)),
    ),
  }
}
