import type { Link } from '../../document.ts'
import type { Range } from '../../../source.ts'
import type { Tag } from '../html-islands.ts'
import type { Delimiter } from './emphasis.ts'

/** A stretch that is markup: `*`, `](url)`. */
export interface Drop extends Range {
  readonly kind: 'drop'
}

/** What a stretch of a block is, other than text. `open` and `close` are the ends of a link, of no width; its words end at
 * `words`. `note` is a reference to one. */
export type Step =
  | Drop
  | (Range &
      (
        | { readonly kind: 'open' | 'note' }
        /** Of an image with a reference, the label. */
        | { readonly kind: 'object'; readonly image?: string }
        | { readonly kind: 'tag'; readonly tag: Tag }
        | {
            readonly kind: 'close'
            readonly opened: number
            readonly words: number
            readonly link: Pick<Link, 'kind' | 'label' | 'url' | 'range'>
          }
      ))

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
  readonly edges: number[]
  readonly labels: KnownLabels
  /** How many marks of quotes a line may begin with. */
  readonly quoteDepth: number
  /** Where the words of the line begin. */
  lineStart: number
  /** Runs of ticks and dollars that nothing closes any more, and `<!--`, if nothing closes it. */
  unclosed: Set<string> | undefined
}

/** What is defined in the document. */
export interface KnownLabels {
  readonly isLink: (label: string) => boolean
  readonly isNote: (label: string) => boolean
}
