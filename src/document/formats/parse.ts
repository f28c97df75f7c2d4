import type { List, Nodes, Parent, PhrasingContent, RootContent, TableRow } from 'mdast'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { mathFromMarkdown } from 'mdast-util-math'
import { toString } from 'mdast-util-to-string'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmTable } from 'micromark-extension-gfm-table'
import { math } from 'micromark-extension-math'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Processor } from 'unified'
import type { Block, Comment, ListItem, NoteDefinition, Reading } from '../document.ts'
import type { Range } from '../../source.ts'
import { commentOf, isOpaque, readHtml, tagAt } from './html-islands.ts'
import type { Tag } from './html-islands.ts'
import { createProse, objectCharacter } from './prose.ts'
import type { Prose } from './prose.ts'
import { followTags } from './tags.ts'

/**
 * CommonMark with footnotes, tables and display maths. Not all of GFM: its literal autolinks make nodes without a
 * position. Maths between single dollars is recognised in the prose, by Pandoc's rule, since `$5 [1] and $6` is none.
 */
function proseSyntax(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] }
  data.micromarkExtensions = [gfmFootnote(), gfmTable(), math({ singleDollarTextMath: false })]
  data.fromMarkdownExtensions = [gfmFootnoteFromMarkdown(), gfmTableFromMarkdown(), mathFromMarkdown()]
}

const processor = unified().use(remarkParse).use(proseSyntax).freeze()

/** Where the walk through the tree stands. */
interface Place {
  readonly quoteDepth: number
  readonly note?: NoteDefinition
  readonly item?: ListItem
}

type Collected = { [Key in 'blocks' | 'notes' | 'definitions' | 'comments']: Reading[Key][number][] }

/** Has the parser read a piece of Markdown that stands on its own. Offsets count from its beginning. */
export function parseMarkdown(text: string): Reading {
  const reading: Collected = { blocks: [], notes: [], definitions: [], comments: [] }
  readFlow(text, processor.parse(text).children, { quoteDepth: 0 }, reading)
  return reading
}

function readFlow(text: string, nodes: readonly RootContent[], place: Place, reading: Collected): void {
  let rest = place
  for (const node of nodes) {
    readNode(text, node, rest, reading)
    // An item is opened by its first block only.
    if (rest.item) {
      const { item: _, ...without } = rest
      rest = without
    }
  }
}

function readNode(text: string, node: RootContent, place: Place, reading: Collected): void {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      reading.blocks.push(readBlock(text, node, node.type, place, reading.comments))
      return
    case 'blockquote':
      return readFlow(text, node.children, { ...place, quoteDepth: place.quoteDepth + 1 }, reading)
    case 'list':
      return readList(text, node, place, reading)
    case 'table':
      for (const row of node.children) readRow(text, row, place, reading)
      return
    case 'footnoteDefinition': {
      const note = noteDefinition(text, node)
      reading.notes.push(note)
      return readFlow(text, node.children, { ...place, note }, reading)
    }
    case 'definition':
      reading.definitions.push({
        ...rangeOf(node),
        label: node.label ?? node.identifier,
        labelRange: labelRange(text, node),
        url: node.url,
      })
      return
    case 'html': {
      const html = readHtml(text, rangeOf(node), place)
      reading.blocks.push(...html.blocks)
      reading.comments.push(...html.comments)
    }
  }
}

function readList(text: string, list: List, place: Place, reading: Collected): void {
  const items = list.children.map((child) => listItem(text, rangeOf(child), list))
  // `1. 1. 1.` is a way to leave the counting to the renderer.
  const uncounted = items.length > 1 && items.every((item) => item.number === items[0]!.number)
  for (const [index, child] of list.children.entries()) {
    const item = items[index]!
    const number = uncounted && item.number !== undefined ? item.number + index : item.number
    readFlow(text, child.children, { ...place, item: { ...item, number } }, reading)
  }
}

function readRow(text: string, row: TableRow, place: Place, reading: Collected): void {
  for (const cell of row.children) reading.blocks.push(readBlock(text, cell, 'cell', place, reading.comments))
}

function rangeOf(node: Nodes): Range {
  return { start: node.position!.start.offset!, end: node.position!.end.offset! }
}

/** A block ends with its last word; the parser counts white space behind the last paragraph of a text. */
function blockRange(text: string, node: Nodes): Range {
  const { start, end } = rangeOf(node)
  let last = end
  while (last > start && /\s/.test(text[last - 1]!)) last--
  return { start, end: last }
}

function listItem(text: string, { start }: Range, list: object): ListItem {
  const typed = /\d{1,9}[.)]|[-+*]/y
  typed.lastIndex = start
  const marker = typed.exec(text)?.[0] ?? ''
  const number = marker.length > 1 ? Number.parseInt(marker, 10) : undefined
  return { number, marker: { start, end: start + marker.length }, list }
}

function noteDefinition(text: string, node: Extract<RootContent, { type: 'footnoteDefinition' }>): NoteDefinition {
  return {
    ...rangeOf(node),
    label: node.label ?? node.identifier,
    labelRange: labelRange(text, node),
    text: toString(node).trim(),
  }
}

/** The `[label]` that a definition begins with. */
function labelRange(text: string, node: Nodes): Range {
  const { start, end } = rangeOf(node)
  let index = start + 1
  while (index < end && text[index] !== ']') index += text[index] === '\\' ? 2 : 1
  return { start, end: Math.min(index + 1, end) }
}

function readBlock(
  text: string,
  node: Parent & Nodes,
  kind: 'paragraph' | 'heading' | 'cell',
  place: Place,
  comments: Comment[],
): Block {
  const prose = createProse(text)
  const follow = followTags(text, prose)
  readPhrasing(text, node.children as PhrasingContent[], prose, { quoteDepth: place.quoteDepth, comments, follow })
  const { note, item } = place
  const depth = node.type === 'heading' && { depth: node.depth }
  return { kind, ...blockRange(text, node), ...prose.finish(), ...depth, ...(note && { note }), ...(item && { item }) }
}

interface Line {
  readonly quoteDepth: number
  readonly comments: Comment[]
  readonly follow: (tag: Tag) => void
}

function readPhrasing(text: string, nodes: readonly PhrasingContent[], prose: Prose, line: Line): void {
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index]!
    if (node.type === 'html') index = readTag(text, nodes, index, prose, line)
    else readSpan(text, node, prose, line)
  }
}

function readSpan(text: string, node: PhrasingContent, prose: Prose, line: Line): void {
  const { start, end } = rangeOf(node)
  switch (node.type) {
    case 'text':
      return prose.takeLines(start, end, line.quoteDepth)
    case 'break':
      return prose.takeLines(Math.max(start, text.slice(start, end).search(/[\r\n]/) + start), end, line.quoteDepth)
    case 'footnoteReference':
      return prose.take(start, end)
    case 'link': {
      const at = prose.length
      readPhrasing(text, node.children, prose, line)
      return prose.link({
        at,
        to: prose.length,
        kind: text[start] === '<' ? 'autolink' : 'inline',
        url: node.url,
        range: { start, end },
      })
    }
    case 'linkReference': {
      const at = prose.length
      const last = node.children.at(-1)
      const close = text.indexOf(']', last ? rangeOf(last).end : start + 1)
      prose.take(start, start + 1)
      readPhrasing(text, node.children, prose, line)
      prose.take(close, node.referenceType === 'full' ? end : close + 1)
      return prose.link({ at, to: prose.length, kind: node.referenceType, label: node.label ?? node.identifier })
    }
    case 'emphasis':
    case 'strong':
    case 'delete':
      return readPhrasing(text, node.children, prose, line)
    default:
      return prose.put(objectCharacter)
  }
}

/** Reads one inline tag; gives the index of the last node that belongs to it, which is its closing tag where its content is no prose. */
function readTag(text: string, nodes: readonly PhrasingContent[], index: number, prose: Prose, line: Line): number {
  const range = rangeOf(nodes[index]!)
  const tag = tagAt(text, range.start, range.end)
  if (tag?.kind === 'comment') line.comments.push(commentOf(text, tag))
  if (tag?.name === 'br') prose.put('\n')
  if (tag) line.follow(tag)
  if (!tag || !isOpaque(tag)) return index
  prose.put(objectCharacter)
  const close = nodes.findIndex(
    (node, at) => at > index && node.type === 'html' && node.value.toLowerCase().startsWith(`</${tag.name}`),
  )
  return close < 0 ? index : close
}
