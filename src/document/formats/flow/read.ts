import type { Block, Comment, Reading } from '../../document.ts'
import { readHtml } from '../html-islands.ts'
import { quotation } from '../prose.ts'
import { readSpans } from '../spans/read.ts'
import type { KnownLabels } from '../spans/spans.ts'
import { itemOf } from './skeleton.ts'
import type { Leaf, Skeleton } from './skeleton.ts'

/** Reads the words of a segment whose structure is known; `undefined` where the parser has to look. */
export function readSkeleton(text: string, skeleton: Skeleton, labels: KnownLabels): Reading | undefined {
  const { leaves, notes, definitions } = skeleton
  const blocks: Block[] = []
  const comments: Comment[] = []
  for (const note of notes) note.text = ''
  for (const leaf of leaves) {
    if (leaf.kind === 'html') {
      const html = readHtml(text, leaf, { quoteDepth: 0 })
      for (const block of html.blocks) blocks.push(block)
      for (const comment of html.comments) comments.push(comment)
      continue
    }
    const block = readLeaf(text, leaf, labels, comments)
    if (!block) return undefined
    if (leaf.note && isIntricate(text.slice(leaf.words.start, leaf.words.end), block)) return undefined
    if (leaf.note) leaf.note.text += block.text
    blocks.push(block)
  }
  for (const note of notes) note.text = note.text.trim()
  return { blocks, notes, definitions, comments }
}

function readLeaf(text: string, leaf: Leaf, labels: KnownLabels, comments: Comment[]): Block | undefined {
  const { kind, start, end, depth, words, quoteDepth, note, item } = leaf
  const spans = readSpans(text, words, { quoteDepth, labels, comments })
  if (!spans) return undefined
  return {
    kind,
    start,
    end,
    ...spans,
    ...quotation(quoteDepth, spans.text),
    ...(depth !== undefined && { depth }),
    ...(note && { note }),
    ...(item && { item: itemOf(item) }),
  }
}

/** Whether the words of a note, as the parser gives them without its markup, are others than those of the block. */
function isIntricate(words: string, { links }: Block): boolean {
  return /[`<\\&]|\[\^|!\[|[ \t][\r\n]/.test(words) || links.some(({ label }) => label !== undefined)
}
