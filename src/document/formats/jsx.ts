/// <reference types="remark-mdx" />
import type { Nodes, RootContent } from 'mdast'
import type { Comment } from '../document.ts'
import type { Range } from '../../source.ts'
import { isOpaqueName } from './html-islands.ts'
import { objectCharacter } from './prose.ts'
import type { Prose } from './prose.ts'

type Element = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>
type Expression = Extract<Nodes, { type: 'mdxTextExpression' }>

interface Line {
  readonly text: string
  readonly prose: Prose
  readonly comments: Comment[]
}

/** `<code>`, `<Math>`: what stands in it is no prose. */
const isOpaqueElement = ({ name }: Element): boolean => isOpaqueName((name ?? '').toLowerCase())

/** What stands in an element that is a block of its own, if it is prose. */
export function proseOf(node: Extract<Nodes, { type: 'mdxJsxFlowElement' }>): RootContent[] {
  return isOpaqueElement(node) ? [] : node.children
}

/** An element of JSX inside a sentence. */
export function readElement(node: Element, { prose }: Line, readChildren: () => void): void {
  const range = { start: node.position!.start.offset!, end: node.position!.end.offset! }
  if (node.name === 'br') return prose.takeAs('\n', range.start, range.end)
  if (node.children.length === 0 || isOpaqueElement(node)) return prose.put(objectCharacter)
  const at = prose.length
  readChildren()
  const url = hrefOf(node)
  if (node.name === 'sup') prose.link({ at, to: prose.length, kind: 'superscript', range })
  else if (url !== undefined) prose.link({ at, to: prose.length, kind: 'anchor', url, range })
}

function hrefOf({ attributes }: Element): string | undefined {
  for (const attribute of attributes) {
    if (attribute.type === 'mdxJsxAttribute' && attribute.name === 'href' && typeof attribute.value === 'string') {
      return attribute.value
    }
  }
  return undefined
}

/** An expression of JSX inside a sentence: a comment, a space (`{' '}`), or anything. */
export function readExpression(node: Expression, { text, prose, comments }: Line): void {
  const range = { start: node.position!.start.offset!, end: node.position!.end.offset! }
  const own = commentsOf(text, range)
  const space = /^\s*(['"`])(\s+)\1\s*$/.exec(node.value)?.[2]
  if (own.length > 0) comments.push(...own)
  else if (space === undefined) prose.put(objectCharacter)
  else prose.takeAs(space, range.start, range.end)
}

/** The comment that an expression consists of, if it does: that of JSX, or one of HTML that was let through in its place. */
export function commentsOf(text: string, { start, end }: Range): Comment[] {
  const match = /^\{\s*\/\*([^]*)\*\/\s*\}$|^<!--([^]*)-->$/.exec(text.slice(start, end))
  if (!match || match[1]?.includes('*/')) return []
  return [{ start, end, text: match[1] ?? match[2]! }]
}
