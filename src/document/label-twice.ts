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
      const label = opensLine(text, start - 1) ? normalizeLabel(text.slice(start, at)) : undefined
      if (label !== undefined && labels.has(label)) return true
      if (label !== undefined) labels.add(label)
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

/** Whether nothing stands before an offset on its line but marks of containers, so that a definition may begin there. */
export function opensLine(text: string, at: number): boolean {
  let start = at
  while (start > 0 && at - start < longest && !isLineEnd(text.charCodeAt(start - 1))) start--
  return containers.test(text.slice(start, at))
}

const containers = /^(?:[ \t>]|[*+-][ \t]|\d{1,9}[.)][ \t]|\[\^[^\]]*\]:)*$/

const isLineEnd = (code: number): boolean => code === 10 || code === 13
