import type { Heading, Link, LinkReference, Nodes, Paragraph, PhrasingContent, TableCell } from 'mdast'
import type { Block, Comment, ListItem, NoteDefinition } from '../document.ts'
import type { Range } from '../../source.ts'
import { commentOf, isOpaque, tagAt } from './html-islands.ts'
import type { Tag } from './html-islands.ts'
import { readElement, readExpression } from './jsx.ts'
import { createProse, isQuotation, objectCharacter } from './prose.ts'
import type { Prose } from './prose.ts'
import { followTags } from './tags.ts'

/** Where the walk through the tree stands. */
export interface Place {
  readonly quoteDepth: number
  readonly note?: NoteDefinition
  readonly item?: ListItem
}

export function rangeOf(node: Nodes): Range {
  return { start: node.position!.start.offset!, end: node.position!.end.offset! }
}

/** A block ends with its last word; the parser counts white space behind the last paragraph of a text. */
export function blockRange(text: string, node: Nodes): Range {
  const { start, end } = rangeOf(node)
  let last = end
  while (last > start && /\s/.test(text[last - 1]!)) last--
  return { start, end: last }
}

/** The words of a paragraph, a heading or a cell as a block. Comments in it are added to those of the text. */
export function readBlock(
  text: string,
  node: Paragraph | Heading | TableCell,
  place: Place,
  comments: Comment[],
): Block {
  const prose = createProse(text)
  const { quoteDepth, note, item } = place
  readPhrasing(node.children, { text, prose, quoteDepth, comments, follow: followTags(text, prose) })
  const kind = node.type === 'tableCell' ? 'cell' : node.type
  const depth = node.type === 'heading' && { depth: node.depth }
  const words = prose.finish()
  const context = {
    ...(isQuotation(quoteDepth, words.text) && { quoted: true as const }),
    ...(note && { note }),
    ...(item && { item }),
  }
  return { kind, ...blockRange(text, node), ...words, ...depth, ...context }
}

/** A block in the making. */
interface Line {
  readonly text: string
  readonly prose: Prose
  readonly quoteDepth: number
  readonly comments: Comment[]
  readonly follow: (tag: Tag) => void
}

function readPhrasing(nodes: readonly PhrasingContent[], line: Line): void {
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index]!
    if (node.type === 'html') index = readTag(nodes, index, line)
    else readSpan(node, line)
  }
}

function readSpan(node: PhrasingContent, line: Line): void {
  const { text, prose, quoteDepth } = line
  const { start, end } = rangeOf(node)
  switch (node.type) {
    case 'text':
      return prose.takeLines(start, end, quoteDepth)
    case 'break':
      return prose.takeLines(Math.max(start, text.slice(start, end).search(/[\r\n]/) + start), end, quoteDepth)
    case 'footnoteReference':
      return prose.take(start, end)
    case 'link':
    case 'linkReference':
      return readLink(node, line)
    case 'emphasis':
    case 'strong':
    case 'delete':
      return readPhrasing(node.children, line)
    case 'mdxJsxTextElement':
      return readElement(node, line, () => readPhrasing(node.children, line))
    case 'mdxTextExpression':
      return readExpression(node, line)
    case 'imageReference': {
      const at = prose.length
      prose.put(objectCharacter)
      return prose.link({ at, to: prose.length, kind: 'image', label: node.label ?? node.identifier })
    }
    default:
      return prose.put(objectCharacter)
  }
}

function readLink(node: Link | LinkReference, line: Line): void {
  const { text, prose } = line
  const { start, end } = rangeOf(node)
  const at = prose.length
  if (node.type === 'link') {
    readPhrasing(node.children, line)
    const kind = text[start] === '<' ? 'autolink' : 'inline'
    return prose.link({ at, to: prose.length, kind, url: node.url, range: { start, end } })
  }
  const last = node.children.at(-1)
  const close = text.indexOf(']', last ? rangeOf(last).end : start + 1)
  prose.take(start, start + 1)
  readPhrasing(node.children, line)
  prose.take(close, node.referenceType === 'full' ? end : close + 1)
  return prose.link({ at, to: prose.length, kind: node.referenceType, label: node.label ?? node.identifier })
}

/** Reads one inline tag; gives the index of the last node that belongs to it, which is its closing tag where its content is no prose. */
function readTag(nodes: readonly PhrasingContent[], index: number, line: Line): number {
  const { text, prose, comments, follow } = line
  const range = rangeOf(nodes[index]!)
  const tag = tagAt(text, range.start, range.end)
  if (tag?.kind === 'comment') comments.push(commentOf(text, tag))
  if (tag?.name === 'br') prose.put('\n')
  if (tag) follow(tag)
  if (!tag || !isOpaque(tag)) return index
  prose.put(objectCharacter)
  const close = nodes.findIndex(
    (node, at) => at > index && node.type === 'html' && node.value.toLowerCase().startsWith(`</${tag.name}`),
  )
  return close < 0 ? index : close
}
