import type { Range } from '../source.ts'
import type { Edit } from '../finding.ts'
import type { Block, Mark, Marker } from './document.ts'

/** A punctuation mark (`.`, `?!`, `...`, `，`) right before or behind a cluster. */
export interface Punctuation extends Range {
  /** Where the cluster stands: before the mark or after it. */
  readonly side: 'before' | 'after'
  readonly kind: 'stop' | 'comma' | 'semicolon' | 'colon' | 'dash' | 'ellipsis'
  readonly script: 'latin' | 'other'
  readonly text: string
  /** The side on which the document has such marks, if it has a house style. Not of clusters behind white space. */
  readonly house: 'before' | 'after' | undefined
}

/** A comma or semicolon between the numbers of a cluster: inside one pair of brackets or between two. */
export interface Delimiter extends Range {
  readonly mark: Mark
  readonly place: 'inside' | 'between'
  /** With its white space, as `, `. */
  readonly text: string
  readonly house: string | undefined
}

/**
 * What stands between two numbers of a cluster, the brackets that it closes and opens included: `, ` and `-` in `[1, 3-5]`,
 * `]–[` in `[1]–[3]`.
 */
export interface Seam extends Range {
  readonly place: 'inside' | 'between'
  readonly kind: 'none' | 'delimiter' | 'range'
  /** Without brackets. */
  readonly text: string
}

/** A range that runs backwards, or one that shares numbers with `other`. */
export interface RangeFault extends Range {
  readonly kind: 'reversed' | 'overlap'
  readonly other: Marker | undefined
  /** What mends it, where only one reading exists. */
  readonly edit: Edit | undefined
}

/** Two consecutive numbers or more in one cluster, and how they are written: `3-5` or `3, 4, 5`. */
export interface NumberRun extends Range {
  readonly form: 'collapsed' | 'listed'
  readonly place: 'inside' | 'between'
  readonly marks: readonly Mark[]
  readonly numbers: readonly number[]
  /** The form that the document gives to runs of three or more. */
  readonly house: 'collapsed' | 'listed' | undefined
  /** The run in the other form, where one pair of brackets holds it. */
  readonly otherwise: string | undefined
}

/** Where an entry stands. */
export interface Place {
  /** In the text itself: a note in place. */
  readonly inLine: boolean
  /** What comes behind it: prose of the same section, prose of a later one, or nothing but entries and headings. */
  readonly before: 'prose' | 'section' | 'nothing'
  /** The first block of that prose. */
  readonly next: Block | undefined
  /** No section begins between its first marker and itself. */
  readonly withMarkers: boolean
  /** The end of the last line of words in the section of its first marker. */
  readonly sectionEnd: number
}
