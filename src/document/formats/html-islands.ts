import type { Block, Comment, ListItem } from '../document.ts'
import type { Range } from '../../source.ts'
import { createProse, objectCharacter } from './prose.ts'
import type { Prose } from './prose.ts'
import { followTags } from './tags.ts'

/** A tag or comment of HTML inside Markdown. */
export interface Tag extends Range {
  readonly kind: 'open' | 'close' | 'comment' | 'other'
  /** In lower case; empty for comments and declarations. */
  readonly name: string
}

/** Elements whose content is no prose. */
const opaqueElements = new Set('code kbd samp tt pre script style math svg textarea template tex'.split(' '))

/** Elements that begin and end a stretch of prose. */
const blockElements = new Set(
  (
    'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr html li main nav ol p section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
)

export const isOpaqueName = (name: string): boolean => opaqueElements.has(name)

export const isOpaque = (tag: Tag): boolean => tag.kind === 'open' && isOpaqueName(tag.name)

/** Longer than any tag that a person wrote; an inlined picture may be as long. */
const longestTag = 1 << 16

/** The tag or comment that begins at `at` and ends before `end`, if one does. An unclosed comment runs to the end. */
export function tagAt(text: string, at: number, end: number): Tag | undefined {
  if (text.startsWith('<!--', at)) {
    const close = text.indexOf('-->', at + 2)
    const isOpen = close < 0 || close + 3 > end
    return { kind: 'comment', name: '', start: at, end: isOpen ? at + text.slice(at, end).trimEnd().length : close + 3 }
  }
  const opening = /<(?:(\/?)([a-zA-Z][\w:-]*)|[!?])/y
  opening.lastIndex = at
  const match = opening.exec(text)
  const close = match && tagEnd(text, at + match[0].length, Math.min(end, at + longestTag))
  if (!close) return undefined
  const name = (match[2] ?? '').toLowerCase()
  return { kind: name === '' ? 'other' : match[1] ? 'close' : 'open', name, start: at, end: close }
}

/** Behind the `>` that closes a tag; one inside a quoted attribute does not. */
function tagEnd(text: string, from: number, end: number): number | undefined {
  let quote = ''
  for (let index = from; index < end; index++) {
    const character = text[index]!
    if (quote !== '') quote = character === quote ? '' : quote
    else if (character === '>') return index + 1
    else if (character === '<') return undefined
    else if ((character === '"' || character === "'") && text[index - 1] === '=') quote = character
  }
  return undefined
}

/** The words of a comment, without its delimiters. */
export function commentOf(text: string, tag: Tag): Comment {
  return { start: tag.start, end: tag.end, text: text.slice(tag.start + 4, Math.max(tag.start + 4, tag.end - 3)) }
}

/** Where the closing tag of an opaque element ends, or `end`. */
function skipElement(text: string, tag: Tag, end: number): number {
  const closing = new RegExp(`</${tag.name}`, 'gi')
  closing.lastIndex = tag.end
  const close = closing.exec(text)?.index ?? end
  if (close >= end) return end
  const bracket = text.indexOf('>', close)
  return bracket < 0 || bracket >= end ? end : bracket + 1
}

/** Where a stretch of HTML stands. */
type HtmlContext = Pick<Block, 'note' | 'item'> & { readonly quoteDepth: number }

/** The prose in a stretch of HTML: one block for each block-level element that holds text. */
export function readHtml(
  text: string,
  range: Range,
  context: HtmlContext,
): { readonly blocks: Block[]; readonly comments: Comment[] } {
  const comments: Comment[] = []
  const lists: { ordered: boolean; count: number }[] = []
  const blocks = collectBlocks(text, range.start, context)

  let index = range.start
  while (index < range.end) {
    const open = text.indexOf('<', index)
    const stop = open < 0 || open >= range.end ? range.end : open
    blocks.prose().takeLines(index, stop, context.quoteDepth)
    if (stop === range.end) break
    const tag = tagAt(text, stop, range.end)
    if (!tag) blocks.prose().take(stop, stop + 1)
    index = tag?.end ?? stop + 1
    if (tag?.kind === 'comment') comments.push(commentOf(text, tag))
    else if (tag && isOpaque(tag)) {
      blocks.prose().put(objectCharacter)
      index = skipElement(text, tag, range.end)
    } else if (tag && blockElements.has(tag.name)) blocks.cut(tag, openItem(text, tag, lists))
    else if (tag) blocks.follow(tag)
  }
  return { blocks: blocks.finish(range.end), comments }
}

/** Blocks in the making: the prose of the present one, and what begins the next. */
function collectBlocks(text: string, from: number, context: HtmlContext) {
  const blocks: Block[] = []
  let item: ListItem | undefined = context.item
  let start = from
  let prose: Prose = createProse(text)
  let follow = followTags(text, prose)

  const close = (end: number) => {
    const { text: words, runs, links } = prose.finish()
    prose = createProse(text)
    follow = followTags(text, prose)
    if (words.trim() === '') return
    const last = start + text.slice(start, end).trimEnd().length
    const inherited = { ...(item && { item }), ...(context.note && { note: context.note }) }
    blocks.push({ kind: 'html', start, end: last, text: words, runs, links, ...inherited })
    item = undefined
  }
  return {
    prose: () => prose,
    follow(tag: Tag) {
      if (tag.name === 'br') prose.put('\n')
      else follow(tag)
    },
    cut(tag: Tag, opened: ListItem | undefined) {
      close(tag.start)
      // A note without a word is a note: `<li id="fn3"></li>`.
      if (tag.name === 'li' && item?.id !== undefined && item.number !== undefined) {
        blocks.push({ kind: 'html', start: item.marker.start, end: tag.start, text: '', runs: [], links: [], item })
      }
      start = tag.end
      item = opened ?? (tag.name === 'p' ? item : undefined)
    },
    finish(end: number): Block[] {
      close(end)
      return blocks
    },
  }
}

/** Follows `<ol>`, `<ul>` and `<li>`; gives the item that a `<li>` opens, with the number of its id or of its place. */
function openItem(text: string, tag: Tag, lists: { ordered: boolean; count: number }[]): ListItem | undefined {
  if (tag.name === 'ol' || tag.name === 'ul') {
    if (tag.kind === 'open') lists.push({ ordered: tag.name === 'ol', count: 0 })
    else lists.pop()
  }
  if (tag.name !== 'li' || tag.kind !== 'open') return undefined
  const list = lists.at(-1) ?? { ordered: false, count: 0 }
  list.count++
  const id = /\bid\s*=\s*["']?(?:fn|footnote|note|ref|cite_note|endnote|en)[-_:.]*(\d{1,4})\b/i.exec(
    text.slice(tag.start, tag.end),
  )
  const number = id ? Number(id[1]) : list.ordered ? list.count : undefined
  return { number, ...(id && { id: id[0] }), marker: { start: tag.start, end: tag.end }, list }
}
