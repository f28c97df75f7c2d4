import type { Block, Comment, Link, ListItem, NoteDefinition } from '../../document.ts'
import type { Range } from '../../../source.ts'
import { createProse, objectCharacter } from '../prose.ts'
import type { Prose } from '../prose.ts'
import type { Pairs } from './arguments.ts'
import type { Token } from './tokens.ts'

/** A stretch that is read for itself: the text, a heading, a note. */
export interface Job extends Range {
  readonly kind: Pick<Block, 'kind' | 'depth'>
  readonly note?: NoteDefinition
}

interface OpenList {
  readonly ordered: boolean
  count: number
}

/** A file of LaTeX in the making. */
export interface Page {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly pairs: Pairs
  readonly blocks: Block[]
  readonly comments: Comment[]
  readonly notes: NoteDefinition[]
  /** Stretches that are still to be read. */
  readonly jobs: Job[]
}

/** One stretch while it is read. */
export interface Flow {
  readonly page: Page
  readonly job: Job
  prose: Prose
  /** Where the block that is open begins. */
  start: number
  item: ListItem | undefined
  readonly lists: OpenList[]
  /** How many tables are open. */
  tables: number
  /** What is to be done where a brace is closed. */
  readonly closers: { readonly at: number; readonly close: () => void }[]
}

export function createFlow(page: Page, job: Job): Flow {
  const { start } = job
  return { page, job, prose: createProse(page.text), start, item: undefined, lists: [], tables: 0, closers: [] }
}

/** Takes words over; white space at the beginning of a block is none of it. */
export function takeWords({ page, prose }: Flow, from: number, end: number): void {
  let at = from
  while (prose.length === 0 && at < end && /\s/.test(page.text[at]!)) at++
  prose.takeLines(at, end, 0)
}

/** Ends a block, and begins the next one at an offset. */
export function cut(flow: Flow, end: number, next: number): void {
  const { page, job, prose, item } = flow
  const { kind, depth } = job.kind
  const words = prose.finish()
  // A link around nothing is nothing.
  if (words.text !== '' && (words.links.length > 0 || /[^\s\uFFFC]/.test(words.text))) {
    const own = { ...(depth !== undefined && { depth }), ...(item && { item }), ...(job.note && { note: job.note }) }
    page.blocks.push({
      kind: flow.tables > 0 && kind === 'paragraph' ? 'cell' : kind,
      ...trimmed(page.text, flow.start, end),
      ...words,
      ...own,
    })
    flow.item = undefined
  }
  if (prose.length > 0 || words.links.length > 0) flow.prose = createProse(page.text)
  flow.start = next
}

/** Closes an entry that has a key and no words: somebody may cite it. */
export function endBibitem(flow: Flow): void {
  const { item, page } = flow
  if (item?.key === undefined) return
  const { end } = item.marker
  page.blocks.push({ kind: 'paragraph', start: end, end, text: '', runs: [], links: [], item })
  flow.item = undefined
}

function trimmed(text: string, from: number, to: number): Range {
  const words = text.slice(from, to)
  const start = from + words.length - words.trimStart().length
  return { start, end: Math.max(start, from + words.trimEnd().length) }
}

/** Something that means another text. */
export function put({ prose }: Flow, text: string, start: number, end: number): void {
  prose.takeAs(text, start, end)
}

/** A mark of LaTeX's own: one character, and a link that says what it is. */
export function putMark({ prose }: Flow, range: Range, link: Pick<Link, 'kind' | 'keys' | 'words'>): void {
  const at = prose.length
  prose.takeAs(objectCharacter, range.start, range.end)
  prose.link({ at, to: prose.length, range, ...link })
}
