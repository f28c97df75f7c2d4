import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import type { Root } from 'mdast'

/** As far as nodes of HTML are looked at here. */
export interface Node {
  readonly type: string
  readonly value?: string
  readonly tagName?: string
  readonly properties?: Readonly<Record<string, unknown>>
  readonly children?: readonly Node[]
  readonly position?: { readonly start: { readonly offset: number } }
}

/** A text as a browser would show it, without anything of footlint's. */
export interface Page {
  readonly text: string
  readonly tree: Node
  /** Paragraphs, items and the like, in order. */
  readonly blocks: readonly Node[]
}

interface Parent {
  spread?: boolean
  readonly children?: readonly Parent[]
}

/** Paragraphs of all items are paragraphs of the page: what several of them hold is told apart. */
function spreadLists() {
  return (tree: Root) => {
    walk(tree as Parent, (node) => {
      if (node.spread !== undefined) node.spread = true
      return true
    })
  }
}

const processor = unified().use(remarkParse).use(remarkGfm).use(spreadLists).use(remarkRehype)

export function pageOf(whole: string): Page {
  // A page begins behind the front matter.
  const text = whole.replace(/^\uFEFF?(?:---[^\S\r\n]*\r?\n[^]*?\n---[^\S\r\n]*(?:\r?\n|$))?/, '')
  const tree = processor.runSync(processor.parse(text)) as unknown as Node
  const blocks: Node[] = []
  walk(tree, (node) => {
    if (/^(?:p|h[1-6]|td|th|li|dd|dt)$/.test(node.tagName ?? '')) blocks.push(node)
    return true
  })
  return { text, tree, blocks }
}

export const isBlock = ({ tagName = '' }: Node) => /^(?:p|h[1-6]|td|th|li|dd|dt|ul|ol|table|blockquote)$/.test(tagName)

export const isNoteMarker = ({ properties }: Node) => properties?.['dataFootnoteRef'] !== undefined

/** `[1]` that a definition makes a link: its number is a label. */
export const isNumberLink = (node: Node) => node.tagName === 'a' && /^\^?\d{1,4}$/.test(wordsOf(node))

/** Words of a block without those of blocks inside it. */
export function ownWords(block: Node): string {
  return wordsOf(block, (node) => (node !== block && isBlock(node)) || isNumberLink(node))
}

const isBackReference = ({ properties }: Node) => properties?.['dataFootnoteBackref'] !== undefined

/**
 * Without back references. The numbers of footnotes are the renderer's: a bracket stands for each, as it does where a note has
 * lost its colon, so that a text reads alike before that is mended and afterwards.
 */
export function wordsOf(root: Node, isForeign: (node: Node) => boolean = () => false): string {
  const words: string[] = []
  walk(root, (node) => {
    if (isForeign(node) || isBackReference(node)) return false
    if (isNoteMarker(node)) {
      words.push('[^*]')
      return false
    }
    if (node.type === 'text') words.push(node.value ?? '')
    if (node.tagName !== 'code') return true
    // Nothing in it is a marker or a label.
    words.push(wordsOf({ type: 'root', children: node.children ?? [] }).replaceAll(/[[\]]/g, ''))
    return false
  })
  return words.join('')
}

export function isInside(node: Node, root: Node): boolean {
  let found = false
  walk(root, (one) => {
    found ||= one === node
    return !found
  })
  return found
}

/** Visits nodes in the order of the text, without recursion; those below a node only if the visitor says so. */
export function walk<T extends { readonly children?: readonly T[] }>(tree: T, visit: (node: T) => boolean): void {
  const open = [tree]
  for (let node = open.pop(); node; node = open.pop()) {
    if (visit(node) && node.children) open.push(...node.children.toReversed())
  }
}
