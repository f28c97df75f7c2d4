import type { Block, Comment, ListItem, NoteDefinition, Reading } from '../../document.ts'
import { readHtml } from '../html-islands.ts'
import { isQuotation } from '../prose.ts'
import { readSpans, wordsOf } from '../spans/read.ts'
import type { Words } from '../spans/read.ts'
import { saidIn } from '../spans/said.ts'
import type { KnownLabels } from '../spans/spans.ts'
import type { Range } from '../../../source.ts'
import { PlainBlock } from './plain.ts'
import { itemOf } from './skeleton.ts'
import type { Leaf, Skeleton } from './skeleton.ts'

/** What a segment is read with. */
export interface Means {
  readonly labels: KnownLabels
  /** Whether a stretch of the text holds anything but words, emphasis and code. Asked in the order of the text. */
  readonly holdsSign: (range: Range) => boolean
  /** The segment as the parser has it. */
  readonly parsed: () => Reading
}

/** Reads the words of a segment whose structure is known; `undefined` where the parser has to look. */
export function readSkeleton(
  text: string,
  skeleton: Skeleton,
  { labels, holdsSign, parsed }: Means,
): Reading | undefined {
  const { leaves, notes, definitions } = skeleton
  const blocks: Block[] = []
  const signed: Block[] = []
  const comments: Comment[] = []
  for (const note of notes) note.text = ''
  for (const leaf of leaves) {
    if (leaf.kind === 'code') leaf.note!.text += leaf.said
    else if (leaf.kind === 'html') {
      const html = readHtml(text, leaf, placeOf(leaf))
      for (const block of html.blocks) signed.push(block)
      for (const block of html.blocks) blocks.push(block)
      for (const comment of html.comments) comments.push(comment)
    } else if (isLazy(leaf) && !holdsSign(leaf.words)) blocks.push(new PlainBlock(text, leaf, parsed))
    else {
      const block = readBlock(text, leaf, { labels, comments })
      if (!block) return undefined
      signed.push(block)
      blocks.push(block)
    }
  }
  for (const note of notes) note.text = note.text.trim()
  return { blocks, signed, notes, definitions, comments }
}

const placeOf = ({ quoteDepth, item }: Leaf) => ({ quoteDepth, ...(item && { item: itemOf(item) }) })

interface Around {
  readonly labels: KnownLabels
  /** Comments in the block are added to them. */
  readonly comments: Comment[]
}

function readBlock(text: string, leaf: Leaf, { labels, comments }: Around): Block | undefined {
  const { note, quoteDepth } = leaf
  const spans = readSpans(text, leaf.words, { quoteDepth, labels })
  const said = spans && note ? saidIn(spans) : ''
  if (!spans || said === undefined) return undefined
  if (note) note.text += said
  return new WordBlock(leaf, wordsOf(spans, comments))
}

/** A cell may be empty, and a paragraph of a note is part of its text. */
const isLazy = ({ kind, note, words }: Leaf): boolean => kind !== 'heading' && !note && words.start < words.end

/**
 * A block with words in which something may stand. There may be as many as notes: of words that stand in the source as they
 * are, it keeps where they begin.
 */
class WordBlock implements Block {
  readonly kind: Block['kind']
  readonly start: number
  readonly end: number
  readonly text: string
  readonly links: Words['links']
  // Not there at all where they do not apply, as in other blocks.
  declare readonly note?: NoteDefinition
  declare readonly quoted?: true
  declare readonly depth?: number
  declare readonly item?: ListItem
  readonly #runs: Words['runs'] | number

  constructor({ kind, start, end, depth, quoteDepth, note, item }: Leaf, { text, runs, links }: Words) {
    this.kind = kind
    this.start = start
    this.end = end
    this.text = text
    this.links = links
    this.#runs = isVerbatim(text, runs) ? runs[0]!.start : runs
    if (note) this.note = note
    if (isQuotation(quoteDepth, text)) this.quoted = true
    if (depth !== undefined) this.depth = depth
    if (item) this.item = itemOf(item)
  }

  get runs(): Words['runs'] {
    const runs = this.#runs
    return typeof runs === 'number' ? [{ at: 0, start: runs, length: this.text.length }] : runs
  }
}

const isVerbatim = (text: string, [run, ...others]: Words['runs']): boolean =>
  run !== undefined && others.length === 0 && run.at === 0 && run.width === undefined && run.length === text.length
