import type { Block, Comment, Reading } from '../../document.ts'
import { readHtml } from '../html-islands.ts'
import { quotation } from '../prose.ts'
import { readSpans } from '../spans/read.ts'
import type { Words } from '../spans/read.ts'
import type { KnownLabels } from '../spans/spans.ts'
import type { Range } from '../../../source.ts'
import { plainBlock } from './plain.ts'
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
    if (leaf.kind === 'html') {
      const html = readHtml(text, leaf, { quoteDepth: leaf.quoteDepth, ...(leaf.item && { item: itemOf(leaf.item) }) })
      for (const block of html.blocks) signed.push(block)
      for (const block of html.blocks) blocks.push(block)
      for (const comment of html.comments) comments.push(comment)
      continue
    }
    if (leaf.kind === 'code') {
      leaf.note!.text += leaf.said
      continue
    }
    if (isLazy(leaf) && !holdsSign(leaf.words)) {
      blocks.push(plainBlock(text, leaf, parsed))
      continue
    }
    const words = readSpans(text, leaf.words, { quoteDepth: leaf.quoteDepth, labels, comments })
    const said = words && leaf.note ? words.said() : ''
    if (!words || said === undefined) return undefined
    if (leaf.note) leaf.note.text += said
    const block = blockOf(leaf, words)
    signed.push(block)
    blocks.push(block)
  }
  for (const note of notes) note.text = note.text.trim()
  return { blocks, signed, notes, definitions, comments }
}

/** A cell may be empty, and a paragraph of a note is part of its text. */
const isLazy = ({ kind, note, words }: Leaf): boolean => kind !== 'heading' && !note && words.start < words.end

function blockOf({ kind, start, end, depth, quoteDepth, note, item }: Leaf, { text, runs, links }: Words): Block {
  return {
    kind,
    start,
    end,
    text,
    runs,
    links,
    ...quotation(quoteDepth, text),
    ...(depth !== undefined && { depth }),
    ...(note && { note }),
    ...(item && { item: itemOf(item) }),
  }
}
