import type { BehindCode } from './certain-code.ts'
import { normalizeLabel } from './label.ts'

/** No label is longer. */
const longest = 1000

/** A label that two definitions may have; `isOther` tells those that do not count by what is in their brackets. */
export function hasLabelTwice(
  text: string,
  behindCode: BehindCode,
  isOther: (label: string) => boolean = () => false,
): boolean {
  const labels = new Set<string>()
  for (let at = text.indexOf(']:'); at >= 0; at = text.indexOf(']:', at)) {
    const end = behindCode(at)
    if (end === at) {
      const open = openedBefore(text, at)
      const label = text.slice(open + 1, at)
      const key = isOther(label) || !opensLine(text, open) ? undefined : normalizeLabel(label)
      if (key !== undefined && labels.has(key)) return true
      if (key !== undefined) labels.add(key)
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

/** Whether nothing stands before an offset on its line but marks of containers, so that a definition may begin there. */
export function opensLine(text: string, at: number): boolean {
  let start = at
  while (start > 0 && at - start < longest && !isLineEnd(text.charCodeAt(start - 1))) start--
  return containers.test(text.slice(start, at))
}

const containers = /^(?:[ \t>*+\-\d.)]|\[\^[^\]]*\]:)*$/

const isLineEnd = (code: number): boolean => code === 10 || code === 13
