import type { Block, Candidate } from '../document.ts'
import { isEscaped } from '../characters.ts'
import { sourceRange } from '../formats/prose.ts'
import type { Range } from '../../source.ts'

/** A note that goes on for longer has lost its bracket. */
const longest = 4000

/** Candidates `^[a note in place]` (Pandoc, markdown-it-footnote), whose brackets are balanced, `\footnote{…}` and `[fn:: …]`. */
export function* findInlineNotes(block: Block, source: string): Generator<Candidate> {
  yield* findNoteLinks(block, source)
  const { text } = block
  if (!text.includes('^[')) return
  const closing = closingBrackets(text)
  for (let at = text.indexOf('^['); at >= 0; at = text.indexOf('^[', at + 2)) {
    const close = closing.get(at + 1)
    if (close === undefined || close - at > longest || isEscaped(text, at) || text[at - 1] === '[') continue
    const words = sourceRange(block, at + 2, close)
    yield candidate({ block, at, to: close + 1 }, { range: sourceRange(block, at, close + 1), words }, source)
  }
}

/** Notes in the way of a format of their own. */
function* findNoteLinks(block: Block, source: string): Generator<Candidate> {
  for (const { kind, at, to, words, range = sourceRange(block, at, to) } of block.links) {
    if (kind === 'inline-note' && words) yield candidate({ block, at, to }, { range, words }, source)
  }
}

function candidate(
  place: Pick<Candidate, 'block' | 'at' | 'to'>,
  { range, words }: { readonly range: Range; readonly words: Range },
  source: string,
): Candidate {
  // Notes in place have no label; where they stand is what sets them apart.
  const own = { label: String(range.start), number: undefined, through: undefined }
  return {
    start: range.start,
    end: range.end,
    text: source.slice(range.start, range.end),
    notation: 'inline-note',
    family: 'inline note',
    ...place,
    members: [{ start: words.start, end: words.end, text: source.slice(words.start, words.end), ...own }],
    malformed: undefined,
    suffix: undefined,
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
