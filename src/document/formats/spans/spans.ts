import type { Link } from '../../document.ts'
import type { Range } from '../../../source.ts'
import type { Tag } from '../html-islands.ts'
import type { Delimiter } from './emphasis.ts'

/** What a stretch of a block is, other than text. `drop` is markup: `*`, `](url)`. `open` and `close` are the ends of a link,
 * of no width; its words end at `words`. `note` is a reference to one. */
export type Step = Range &
  (
    | { readonly kind: 'drop' | 'open' | 'note' }
    /** Of an image with a reference, the label. */
    | { readonly kind: 'object'; readonly image?: string }
    | { readonly kind: 'tag'; readonly tag: Tag }
    | {
        readonly kind: 'close'
        readonly opened: number
        readonly words: number
        readonly link: Pick<Link, 'kind' | 'label' | 'url' | 'range'>
      }
  )

/** A `[` or `![` that nothing has closed yet. */
export interface Bracket extends Range {
  readonly isImage: boolean
  /** How many runs of `*` and `_` stand before it. */
  readonly delimiters: number
  isActive: boolean
}

/** The inside of a block as it is read. Nothing is looked at beyond `end`. */
export interface Spans extends Range {
  readonly text: string
  readonly steps: Step[]
  readonly delimiters: Delimiter[]
  readonly brackets: Bracket[]
  /** Single white space before a line end, which the parser keeps behind words only. */
  readonly suffixes: Range[]
  /** Offsets at which something other than words ends. */
  readonly edges: Set<number>
  readonly labels: KnownLabels
  /** Whether lines may begin with marks of a quote. */
  readonly isContained: boolean
  /** From a line end on, skips what belongs to the containers of the block. */
  readonly skipPrefix: (from: number) => number
  /** Where the words of the line begin. */
  readonly lineStart: { at: number }
  /** Runs of ticks and dollars that nothing closes any more, and `<!--`, if nothing closes it. */
  readonly unclosed: Set<string>
}

/** What is defined in the document. */
export interface KnownLabels {
  readonly isLink: (label: string) => boolean
  readonly isNote: (label: string) => boolean
}
