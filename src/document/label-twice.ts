import type { BehindCode } from './certain-code.ts'
import { normalizeLabel } from './label.ts'

/** No label is longer. */
const longest = 1000

/** A label that two definitions may have. */
export function hasLabelTwice(text: string, behindCode: BehindCode): boolean {
  const labels = new Set<string>()
  for (let at = text.indexOf(']:'); at >= 0; at = text.indexOf(']:', at)) {
    const end = behindCode(at)
    if (end === at) {
      const label = normalizeLabel(text.slice(openedBefore(text, at) + 1, at))
      if (labels.has(label)) return true
      labels.add(label)
    }
    at = Math.max(end, at + 2)
  }
  return false
}

/** The offset of the last `[` before an offset, unless that is too far away. */
function openedBefore(text: string, at: number): number {
  let index = at - 1
  while (index >= 0 && index > at - longest && text.charCodeAt(index) !== 91) index--
  return index
}
