import type { Notation, Series } from '../document/document.ts'
import type { Edit } from '../finding.ts'
import type { Range } from '../source.ts'

export interface RenumberOptions {
  /** By first citation, or as the numbers are, with the holes closed and everything where it is. */
  readonly order?: 'cited' | 'kept'
  /** The first number of each series; by default, the lowest that it has. */
  readonly start?: number | undefined
  /** What becomes of footnotes with names. */
  readonly labels?: 'keep' | 'number'
  /** One series alone; by default, all of them. */
  readonly only?: Series
  /** Entries that are one source become one number. */
  readonly mergeDuplicates?: boolean
}

/** A label as it was and as it is: `[^3]`, `[^1]`. */
export interface Renamed {
  readonly old: string
  readonly new: string
}

/** What becomes of one series. */
export interface RenumberedSeries {
  readonly notation: Notation
  readonly scope: number
  /** All its labels, in their new order. */
  readonly map: readonly Renamed[]
  /** Its markers and entries. */
  readonly places: readonly Range[]
}

/** Why something is not done, as the rest of a sentence, and where that shows. */
export interface Obstacle {
  readonly message: string
  readonly range: Range
}

/** An entry that went into another one; both are places in the text before. */
export interface Merged {
  readonly gone: Range
  readonly kept: Range
}

export interface Renumbering {
  /** Slices of the source: sorted, not overlapping, empty where there is nothing to do. */
  readonly edits: readonly Edit[]
  /** Those that were looked at and not refused. */
  readonly series: readonly RenumberedSeries[]
  /** Series that stay as they are although there would be something to do. */
  readonly refusals: readonly Obstacle[]
  readonly merged: readonly Merged[]
  /** Brackets that hold a number which has changed and were taken for no markers. */
  readonly left: readonly Obstacle[]
}
