import type { BibliographyEntry } from '../bibliography/bibliography.ts'
import type { Problem as RecordProblem } from '../bibliography/problem.ts'
import type { Range, Source } from '../source.ts'
import type { NotationChoices } from './candidate.ts'
import type { Marks } from './find.ts'

/** A piece of a block's text and where it stands in the source: both run alike for `length` code units. */
export interface Run {
  /** Offset in the block's text. */
  readonly at: number
  /** Offset in the source. */
  readonly start: number
  readonly length: number
  /** How much of the source it takes where it is written in another way there: `&nbsp;`, or `\n` in JSON. */
  readonly width?: number
}

/** The item of a list that a block opens, with the number as it is typed (`undefined` in a bullet list). */
export interface ListItem {
  readonly number: number | undefined
  /** The `id` of an item of HTML. */
  readonly id?: string
  /** `12.` or `-`. */
  readonly marker: Range
  /** The key of `\\bibitem{key}`. */
  readonly key?: string
  /** One object for all items of one list. */
  readonly list: object
}

/**
 * One stretch of prose. What is not prose (code, maths, images, tags) is left out of `text`; where it stood between two
 * words, U+FFFC keeps its place.
 */
export interface Block extends Range {
  readonly kind: 'paragraph' | 'heading' | 'cell' | 'html'
  readonly text: string
  readonly runs: readonly Run[]
  /** Level of a heading. */
  readonly depth?: number
  readonly item?: ListItem
  /** Stands in a block quote. */
  readonly quoted?: true
  /** The footnote definition that this block belongs to. */
  readonly note?: NoteDefinition
  /** Links and references inside the block, by offsets of its text: what of `[a][b]` is a link, and where its label is. */
  readonly links: readonly Link[]
}

/**
 * A link, a reference or a raised stretch as the parser saw it; `at` and `to` are offsets of the block's text. Formats with
 * marks of their own say what those are: `note` refers to a note (`[fn:1]`, `\footnotemark[1]`), `inline-note` holds one
 * (`\footnote{…}`), `cite` cites a bibliography (`[cite:@a;@b]`, `\cite{a,b}`). In the text, each is one U+FFFC.
 */
export interface Link {
  readonly at: number
  readonly to: number
  readonly kind:
    | 'inline'
    | 'autolink'
    | 'shortcut'
    | 'collapsed'
    | 'full'
    | 'anchor'
    | 'superscript'
    | 'image'
    | 'note'
    | 'inline-note'
    | 'cite'
  /** Label of a reference, as it is written. */
  readonly label?: string
  /** What a mark of a format names, and where. */
  readonly keys?: readonly Key[]
  /** The words of an `inline-note`. */
  readonly words?: Range
  /** Where an inline link or an anchor of HTML leads. */
  readonly url?: string
  /** Where tags are part of it, the source from the opening one to the closing one. */
  readonly range?: Range
}

/** A label as a mark names it; the range is that of the label alone. */
export interface Key extends Range {
  readonly label: string
}

/** `[^label]: …` as the parser saw it. */
export interface NoteDefinition extends Range {
  readonly label: string
  /** `[^label]`. */
  readonly labelRange: Range
  readonly text: string
}

/** `[label]: url` as the parser saw it. */
export interface LinkDefinition extends Range {
  readonly label: string
  /** `[label]`. */
  readonly labelRange: Range
  readonly url: string
}

/** What a format hands over: prose, definitions, comments, in the order of the text. */
export interface Reading {
  readonly blocks: readonly Block[]
  /** Those of the blocks that may hold a marker, a link or a leftover of a paste, where the format tells; otherwise all may. */
  readonly signed?: readonly Block[] | undefined
  readonly notes: readonly NoteDefinition[]
  readonly definitions: readonly LinkDefinition[]
  /** `<!-- … -->` that are real comments, without the delimiters in `text`. */
  readonly comments: readonly Comment[]
  /** What could be markers in it, where a reader remembers; otherwise they are looked for. */
  readonly marks?: (notations: NotationChoices) => Marks
  /** What keeps the format from being read as it should be. */
  readonly problems?: readonly Problem[]
  /** The format has marks of its own for keys: `@key` is nothing in it. */
  readonly marksKeys?: true
  /** What a bibliography holds, and the slips in it. */
  readonly records?: readonly BibliographyEntry[]
  readonly slips?: readonly RecordProblem[]
}

/** Why a document cannot be read, and where that shows; never an empty range. */
export interface Problem extends Range {
  /** `expected …, found …`, in the words of whoever reads the format. */
  readonly message: string
}

export interface Comment extends Range {
  readonly text: string
}

/** Reads one format. Never fails for a broken document: what cannot be parsed is read as far as it goes. */
export type Reader = (source: Source) => Reading
