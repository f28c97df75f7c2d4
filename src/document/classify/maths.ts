import type { Block } from '../document.ts'
import { isDigit, isEscaped, isWhite } from '../characters.ts'

/**
 * Stretches between dollars, by Pandoc's rule (manual, "Math"): the opening one has a character right behind it, the
 * closing one right before it and no digit behind; and between `\(` and `\)`.
 */
export function mathStretches(text: string): { readonly at: number; readonly to: number }[] {
  const stretches: { at: number; to: number }[] = []
  let open = -1
  for (let at = text.indexOf('$'); at >= 0; at = text.indexOf('$', at + 1)) {
    if (isEscaped(text, at)) continue
    const closes = open >= 0 && !isWhite(text[at - 1]) && !isDigit(text[at + 1])
    if (closes) {
      stretches.push({ at: open, to: at + 1 })
      open = -1
    } else open = isWhite(text[at + 1] ?? ' ') ? -1 : at
  }
  for (let at = text.indexOf('\\('); at >= 0;) {
    const close = text.indexOf('\\)', at + 2)
    if (close < 0) break
    stretches.push({ at, to: close + 2 })
    at = text.indexOf('\\(', close + 2)
  }
  return stretches
}

const known = new WeakMap<Block, ReturnType<typeof mathStretches>>()

/** Whether a place in a block's text stands in a formula. Worked out once for each block. */
export function isInFormula(block: Block, at: number): boolean {
  const { text } = block
  if (!text.includes('$') && !text.includes('\\(')) return false
  const stretches = known.get(block) ?? mathStretches(text)
  known.set(block, stretches)
  return stretches.some((maths) => maths.at < at && at < maths.to)
}
