import type { BibliographyEntry } from '../bibliography/bibliography.ts'
import type { Identifier } from '../identifiers/index.ts'
import type { Edit } from '../finding.ts'
import type { Range, Source } from '../source.ts'
import type { Candidate, Family, Notation, Verdict } from './candidate.ts'
import type { Changes } from './changes.ts'
import type { Block, Comment, Problem } from './reading.ts'
import type { FiledRecord, MissingBibliography, Redefinition, Slip, Twin } from './sources.ts'
import type { Stray } from './strays.ts'
import type { Delimiter, NumberRun, Place, Punctuation, RangeFault, Seam } from './style.ts'
import type { Uncited } from './uncited.ts'

export type * from './candidate.ts'
export type * from './changes.ts'
export type * from './reading.ts'
export type * from './sources.ts'
export type * from './strays.ts'
export type * from './style.ts'
export type * from './uncited.ts'

/** An accepted candidate: one thing written, holding one marker (`[12]`, `[^n]`) or several (`[1, 3-5]`). */
export interface Mark extends Candidate {
  readonly markers: readonly Marker[]
  /**
   * How it stands to the text before: at the start of its block or of a word, right behind a character (a line that was wrapped before
   * it counts as that, and so does a mark that follows another of its cluster), or behind white space.
   */
  readonly before: 'start' | 'attached' | 'detached'
  /** The white space before it; empty where there is none. */
  readonly spaceBefore: Range
  /** Behind the end of a sentence, white space left out of account. */
  readonly behindSentence: boolean
  /** What follows, a page suffix included: nothing, white space, a letter of a script with spaces between words, or anything else. */
  readonly after: 'end' | 'space' | 'letter' | 'other'
  /** Raised, as notes are (`¹`, `[^n]`, `^[…]`), or in the line. */
  readonly printed: 'raised' | 'inline'
  /** White space inside the brackets, at either end. */
  readonly padded: boolean
  /** How it is joined to the mark before it in its cluster: `[1][2]`, `[1] [2]`, `[1], [2]`, `[1]–[3]`. */
  readonly joint: 'none' | 'white' | 'delimiter' | 'range' | undefined
  /** Stands inside an entry or a note: it cites, but says nothing of order, gaps and repeats. */
  readonly inEntry: boolean
  readonly cluster: Cluster
}

/** One mark in the text that cites. Alone in its brackets it has their range, among others the range of its own number. */
export interface Marker extends Range {
  readonly text: string
  readonly label: string
  readonly number: number | undefined
  /** All numbers that it cites: 3, 4 and 5 of `[3-5]`, 3 and 4 of the `[3]` in `[3]–[5]`; none where the label is no number. */
  readonly numbers: readonly number[]
  readonly mark: Mark
  readonly series: Series
  /** What it points to; for a range, the entry of its first number. */
  readonly entry: Entry | undefined
  /** What a key points to in a bibliography that is a file of its own. */
  readonly record: FiledRecord | undefined
}

/** Marks that stand together: `[1][3]`, `[1, 3]`, `[1]–[4]`, or a single one. */
export interface Cluster extends Range {
  readonly marks: readonly Mark[]
  readonly markers: readonly Marker[]
  /** The punctuation mark that touches it, where only one does and it belongs to no word. */
  readonly punctuation: Punctuation | undefined
  /** Whether its numbers ascend: `slip` where they do not, but those of the other clusters do; `reversed` where a range runs backwards. */
  readonly order: 'ascending' | 'slip' | 'free' | 'reversed' | undefined
  /** Opens its paragraph, apart from what it could belong to. */
  readonly alone: boolean
  /** Holds `[1][2]` where `[2]` is the label of a link: Markdown makes one link of the two. */
  readonly fused: boolean
  readonly delimiters: readonly Delimiter[]
  /** None where its numbers are in no brackets, and where something is to be mended first or has no place in a shared pair. */
  readonly seams: readonly Seam[]
  readonly runs: readonly NumberRun[]
  readonly rangeFaults: readonly RangeFault[]
}

/** What a marker points to. The range is the whole entry. */
export interface Entry extends Range {
  readonly kind: 'note' | 'definition' | 'list' | 'inline' | 'record'
  readonly family: Family
  readonly label: string
  readonly number: number | undefined
  /** The label as it is written: `[^n]`, `[12]`, `12.`, the key of a record. */
  readonly labelRange: Range
  readonly labelText: string
  /** The words, without the label. */
  readonly text: string
  /** One object for all entries of one list. */
  readonly list: EntryList | undefined
  readonly malformed: EntryMalformation | undefined
  /** What a bibliography says of it, where it stands in one. */
  readonly record?: BibliographyEntry | undefined
  /** Those behind their names, by offsets of the source. */
  readonly identifiers: readonly Identifier[]
  readonly series: Series
  readonly markers: readonly Marker[]
  readonly place: Place
  /** The lines that it has for itself, in formats where lines can stand elsewhere. */
  readonly lines: Range | undefined
  /** Takes it out with its lines, where it has some. */
  readonly removal: Edit | undefined
}

export interface EntryMalformation {
  readonly kind: 'colon' | 'twice' | 'number'
  readonly expected: string
  /** What has to be replaced by `expected`. */
  readonly range: Range
}

export interface EntryList extends Range {
  /** `12. ^ …`, as MediaWiki numbers notes. */
  readonly mediaWiki: boolean
  readonly entries: readonly Entry[]
  /** Sorted by its words rather than by first citation. */
  readonly alphabetical: boolean
  /** In parts with headings of their own. */
  readonly split: boolean
}

/** One number or label cited at one place; a range `[3-5]` makes three of them. */
export interface Appearance {
  readonly label: string
  readonly number: number | undefined
  readonly marker: Marker
}

/** A number or label cited again. */
export interface Repeat {
  readonly marker: Marker
  readonly label: string
  readonly first: Marker
  /** Both stand in one cluster. */
  readonly inCluster: boolean
}

/** Numbers that were skipped, and the marker before which they are missing. */
export interface MissingRun {
  readonly from: number
  readonly through: number
  readonly before: Marker
}

/** A first appearance of a lower number than an earlier one, and that earlier one. */
export interface Misplaced {
  readonly marker: Marker
  readonly number: number
  readonly other: Marker
}

/** The markers and entries that share one numbering within one scope. */
export interface Series {
  readonly notation: Notation
  /** 1 for the first scope of the document. */
  readonly scope: number
  readonly markers: readonly Marker[]
  readonly entries: readonly Entry[]
  readonly appearances: readonly Appearance[]
  readonly firstAppearances: readonly Appearance[]
  /** Lowest and highest number cited; `undefined` where labels are not numbers. */
  readonly lowest: number | undefined
  readonly highest: number | undefined
  /** Every label is a number. */
  readonly numbered: boolean
  /** Every marker is a link by itself, and whoever follows it needs no list. */
  readonly linked: boolean
  /** As few first appearances as have to move to put the numbers in order (those outside a longest increasing subsequence). */
  readonly misplaced: readonly Misplaced[]
  /** Why order is not judged, if it is not. */
  readonly orderSuspended: 'alphabetical' | 'split' | 'unordered' | undefined
  /** Numbers neither cited nor listed, between the lowest and the highest cited. */
  readonly missing: readonly MissingRun[]
  readonly repeats: readonly Repeat[]
  readonly undefined: readonly Undefined[]
  readonly unused: readonly Entry[]
  /** Entries that stand neither in the order of their numbers nor in that of their first citation. */
  readonly displaced: readonly Displaced[]
  /** Entries whose label an earlier entry has already. */
  readonly duplicates: readonly { readonly entry: Entry; readonly first: Entry }[]
  /**
   * How the document sets marks off from the text: `attached` or `spaced` where at least three quarters of three marks or
   * more do so (of a list pasted from MediaWiki it is known to be `attached`); `mixed` where there is no house style.
   */
  readonly spacing: 'attached' | 'spaced' | 'mixed'
  /** Markers or entries of it may stand where the document does not reach. */
  readonly partial: boolean
}

/** An entry that should stand before an earlier one, and that one. */
export interface Displaced {
  readonly entry: Entry
  readonly other: Entry
  /** Puts all entries of their list in order, where they follow each other on lines of their own. */
  readonly reordering: readonly Edit[] | undefined
}

/** A label that points nowhere: its first marker, the others, and the label that it probably means. */
export interface Undefined {
  readonly marker: Marker
  readonly others: readonly Marker[]
  readonly label: string
  readonly nearest: string | undefined
}

/** What a paste from a wiki or an answer of a language model left behind. */
export interface Residue extends Range {
  /** `[edit]`; `[citation needed]`; `↑`; `【4:0†source】`; `utm_source=chatgpt.com`. */
  readonly kind: 'section' | 'tag' | 'back link' | 'model' | 'tracking'
  /** The slice of the source. */
  readonly text: string
  /** What has to go, with the white space that would be too much, and what takes its place; `undefined` where an empty entry would be left. */
  readonly removal: (Range & { readonly replacement: '' | ' ' }) | undefined
}

/** A source, worked out once: all that rules are about. */
export interface Document {
  readonly source: Source
  readonly blocks: readonly Block[]
  /** The first heading of each file. */
  readonly titles: ReadonlySet<Block>
  /** Where the files of its book stand in the source; none where it is one file. */
  readonly parts: readonly Range[]
  readonly comments: readonly Comment[]
  readonly problems: readonly Problem[]
  readonly verdicts: readonly Verdict[]
  readonly marks: readonly Mark[]
  readonly clusters: readonly Cluster[]
  readonly entries: readonly Entry[]
  readonly series: readonly Series[]
  /** None in a file of nothing but notes, which belongs to another one. */
  readonly uncited: readonly Uncited[]
  readonly strays: readonly Stray[]
  readonly residues: readonly Residue[]
  /** Entries for one source. */
  readonly twins: readonly Twin[]
  /** Slips in the syntax of a bibliography. */
  readonly slips: readonly Slip[]
  /** Bibliographies that the document names and nobody could read. */
  readonly missing: readonly MissingBibliography[]
  readonly redefinitions: readonly Redefinition[]
  /** What has changed against another version, where it is compared with one. */
  readonly changes?: Changes
}
