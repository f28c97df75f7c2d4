import type { Range } from '../../source.ts'
import type { Block } from '../document.ts'
import { isDigit, isEscaped, isWhite } from '../characters.ts'
import { countBefore } from '../nearby.ts'

/** Stretches of a text that are formulas, by its offsets: sorted, and apart from each other. */
export function mathStretches(text: string): readonly Range[] {
  const stretches = [...betweenDollars(text), ...betweenParentheses(text)]
  return stretches.sort((one, other) => one.start - other.start).reduce(joined, [])
}

/** By Pandoc's rule (manual, "Math"): the opening dollar has a character right behind it, the closing one right before it and no digit behind. */
function* betweenDollars(text: string): Generator<Range> {
  let open = -1
  for (let at = text.indexOf('$'); at >= 0; at = text.indexOf('$', at + 1)) {
    if (isEscaped(text, at)) continue
    if (open >= 0 && !isWhite(text[at - 1]) && !isDigit(text[at + 1])) {
      yield { start: open, end: at + 1 }
      open = -1
    } else open = isWhite(text[at + 1] ?? ' ') ? -1 : at
  }
}

/** `\(a[1]\)`. */
function* betweenParentheses(text: string): Generator<Range> {
  for (let start = text.indexOf('\\('); start >= 0;) {
    const close = text.indexOf('\\)', start + 2)
    if (close < 0) return
    yield { start, end: close + 2 }
    start = text.indexOf('\\(', close + 2)
  }
}

function joined(before: Range[], stretch: Range): Range[] {
  const last = before.at(-1)
  if (last && stretch.start < last.end)
    before[before.length - 1] = { start: last.start, end: Math.max(last.end, stretch.end) }
  else before.push(stretch)
  return before
}

const short = 500

const mayHoldFormula = (text: string) => text.includes('$') || text.includes('\\(')

const known = new WeakMap<Block, readonly Range[]>()

/** Whether a place in a block's text stands in a formula. The formulas of a block are looked for once. */
export function isInFormula(block: Block, at: number): boolean {
  // To look is faster than to know where nearly nothing is to be found.
  if (block.text.length < short && !mayHoldFormula(block.text)) return false
  let stretches = known.get(block)
  if (!stretches) known.set(block, (stretches = mathStretches(block.text)))
  const stretch = stretches[countBefore(stretches, at) - 1]
  return stretch !== undefined && at < stretch.end
}
