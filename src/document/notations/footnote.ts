import type { Block, Candidate } from '../document.ts'
import type { Range } from '../../source.ts'
import { sourceRange } from '../formats/prose.ts'
import { createCandidate } from './create.ts'

/** GFM stops a label at white space and brackets; longer than 999 characters it is none (CommonMark 0.31 §4.7). */
const longest = 999

/** Candidates `[^label]`, defined or not. */
export function findFootnotes(block: Block, source: string): Candidate[] {
  const { text } = block
  const found: Candidate[] = []
  for (let at = text.indexOf('[^'); at >= 0; at = text.indexOf('[^', at + 2)) {
    const close = labelEnd(text, at + 2)
    if (close === undefined) continue
    const range = sourceRange(block, at, close + 1)
    const { start, end } = labelRange(block, source, { at, to: close + 1, range })
    const label = source.slice(start, end)
    const members = [{ start, end, text: label, label, number: numberOf(label), through: undefined }]
    const stretch = { block, at, to: close + 1, range }
    found.push(createCandidate(source, stretch, { notation: 'footnote', family: 'footnote', members }))
  }
  return found
}

/** `[^__init__]` is bold for Markdown where no note has the label: the signs belong to it all the same. */
function labelRange(
  block: Block,
  source: string,
  { at, to, range: { start, end } }: { readonly at: number; readonly to: number; readonly range: Range },
): Range {
  const inner = sourceRange(block, at + 2, to - 1)
  const isMarked =
    inner.start > start + 2 &&
    /^\[\^[_*~]+$/.test(source.slice(start, inner.start)) &&
    /^[_*~]+\]$/.test(source.slice(inner.end, end))
  return isMarked ? { start: start + 2, end: end - 1 } : inner
}

function labelEnd(text: string, from: number): number | undefined {
  for (let index = from; index < Math.min(text.length, from + longest + 1); index++) {
    const character = text[index]!
    if (character === ']') return index > from ? index : undefined
    if (character === '[' || character === '\uFFFC' || (!isPlain(character) && /\s/.test(character))) return undefined
    if (character === '\\') index++
  }
  return undefined
}

const isPlain = (character: string) => character > ' ' && character <= '~'

/** The number that a label is; `01` and names are none. */
export function numberOf(label: string): number | undefined {
  return /^(?:0|[1-9]\d{0,3})$/.test(label) ? Number(label) : undefined
}
