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
  const openedBefore = createOpened(text)
  let at = text.indexOf(']:')
  while (at >= 0) {
    const open = openedBefore(at)
    const end = open < 0 || isOther(open + 1) ? at + 2 : behindCode(at)
    if (end === at) {
      const label = opensLine(text, open) ? normalizeLabel(text.slice(open + 1, at)) : undefined
      if (label !== undefined && labels.has(label)) return true
      if (label !== undefined) labels.add(label)
    }
    at = text.indexOf(']:', Math.max(end, at + 2))
  }
  return false
}

/** Tells of offsets, in their order, where the last `[` stands before them; -1 where none is near enough. */
export function createOpened(text: string): (at: number) => number {
  let open = -1
  let next = text.indexOf('[')
  return (at) => {
    while (next >= 0 && next < at) {
      open = next
      next = text.indexOf('[', next + 1)
    }
    return at - open > longest ? -1 : open
  }
}

/** Whether nothing stands before an offset on its line but marks of containers, so that a definition may begin there. */
export function opensLine(text: string, at: number): boolean {
  let start = at
  while (start > 0 && at - start < longest && !isLineEnd(text.charCodeAt(start - 1))) start--
  return containers.test(text.slice(start, at))
}

const containers = /^(?:[ \t>]|[*+-][ \t]|\d{1,9}[.)][ \t]|\[\^[^\]]*\]:)*$/

const isLineEnd = (code: number): boolean => code === 10 || code === 13
