import { isDigitCode } from '../codes.ts'

/** A fence that is open: what it is made of, how long it is, and how many spaces stand before it. */
export interface Fence {
  readonly sign: number
  readonly length: number
  readonly indentation: number
}

/** What fences are made of: three ticks or more, with none behind them on the line, three tildes, two dollars with none behind them. */
export const fences = ['```', '~~~', '$$']

/** The fence that a line opens, from its first character that is no space (CommonMark 0.31 §4.5), be it that of a formula. */
export function fenceAt(text: string, first: number, next: number, indentation: number): Fence | undefined {
  const sign = text.charCodeAt(first)
  if (sign !== 96 && sign !== 126 && sign !== 36) return undefined
  const end = runEnd(text, first)
  const other = sign === 126 ? -1 : text.indexOf(text.charAt(first), end)
  const isShort = end - first < (sign === 36 ? 2 : 3)
  return isShort || (other >= 0 && other < next) ? undefined : { sign, length: end - first, indentation }
}

export function closesFence(text: string, first: number, next: number, { sign, length }: Fence): boolean {
  if (text.charCodeAt(first) !== sign) return false
  const end = runEnd(text, first)
  return end - first >= length && isBlank(text, end, next)
}

/** A fence behind the marks of a quotation or an item. */
const hidden = /^[ \t>*+\-\d.)]*(?:`{3,}[^`\r\n]*[\r\n]*$|~{3}|\${2,}[^$\r\n]*[\r\n]*$)/

export function hidesFence(text: string, first: number, next: number): boolean {
  const code = text.charCodeAt(first)
  const isMark = code === 62 || code === 45 || code === 42 || code === 43 || isDigitCode(code)
  return isMark && hidden.test(text.slice(first, next))
}

/** The end of the run of one sign that begins at an offset. */
export function runEnd(text: string, at: number): number {
  const sign = text.charCodeAt(at)
  let end = at + 1
  while (text.charCodeAt(end) === sign) end++
  return end
}

/** Whether nothing but white space is left of a line. */
export function isBlank(text: string, from: number, next: number): boolean {
  for (let at = from; at < next; at++) {
    const code = text.charCodeAt(at)
    if (code !== 10 && code !== 13 && code !== 32 && code !== 9) return false
  }
  return true
}
