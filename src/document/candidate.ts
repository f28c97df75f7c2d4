import type { Range } from '../source.ts'
import type { Block } from './reading.ts'

/** How a marker is written: `[12]`; `[^n]`; `[1]` that Markdown resolves to a link definition; `¹²`, `<sup>3</sup>`, `^3^`; `[a]`, `[note 1]`; `^[a note in place]`; `[@key]`; `(12)`. */
export type Notation =
  | 'bracket'
  | 'footnote'
  | 'link'
  | 'superscript'
  | 'letter'
  | 'inline-note'
  | 'citekey'
  | 'parenthesis'

/** What decides whether candidates of a notation are markers: the document, or nothing (`on`: they are, `off`: they are not). */
export type NotationChoice = 'auto' | 'on' | 'off'

/** Without a choice, the document decides; numbers in parentheses are looked for only where there is one. */
export type NotationChoices = Readonly<Partial<Record<Notation, NotationChoice>>>

/** What shares one numbering, if it stands in one scope: numbers in brackets, footnotes, raised numbers, numbers in parentheses, or the markers of one named group. */
export type Family =
  | 'number'
  | 'footnote'
  | 'superscript'
  | 'parenthesis'
  | 'inline note'
  | 'citekey'
  | `group ${string}`

/** One number, label or range inside a candidate: of `[1, 3-5]` the `1` and the `3-5`. */
export interface Member extends Range {
  readonly text: string
  readonly label: string
  readonly number: number | undefined
  /** The last number of a range. */
  readonly through: number | undefined
}

/** Why a marker is not written as it should be, and how it should be. */
export interface Malformation {
  /** `{2]`, `[12`; `^[4]`; `[^ 1]`; full-width; `[1O]`; an invisible character inside. */
  readonly kind: 'bracket' | 'caret' | 'space' | 'width' | 'letter' | 'invisible'
  readonly expected: string
}

/** Something that might be a marker. */
export interface Candidate extends Range {
  /** The slice of the source. */
  readonly text: string
  readonly notation: Notation
  readonly family: Family
  readonly block: Block
  /** Offsets in the block's text. */
  readonly at: number
  readonly to: number
  readonly members: readonly Member[]
  readonly malformed: Malformation | undefined
  /** The page suffix of `[9]:568`, with its colon. */
  readonly suffix: Range | undefined
  /** Where a reader remembers: one object for the candidate in all versions of the text, as long as its segment is the same. */
  readonly origin?: Candidate
}

/** A candidate with the classifier's answer; `reason` says why, in words. */
export interface Verdict {
  readonly candidate: Candidate
  readonly accepted: boolean
  readonly reason: string
}
