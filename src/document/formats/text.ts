import type { Block, Comment, Reading } from '../document.ts'
import type { Range, Source } from '../../source.ts'
import { createProse } from './prose.ts'

/** Plain text → one block for each stretch between blank lines. A comment of HTML on lines of its own is one here too. */
export function readText({ text }: Source): Reading {
  const blocks: Block[] = []
  const comments: Comment[] = []
  for (const { start, end } of paragraphs(text, { start: 0, end: text.length })) {
    const comment = /^\s*<!--([^]*)-->\s*$/.exec(text.slice(start, end))
    if (comment) {
      const from = text.indexOf('<!--', start)
      comments.push({ start: from, end: text.lastIndexOf('-->', end) + 3, text: comment[1]! })
      continue
    }
    blocks.push(verbatimBlock(text, { start, end }))
  }
  return { blocks, notes: [], comments, definitions: [] }
}

/** Stretches of lines between lines without a word on them, without white space at their end. */
export function* paragraphs(text: string, range: Range): Generator<Range> {
  let start = -1
  let end = range.start
  for (let from = range.start; from < range.end;) {
    const feed = text.indexOf('\n', from)
    const next = feed < 0 || feed >= range.end ? range.end : feed + 1
    const words = text.slice(from, next).trimEnd()
    if (words !== '') {
      if (start < 0) start = from
      end = from + words.length
    } else if (start >= 0) {
      yield { start, end }
      start = -1
    }
    from = next
  }
  if (start >= 0) yield { start, end }
}

/** A stretch of text as it stands, as one block. */
export function verbatimBlock(text: string, { start, end }: Range): Block {
  const prose = createProse(text)
  prose.take(start, end)
  return { kind: 'paragraph', start, end, ...prose.finish() }
}
