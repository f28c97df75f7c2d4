import type { Range } from '../../../source.ts'
import { behindQuoteMark, indentAt, skipColumns } from './indent.ts'
import type { Place } from './indent.ts'
import type { ItemDraft, ListDraft, NoteDraft } from './skeleton.ts'

/** A container that is open: the document itself, a quote, an item of a list, a note. */
export interface Container {
  readonly kind: 'document' | 'quote' | 'item' | 'note'
  /** How far a line has to be indented to belong to it; of items and notes. */
  readonly indent: number
  /** It is the first thing in the container around it. */
  readonly isFirst: boolean
  readonly item: ItemDraft | undefined
  readonly note: NoteDraft | undefined
  isEmpty: boolean
  /** The list that its last child is. */
  list: ListDraft | undefined
}

export const createDocument = (): Container => ({
  kind: 'document',
  indent: 0,
  isFirst: true,
  item: undefined,
  note: undefined,
  isEmpty: true,
  list: undefined,
})

type Opened = Pick<Container, 'kind' | 'indent'> & Partial<Pick<Container, 'item' | 'note'>>

/** Puts a container into the innermost one. An item goes on with the list that it belongs to. */
export function openContainer(stack: Container[], { kind, indent, item, note }: Opened): void {
  const parent = stack.at(-1)!
  const isFirst = parent.isEmpty
  parent.isEmpty = false
  parent.list = item?.list
  stack.push({ kind, indent, isFirst, item, note, isEmpty: true, list: undefined })
}

/** Takes note of something in the innermost container; gives the item that it opens, if it is the first thing in one. */
export function addChild(stack: readonly Container[]): ItemDraft | undefined {
  const innermost = stack.at(-1)!
  const isFirst = innermost.isEmpty
  innermost.isEmpty = false
  innermost.list = undefined
  if (!isFirst) return undefined
  for (let index = stack.length - 1; index > 0; index--) {
    const container = stack[index]!
    if (container.item) return container.item
    if (!container.isFirst) return undefined
  }
  return undefined
}

export const isInNote = (stack: readonly Container[]): boolean => stack.some(({ note }) => note)

/** How many containers an empty line goes on with: a quote ends there. */
export function continuedEmpty(stack: readonly Container[]): number {
  for (let index = 1; index < stack.length; index++) if (stack[index]!.kind === 'quote') return index
  return stack.length
}

/** How many containers a line goes on with, and where what stands in them begins. */
export function continued(text: string, line: Range, stack: readonly Container[]): Place & { readonly count: number } {
  if (stack.length === 1) return { count: 1, at: line.start, left: 0 }
  let place: Place = { at: line.start, left: 0 }
  for (let index = 1; index < stack.length; index++) {
    const { kind, indent } = stack[index]!
    const { word, width } = indentAt(text, line, place)
    if (kind === 'quote') {
      if (text[word] !== '>' || width > 3) return { count: index, ...place }
      place = behindQuoteMark(text, line, word)
    } else if (word < line.end && text[word] !== '\n' && text[word] !== '\r') {
      if (width < indent) return { count: index, ...place }
      place = skipColumns(text, line, place, indent)
    }
  }
  return { count: stack.length, ...place }
}
