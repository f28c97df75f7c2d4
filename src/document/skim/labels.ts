import { bytesOf, isLetter } from './bytes.ts'
import type { IsSign } from './bytes.ts'

/** Labels of definitions, as far as they can be told from each other. */
export interface Labels {
  /** Forgets those of the text before. */
  readonly clear: () => void
  /** Whether the label that ends at a bracket may be one that was there before. */
  readonly isKnown: IsSign
}

/** No label is longer. */
const longest = 1000

/** What makes no difference between labels: white space and escapes. */
const left = bytesOf(' \t\n\v\f\r\\')

export function createLabels(): Labels {
  const known = new Set<number>()
  let isAnyWide = false
  return {
    clear() {
      if (known.size > 0) known.clear()
      isAnyWide = false
    },
    isKnown(bytes, end) {
      if (isOfNote(bytes, end)) return false
      const key = keyBefore(bytes, end)
      // Whose other case is not known may be any other label.
      isAnyWide ||= key === undefined
      if (known.size > 0 && (isAnyWide || known.has(key!))) return true
      known.add(key ?? 0)
      return false
    },
  }
}

/** Whether it is the label of a footnote, whose definitions are told from each other elsewhere. */
function isOfNote(bytes: Uint8Array, end: number): boolean {
  let at = end - 1
  while (at > end - longest && bytes[at] !== 91 && bytes[at] !== 0) at--
  return bytes[at] === 91 && bytes[at + 1] === 94
}

/** A number that labels share which are one but for case, white space and escapes; `undefined` where that is not certain. */
function keyBefore(bytes: Uint8Array, end: number): number | undefined {
  let key = 0
  for (let at = end - 1; at > end - longest; at--) {
    const byte = bytes[at]!
    if (byte === 91) return key
    if (byte === 0 || byte >= 128) return undefined
    if (!left.includes(byte)) key = (Math.imul(key, 31) + (isLetter(byte) ? byte | 32 : byte)) | 0
  }
  return undefined
}
