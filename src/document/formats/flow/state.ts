import type { Range } from '../../../source.ts'
import type { OpenHtml } from './html.ts'
import type { Fence } from './fence.ts'
import { lastWord, trimmed } from './lines.ts'
import type { Leaf, NoteDraft, Skeleton } from './skeleton.ts'
import { addChild, createDocument } from './stack.ts'
import type { Container } from './stack.ts'

/** The paragraph that is open. A title right behind a definition begins where that does, the parser says. */
export interface Paragraph extends Pick<Leaf, 'item'> {
  readonly start: number
  end: number
  readonly isBehindDefinition: boolean
}

/** A segment as its lines are read: what was found, and what is open. */
export interface State {
  readonly text: string
  /** Where the segment ends. */
  readonly limit: number
  readonly skeleton: Skeleton
  readonly stack: Container[]
  paragraph: Paragraph | undefined
  /** Behind the line of the last definition. */
  definitionEnd: number
  fence: Fence | undefined
  /** The table that is open, with the item that it opens. */
  table: Pick<Leaf, 'item'> | undefined
  html: OpenHtml | undefined
  /** Whether the last line with words on it is indented code, and whether any line was. */
  isCode: boolean
  hasCode: boolean
}

/** A line with what its containers leave of it. */
export interface Line extends Range {
  at: number
  left: number
  /** How many containers it goes on with. */
  readonly count: number
  /** Whether a container begins on it. */
  opens: boolean
}

export function createState(text: string, limit: number): State {
  return {
    text,
    limit,
    skeleton: { leaves: [], notes: [], definitions: [] },
    stack: [createDocument()],
    paragraph: undefined,
    definitionEnd: -1,
    fence: undefined,
    table: undefined,
    html: undefined,
    isCode: false,
    hasCode: false,
  }
}

export function closeTo(state: State, count: number): void {
  if (state.paragraph) closeParagraph(state)
  closeContainers(state.stack, count)
}

/** Keeps so many. To set a length takes time where it is that already. */
export function closeContainers(stack: Container[], count: number): void {
  if (stack.length > count) stack.length = count
}

/** Ends the paragraph, if one is open; a line of `=` or `-` below it makes it a heading. */
export function closeParagraph(state: State, title?: { readonly end: number; readonly depth: number }): void {
  const { text, paragraph } = state
  if (!paragraph) return
  state.paragraph = undefined
  const words = trimmed(text, paragraph)
  const { start } = words
  const end = title ? trimmed(text, { start, end: title.end }).end : words.end
  addLeaf(state, {
    kind: title ? 'heading' : 'paragraph',
    start,
    end: lastWord(text, { start, end }),
    words,
    item: paragraph.item,
    depth: title?.depth,
  })
}

/** Opens a paragraph with the words of a line. */
export function openWords(state: State, start: number, end: number): void {
  state.isCode = false
  const item = addChild(state.stack)
  state.paragraph = { start, end, item, isBehindDefinition: state.definitionEnd === start }
}

/** Where something stands, and how far the notes around it reach at least. */
function placeIn(stack: readonly Container[], end: number): Pick<Leaf, 'quoteDepth' | 'note'> {
  let quoteDepth = 0
  let innermost: NoteDraft | undefined
  for (const { kind, note } of stack) {
    if (kind === 'quote') quoteDepth++
    if (!note) continue
    note.end = end
    innermost = note
  }
  return { quoteDepth, note: innermost }
}

/** Property by property: there are as many as blocks, and to spread takes many times as long. */
export function addLeaf(
  { stack, skeleton }: State,
  { kind, start, end, words, item, depth }: Omit<Leaf, 'quoteDepth' | 'note'>,
): void {
  const { quoteDepth, note } = placeIn(stack, end)
  skeleton.leaves.push({ kind, start, end, quoteDepth, note, words, item, depth })
}

export function addNoteCode({ stack, skeleton }: State, { start, end }: Range, said: string): void {
  skeleton.leaves.push({ kind: 'code', start, end, ...placeIn(stack, end), said })
}
