import type { Block, Candidate } from '../document.ts'
import { isEscaped } from '../characters.ts'
import { sourceRange } from '../formats/prose.ts'

/** A note that goes on for longer has lost its bracket. */
const longest = 4000

/** Candidates `^[a note in place]` (Pandoc, markdown-it-footnote); the brackets inside are balanced. */
export function* findInlineNotes(block: Block, source: string): Generator<Candidate> {
  const { text } = block
  if (!text.includes('^[')) return
  const closing = closingBrackets(text)
  for (let at = text.indexOf('^['); at >= 0; at = text.indexOf('^[', at + 2)) {
    const close = closing.get(at + 1)
    if (close === undefined || close - at > longest || isEscaped(text, at) || text[at - 1] === '[') continue
    const range = sourceRange(block, at, close + 1)
    const inner = sourceRange(block, at + 2, close)
    // Notes in place have no label; where they stand is what sets them apart.
    const label = String(range.start)
    yield {
      ...range,
      text: source.slice(range.start, range.end),
      notation: 'inline-note',
      family: 'inline note',
      block,
      at,
      to: close + 1,
      members: [{ ...inner, text: source.slice(inner.start, inner.end), label, number: undefined, through: undefined }],
      malformed: undefined,
      suffix: undefined,
    }
  }
}

/** For each bracket behind a caret, where it is closed. One pass, however the brackets are nested. */
function closingBrackets(text: string): Map<number, number> {
  const closing = new Map<number, number>()
  const open: number[] = []
  for (let index = 0; index < text.length; index++) {
    const character = text[index]
    if (character === '\\') index++
    else if (character === '[') open.push(index)
    else if (character === ']') {
      const at = open.pop()
      if (at !== undefined && text[at - 1] === '^') closing.set(at, index)
    }
  }
  return closing
}
