import type { BehindCode } from './certain-code.ts'
import { normalizeLabel } from './label.ts'

/** No label is longer. */
const longest = 1000

/** A label that two definitions may have; `isOther` tells those that do not count by where their words begin. */
export function hasLabelTwice(
  text: string,
  behindCode: BehindCode,
  isOther: (at: number) => boolean = () => false,
): boolean {
  const labels = new Set<string>()
  let at = text.indexOf(']:')
  while (at >= 0) {
    const start = openedBefore(text, at) + 1
    const end = isOther(start) ? at + 2 : behindCode(at)
    if (end === at) {
      const label = normalizeLabel(text.slice(start, at))
      if (labels.has(label)) return true
      labels.add(label)
    }
    at = text.indexOf(']:', Math.max(end, at + 2))
  }
  return false
}

/** The offset of the last `[` before an offset, unless that is too far away. */
function openedBefore(text: string, at: number): number {
  let index = at - 1
  while (index >= 0 && index > at - longest && text.charCodeAt(index) !== 91) index--
  return index
}
