import type { Comment, Document } from '../document/document.ts'
import type { Range } from '../source.ts'

export const verbs = ['disable-next-line', 'disable-line', 'disable', 'enable', 'disable-file'] as const
export type Verb = (typeof verbs)[number]

/** All that directives are about. */
export type Commented = Pick<Document, 'source' | 'comments'>

/** A rule that a directive names, and where; `undefined` where it names none and means all. */
export interface Mention extends Range {
  readonly rule: string | undefined
  readonly directive: Directive
  /** What has to go for the mention to go: its separator too. */
  readonly removal: Range
}

/** `<!-- footlint-disable-next-line marker-gap, marker-order -- as in the first edition -->`. */
export interface Directive {
  readonly comment: Comment
  /** `undefined`: there is no such verb. */
  readonly verb: Verb | undefined
  /** As it is written: `disable-next-line`. */
  readonly word: string
  readonly wordRange: Range
  readonly mentions: readonly Mention[]
  /** What stands behind `--`. */
  readonly reason: string | undefined
}

/** The directives of a document, in the order of the text. */
export function directivesOf(document: Commented): Directive[] {
  // Comments need not be found where none can be one; in Markdown they are those of HTML.
  const { text, format } = document.source
  if ((format === 'markdown' && !text.includes('<!--')) || !text.includes('footlint-')) return []
  return document.comments
    .map((comment) => readDirective(comment, document.source.text))
    .filter((directive) => directive !== undefined)
}

function readDirective(comment: Comment, source: string): Directive | undefined {
  const head = /^[\s>]*footlint-([^\s,]+)/.exec(comment.text)
  if (!head) return undefined
  // Where the comment goes over lines of a block quote, its text is not a slice of the source: then it is its own place.
  const shift = source.slice(comment.start, comment.end).indexOf(comment.text)
  const place = (start: number, end: number): Range =>
    shift < 0 ? comment : { start: comment.start + shift + start, end: comment.start + shift + end }
  const word = head[1]!
  const rest = comment.text.slice(head[0].length)
  const dashes = /(?:^|\s)--+(?=\s|$)/.exec(rest)
  const reason = dashes ? rest.slice(dashes.index + dashes[0].length).trim() : ''
  const directive = {
    comment,
    verb: verbs.find((verb) => verb === word),
    word,
    wordRange: place(head[0].length - word.length - 'footlint-'.length, head[0].length),
    reason: reason === '' ? undefined : reason,
    mentions: [] as Mention[],
  }
  // A `>` can only be the prefix of a block quote that the comment runs through.
  const names = [...rest.slice(0, dashes?.index).matchAll(/[^\s,>]+/g)]
  if (names.length === 0) directive.mentions.push({ ...range(comment), rule: undefined, directive, removal: comment })
  for (const [index, name] of names.entries()) {
    const start = head[0].length + name.index
    const end = start + name[0].length
    const next = names[index + 1]
    const previous = names[index - 1]
    const removal = next
      ? place(start, head[0].length + next.index)
      : place(previous ? head[0].length + previous.index + previous[0].length : start, end)
    directive.mentions.push({ ...range(place(start, end)), rule: name[0], directive, removal })
  }
  return directive
}

const range = ({ start, end }: Range): Range => ({ start, end })
