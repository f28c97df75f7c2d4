import type { Block, Candidate } from '../document.ts'
import { isEscaped } from '../characters.ts'
import { sourceRange } from '../formats/prose.ts'

/** A note that goes on for longer has lost its bracket. */
const longest = 4000

/** Candidates `^[a note in place]` (Pandoc, markdown-it-footnote); the brackets inside are balanced. */
export function* findInlineNotes(block: Block, source: string): Generator<Candidate> {
  const { text } = block
  for (let at = text.indexOf('^['); at >= 0; at = text.indexOf('^[', at + 2)) {
    const close = closingBracket(text, at + 1)
    if (close === undefined || isEscaped(text, at) || text[at - 1] === '[') continue
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

function closingBracket(text: string, open: number): number | undefined {
  let depth = 0
  for (let index = open; index < Math.min(text.length, open + longest); index++) {
    const character = text[index]
    if (character === '\\') index++
    else if (character === '[') depth++
    else if (character === ']' && --depth === 0) return index
  }
  return undefined
}
