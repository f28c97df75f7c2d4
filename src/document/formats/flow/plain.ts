import type { Block, ListItem, Reading } from '../../document.ts'
import { isHintAt } from '../../bracket-hint.ts'
import type { Range } from '../../../source.ts'
import { readSpans, wordsOf } from '../spans/read.ts'
import type { Words } from '../spans/read.ts'
import type { KnownLabels } from '../spans/spans.ts'
import { beginsWords } from './lines.ts'
import { itemOf } from './skeleton.ts'
import type { Leaf } from './skeleton.ts'

/**
 * A sign that something other than emphasis, code and words may stand in a paragraph: brackets of any kind, tags, entities,
 * keys, formulas, raised digits, arrows, what models leave behind; and tabs, of which the parser makes its own.
 */
const signs = String.raw`[\]<&^@{$¹²³⁰⁴-⁹↑⇑［］【】〔〕\uE200\t`
const sign = new RegExp(`[${signs}]`, 'g')

/** The label of an entry that was typed at the start of a line: `2. Adler`, `**2)**`. */
const typedNumber = /[ \t>]*[*_]*\d{1,4}[*_]*[.)]/y

/**
 * A link of words in which no sign stands; of three letters at least, since fewer may be a label. What it leads to is no
 * part of the words.
 */
const plainLink = new RegExp(
  String.raw`\[[*_\x60]{0,3}[A-Za-z\u00C0-\u024F]{3}(?:[^${signs}\r\n\\]|\n(?![ \t>]*[\r\n]))*\]\([^\s()[\]<>^\x60$|\\]*\)`,
  'y',
)

/**
 * Tells of paragraphs of a text, asked for in their order, whether they hold a sign, or a line that begins with a number as
 * an entry does.
 */
export function createSignFinder(text: string): (range: Range) => boolean {
  const holdsSign = createFinder((from) => nextSign(text, from))
  return (range) => holdsSign(range) || holdsNumber(text.slice(range.start, range.end))
}

/** Whether a line of a paragraph begins with the number of an entry. */
function holdsNumber(words: string): boolean {
  return opensEntry(words, 0) || ['\n', '\r'].some((end) => opensEntryBehind(words, end))
}

function opensEntryBehind(words: string, end: string): boolean {
  for (let at = words.indexOf(end); at >= 0; at = words.indexOf(end, at + 1)) if (opensEntry(words, at + 1)) return true
  return false
}

function opensEntry(words: string, at: number): boolean {
  if (beginsWords(words.charCodeAt(at))) return false
  typedNumber.lastIndex = at
  return typedNumber.test(words)
}

function nextSign(text: string, from: number): number {
  for (let at = from; ;) {
    sign.lastIndex = at
    if (!sign.test(text)) return text.length
    const found = sign.lastIndex - 1
    if (text.charCodeAt(found) !== 91 || isHintAt(text, found + 1)) return found
    plainLink.lastIndex = found
    if (!plainLink.test(text)) return found
    at = plainLink.lastIndex
  }
}

/** Tells of stretches of a text, asked for in their order, whether what somebody finds behind an offset begins in them. */
export function createFinder(nextFrom: (from: number) => number): (range: Range) => boolean {
  let next = -1
  return ({ start, end }) => {
    if (next < start) next = nextFrom(start)
    return next < end
  }
}

const unlabelled: KnownLabels = { isLink: () => false, isNote: () => false }

function wordsIn(text: string, words: Range, quoteDepth: number): Words | undefined {
  const spans = readSpans(text, words, { quoteDepth, labels: unlabelled })
  return spans && wordsOf(spans, [])
}

/**
 * A paragraph without a sign: nothing in it can be a marker, an entry or a link, so most of the time nobody asks for its
 * words. They are read when somebody does. `parsed` gives its segment as the parser has it, for words that are the parser's
 * to tell.
 */
export class PlainBlock implements Block {
  readonly kind: Block['kind']
  readonly start: number
  readonly end: number
  // Not there at all where they do not apply, as in other blocks.
  declare readonly quoted?: true
  declare readonly item?: ListItem
  private readonly source: string
  private readonly leaf: Leaf
  private readonly parsed: () => Reading
  private found: Words | undefined

  constructor(source: string, leaf: Leaf, parsed: () => Reading) {
    this.kind = leaf.kind
    this.start = leaf.start
    this.end = leaf.end
    this.source = source
    this.leaf = leaf
    this.parsed = parsed
    this.found = undefined
    if (leaf.quoteDepth > 0) this.quoted = true
    if (leaf.item) this.item = itemOf(leaf.item)
  }

  get text(): string {
    return this.read().text
  }

  get runs(): Words['runs'] {
    return this.read().runs
  }

  get links(): Words['links'] {
    return this.read().links
  }

  private read(): Words {
    const { source, leaf, parsed } = this
    return (this.found ??=
      wordsIn(source, leaf.words, leaf.quoteDepth) ?? parsed().blocks.find(({ start }) => start === leaf.start)!)
  }
}
