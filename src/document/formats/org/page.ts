import type { Block, Comment, Key, Link, ListItem, NoteDefinition, Reading } from '../../document.ts'
import type { Range } from '../../../source.ts'
import { createProse } from '../prose.ts'
import { createLists } from './lists.ts'
import type { Lists } from './lists.ts'
import { closedBrackets, takeObjects } from './objects.ts'
import type { Stretch } from './objects.ts'

type Draft<T> = { -readonly [Name in keyof T]: T[Name] }

/** A paragraph that may go on. */
interface Open extends Draft<Range> {
  /** A line that is indented less is not part of it. */
  readonly indent: number
  readonly kind: Pick<Block, 'kind' | 'depth'>
  readonly item: ListItem | undefined
}

/** A note inside a sentence that has a name, so that others can refer to it. */
interface NamedNote extends Range {
  readonly key: Key
  readonly words: Range
}

/** A file of Org in the making. */
export interface Page {
  readonly text: string
  readonly blocks: Block[]
  readonly comments: Comment[]
  readonly notes: Draft<NoteDefinition>[]
  readonly named: NamedNote[]
  readonly lists: Lists
  open: Open | undefined
  /** The note that blocks belong to. */
  note: Draft<NoteDefinition> | undefined
  /** Blank lines before the next one. */
  blanks: number
}

export function createPage(text: string): Page {
  const lists = createLists()
  return { text, blocks: [], comments: [], notes: [], named: [], lists, open: undefined, note: undefined, blanks: 0 }
}

/** Begins a paragraph with a stretch of a line, if there is a word in it. */
export function begin(page: Page, range: Range, more: Partial<Omit<Open, keyof Range>> = {}): void {
  end(page)
  const start = range.start + /^[ \t]*/.exec(page.text.slice(range.start, range.end))![0].length
  const to = start + page.text.slice(start, range.end).trimEnd().length
  const { indent = 0, kind = { kind: 'paragraph' }, item } = more
  if (start < to) page.open = { start, end: to, indent, kind, item }
}

/** Ends the paragraph that is open. */
export function end(page: Page): void {
  const { open, note } = page
  page.open = undefined
  page.blanks = 0
  if (!open) return
  addBlock(page, open, { ...open.kind, ...(open.item && { item: open.item }), ...(note && { note }) })
  if (!note) return
  note.end = open.end
  note.text += `${note.text === '' ? '' : '\n'}${page.text.slice(open.start, open.end)}`
}

/** Makes a block of a stretch, and one of each note in it. */
function addBlock(page: Page, range: Range, more: Pick<Block, 'kind' | 'depth' | 'item' | 'note'>): void {
  const { text, blocks } = page
  const closed = closedBrackets(text, range)
  const waiting = [{ range, more }]
  for (const {
    range: { start, end: to },
    more: own,
  } of waiting) {
    const prose = createProse(text)
    const onNote: Stretch['onNote'] = (key, whole, words) => {
      if (key.label !== '') page.named.push({ ...whole, key, words })
      waiting.push({ range: words, more: { kind: 'paragraph' } })
    }
    takeObjects({ text, prose, closed, start, end: to, onNote })
    const words = prose.finish()
    if (words.links.length > 0 || /[^\s\uFFFC]/.test(words.text)) blocks.push({ start, end: to, ...words, ...own })
  }
}

/** Ends the note that is open. */
export function endNote(page: Page): void {
  end(page)
  page.note = undefined
}

export function finish(page: Page): Reading {
  end(page)
  const { text, comments } = page
  const blocks = page.blocks.sort((one, other) => one.start - other.start)
  const cited = new Set(
    blocks
      .flatMap(({ links }) => links.flatMap((link) => (link.kind === 'note' ? link.keys! : [])))
      .map((key) => key.label),
  )
  const named = page.named
    .filter(({ key }) => cited.has(key.label))
    .map(({ key, words, ...range }): NoteDefinition => {
      // Behind the bracket: at the bracket, there is a marker.
      const labelRange = { start: range.start + 1, end: key.end }
      return { ...range, label: key.label, labelRange, text: text.slice(words.start, words.end).trim() }
    })
  const isNamed = (link: Link) => link.kind === 'inline-note' && (link.keys ?? []).some((key) => cited.has(key.label))
  // A note that others refer to is one with a label, and its bracket the first reference.
  const referring = blocks.map((block) =>
    block.links.some(isNamed)
      ? { ...block, links: block.links.map((link) => (isNamed(link) ? { ...link, kind: 'note' as const } : link)) }
      : block,
  )
  const notes = [...page.notes, ...named].sort((one, other) => one.start - other.start)
  return { blocks: referring, notes, comments, definitions: [], marksKeys: true }
}
