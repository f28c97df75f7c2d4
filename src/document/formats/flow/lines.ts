import type { Range } from '../../../source.ts'
import { isBlank } from '../containers.ts'

/** The offset behind the line that holds an offset: its end is LF, CRLF or CR. */
export function lineEnd(text: string, from: number, limit: number): number {
  for (let index = from; index < limit; index++) {
    const code = text.charCodeAt(index)
    if (code === 10 || (code === 13 && text.charCodeAt(index + 1) !== 10)) return index + 1
  }
  return limit
}

/** The offset of the first character that is no space. */
export function skipSpaces(text: string, from: number): number {
  let index = from
  while (text.charCodeAt(index) === 32) index++
  return index
}

/** Without the spaces, tabs and line ends around it. */
export function trimmed(text: string, { start, end }: Range): Range {
  let [from, to] = [start, end]
  while (to > from && isBlank(text[to - 1]!)) to--
  while (from < to && isBlank(text[from]!)) from++
  return { start: from, end: to }
}

/** Where a block ends: behind its last word, no-break spaces left out, too. */
export function lastWord(text: string, { start, end }: Range): number {
  let last = end
  while (last > start && /\s/.test(text[last - 1]!)) last--
  return last
}
