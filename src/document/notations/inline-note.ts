import type { Block, Candidate } from '../document.ts'
import { isEscaped } from '../characters.ts'
import { sourceRange } from '../formats/prose.ts'
import type { Range } from '../../source.ts'
import { createCandidate } from './create.ts'
import type { Stretch } from './create.ts'

/** A note that goes on for longer has lost its bracket. */
const longest = 4000

/** Candidates `^[a note in place]` (Pandoc, markdown-it-footnote), whose brackets are balanced, `\footnote{…}` and `[fn:: …]`. */
export function findInlineNotes(block: Block, source: string): Candidate[] {
  const found = block.links.length > 0 ? findNoteLinks(block, source) : []
  const { text } = block
  if (!text.includes('^[')) return found
  const closing = closingBrackets(text)
  for (let at = text.indexOf('^['); at >= 0; at = text.indexOf('^[', at + 2)) {
    const close = closing.get(at + 1)
    if (close === undefined || close - at > longest || isEscaped(text, at) || text[at - 1] === '[') continue
    found.push(candidate(source, { block, at, to: close + 1 }, sourceRange(block, at + 2, close)))
  }
  return found
}

/** Notes in the way of a format of their own. */
function findNoteLinks(block: Block, source: string): Candidate[] {
  const found: Candidate[] = []
  for (const { kind, at, to, words, range } of block.links) {
    if (kind === 'inline-note' && words) found.push(candidate(source, { block, at, to, range }, words))
  }
  return found
}

function candidate(source: string, stretch: Stretch, { start, end }: Range): Candidate {
  const range = stretch.range ?? sourceRange(stretch.block, stretch.at, stretch.to)
  // Notes in place have no label; where they stand is what sets them apart.
  const label = String(range.start)
  const members = [{ start, end, text: source.slice(start, end), label, number: undefined, through: undefined }]
  return createCandidate(source, { ...stretch, range }, { notation: 'inline-note', family: 'inline note', members })
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
