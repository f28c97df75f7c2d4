import type { Block, Reading } from '../../document.ts'
import type { Range } from '../../../source.ts'
import { withWords } from '../prose.ts'
import { readSpans } from '../spans/read.ts'
import type { KnownLabels } from '../spans/spans.ts'
import { itemOf } from './skeleton.ts'
import type { Leaf } from './skeleton.ts'

/**
 * A sign that something other than emphasis, code and words may stand in a paragraph: brackets of any kind, tags, entities,
 * keys, formulas, raised digits, arrows, what models leave behind; and tabs, of which the parser makes its own.
 */
const sign = /[[\]<&^@{$¹²³⁰⁴-⁹↑⇑［］【】〔〕\uE200\t]/g

/** Tells of stretches of a text, asked for in their order, whether they hold a sign. */
export const createSignFinder = (text: string) => createFinder(text, sign)

/** Tells of stretches of a text, asked for in their order, whether what a pattern looks for begins in them. */
export function createFinder(text: string, pattern: RegExp): (range: Range) => boolean {
  let next = -1
  return ({ start, end }) => {
    if (next < start) {
      pattern.lastIndex = start
      next = pattern.exec(text)?.index ?? text.length
    }
    return next < end
  }
}

const unlabelled: KnownLabels = { isLink: () => false, isNote: () => false }

/**
 * A paragraph without a sign: nothing in it can be a marker, an entry or a link, so most of the time nobody asks for its
 * words. They are read when somebody does. `parsed` gives its segment as the parser has it, for words that are the parser's
 * to tell.
 */
export function plainBlock(text: string, leaf: Leaf, parsed: () => Reading): Block {
  const { kind, start, end, words, quoteDepth, item } = leaf
  const block = {
    kind,
    start,
    end,
    ...(quoteDepth > 0 && { quoted: true as const }),
    ...(item && { item: itemOf(item) }),
  }
  return withWords(block, () => {
    const spans = readSpans(text, words, { quoteDepth, labels: unlabelled, comments: [] })
    const { text: said, runs, links } = spans ?? parsed().blocks.find((one) => one.start === start)!
    return { text: said, runs, links }
  })
}
