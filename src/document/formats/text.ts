import type { Block, Comment, Reading } from '../document.ts'
import type { Range, Source } from '../../source.ts'
import { createProse } from './prose.ts'

/** Plain text → one block for each stretch between blank lines. A comment of HTML on lines of its own is one here too. */
export function readText({ text, lineStarts }: Source): Reading {
  const blocks: Block[] = []
  const comments: Comment[] = []
  for (const { start, end } of paragraphs(text, lineStarts)) {
    const comment = /^\s*<!--([^]*)-->\s*$/.exec(text.slice(start, end))
    if (comment) {
      const from = text.indexOf('<!--', start)
      comments.push({ start: from, end: text.lastIndexOf('-->', end) + 3, text: comment[1]! })
      continue
    }
    const prose = createProse(text)
    prose.take(start, end)
    blocks.push({ kind: 'paragraph', start, end, ...prose.finish() })
  }
  return { blocks, notes: [], comments, definitions: [] }
}

/** Stretches of lines between lines without a word on them. */
function* paragraphs(text: string, lineStarts: readonly number[]): Generator<Range> {
  let start = -1
  let end = 0
  for (const [index, from] of lineStarts.entries()) {
    const line = text.slice(from, lineStarts[index + 1] ?? text.length)
    const words = line.trimEnd()
    if (words !== '') {
      if (start < 0) start = from
      end = from + words.length
    } else if (start >= 0) {
      yield { start, end }
      start = -1
    }
  }
  if (start >= 0) yield { start, end }
}
