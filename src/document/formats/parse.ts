import type { Definition, List, Nodes, Root, RootContent, TableRow } from 'mdast'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { mathFromMarkdown } from 'mdast-util-math'
import { toString } from 'mdast-util-to-string'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmTable } from 'micromark-extension-gfm-table'
import { math } from 'micromark-extension-math'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Plugin, Processor } from 'unified'
import type { LinkDefinition, ListItem, NoteDefinition, Reading } from '../document.ts'
import type { Range } from '../../source.ts'
import { withoutLineEnds } from './flow/lines.ts'
import { readHtml } from './html-islands.ts'
import { commentsOf, proseOf } from './jsx.ts'
import { blockRange, rangeOf, readBlock } from './phrasing.ts'
import type { Place } from './phrasing.ts'

/**
 * CommonMark with footnotes, tables and display maths. Not all of GFM: its literal autolinks make nodes without a
 * position. Maths between single dollars is recognised in the prose, by Pandoc's rule, since `$5 [1] and $6` is none.
 */
function proseSyntax(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] }
  data.micromarkExtensions = [gfmFootnote(), gfmTable(), math({ singleDollarTextMath: false })]
  data.fromMarkdownExtensions = [gfmFootnoteFromMarkdown(), gfmTableFromMarkdown(), mathFromMarkdown()]
}

/** A parser of Markdown's that makes a tree of its own kind. */
export type Parse = (text: string) => Root

/** The parser, for the Markdown of everybody or with more syntax. */
export function createParser(...more: Plugin[]): Parse {
  const processor = unified().use(remarkParse).use(proseSyntax).use({ plugins: more }).freeze()
  return (text) => processor.parse(text)
}

const parse = createParser()

type Collected = { [Key in 'blocks' | 'notes' | 'definitions' | 'comments']: Reading[Key][number][] }

/** Has the parser read a piece of Markdown that stands on its own. Offsets count from its beginning. */
export function parseMarkdown(text: string): Reading {
  return readTree(text, parse(text))
}

/** What a tree says of the text that it was made from. */
export function readTree(text: string, tree: Root): Reading {
  const reading: Collected = { blocks: [], notes: [], definitions: [], comments: [] }
  readFlow(text, tree.children, { quoteDepth: 0 }, reading)
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
      reading.blocks.push(readBlock(text, node, place, reading.comments))
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
      reading.definitions.push(linkDefinition(text, node))
      return
    case 'mdxJsxFlowElement':
      return readFlow(text, proseOf(node), place, reading)
    case 'mdxFlowExpression':
      reading.comments.push(...commentsOf(text, rangeOf(node)))
      return
    case 'html': {
      const html = readHtml(text, withoutLineEnds(text, rangeOf(node)), place)
      for (const block of html.blocks) reading.blocks.push(block)
      for (const comment of html.comments) reading.comments.push(comment)
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
    const at = rangeOf(child).end
    if (child.children.length === 0)
      reading.blocks.push({
        kind: 'paragraph',
        start: at,
        end: at,
        text: '',
        runs: [],
        links: [],
        item: { ...item, number },
      })
    readFlow(text, child.children, { ...place, item: { ...item, number } }, reading)
  }
}

function readRow(text: string, row: TableRow, place: Place, reading: Collected): void {
  for (const cell of row.children) reading.blocks.push(readBlock(text, cell, place, reading.comments))
}

function listItem(text: string, { start }: Range, list: object): ListItem {
  const typed = /\d{1,9}[.)]|[-+*]/y
  typed.lastIndex = start
  const marker = typed.exec(text)?.[0] ?? ''
  const number = marker.length > 1 ? Number.parseInt(marker, 10) : undefined
  return { number, marker: { start, end: start + marker.length }, list }
}

function noteDefinition(text: string, node: Extract<RootContent, { type: 'footnoteDefinition' }>): NoteDefinition {
  const label = labelRange(text, node)
  const last = node.children.at(-1)
  return {
    start: label.start,
    end: last ? blockRange(text, last).end : label.end,
    label: node.label ?? node.identifier,
    labelRange: label,
    text: toString(node).trim(),
  }
}

function linkDefinition(text: string, node: Definition): LinkDefinition {
  return {
    ...blockRange(text, node),
    label: node.label ?? node.identifier,
    labelRange: labelRange(text, node),
    url: node.url,
  }
}

/** The `[label]` that a definition begins with. */
function labelRange(text: string, node: Nodes): Range {
  const { start, end } = rangeOf(node)
  let index = start + 1
  while (index < end && text[index] !== ']') index += text[index] === '\\' ? 2 : 1
  return { start, end: Math.min(index + 1, end) }
}
