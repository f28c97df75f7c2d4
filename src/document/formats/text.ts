import type { Block, Comment, Reading } from '../document.ts'
import type { Range, Source } from '../../source.ts'
import { createProse } from './prose.ts'

/** Plain text → one block for each stretch between blank lines. A comment of HTML is one here too, so that directives work. */
export function readText({ text }: Source): Reading {
  const blocks: Block[] = []
  const comments: Comment[] = []
  for (const paragraph of paragraphs(text, { start: 0, end: text.length })) {
    const own = commentsIn(text, paragraph)
    for (const comment of own) comments.push(comment)
    const prose = createProse(text)
    let from = paragraph.start
    for (const comment of own) {
      prose.take(from, comment.start)
      from = comment.end
    }
    prose.take(from, paragraph.end)
    const block = { kind: 'paragraph' as const, ...paragraph, ...prose.finish() }
    if (block.text.trim() !== '') blocks.push(block)
  }
  return { blocks, notes: [], comments, definitions: [] }
}

function commentsIn(text: string, { start, end }: Range): Comment[] {
  const words = text.slice(start, end)
  const comments: Comment[] = []
  for (let at = words.indexOf('<!--'); at >= 0;) {
    const close = words.indexOf('-->', at + 4)
    if (close < 0) break
    comments.push({ start: start + at, end: start + close + 3, text: words.slice(at + 4, close) })
    at = words.indexOf('<!--', close)
  }
  return comments
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
