import { isDigitCode } from '../codes.ts'

/**
 * Where the words of a line begin, behind the marks of quotations and items; -1 where so much white space stands before them
 * that they may be code.
 */
export function startOfWords(text: string, lineStart: number): number {
  let at = lineStart
  let spaces = 0
  for (;;) {
    const code = text.charCodeAt(at)
    if (code === 32) {
      at++
      if (++spaces > 3) return -1
      continue
    }
    if (code === 9) return -1
    const behind = code === 62 ? at + 1 : behindItemMark(text, at, code)
    if (behind === at) return at
    at = behind
    spaces = 0
  }
}

/** The offset behind the mark of an item, the space left out; its own where there is none. */
function behindItemMark(text: string, at: number, code: number): number {
  let end = at
  if (code === 45 || code === 42 || code === 43) end++
  else {
    while (end - at < 9 && isDigitCode(text.charCodeAt(end))) end++
    if (end === at) return at
    const close = text.charCodeAt(end)
    if (close !== 46 && close !== 41) return at
    end++
  }
  return text.charCodeAt(end) === 32 ? end : at
}
