import { lineAt } from '../source.ts'
import type { ColumnUnit, Source } from '../source.ts'

/** The column (from 1) of an offset in a source. */
export type ColumnOf = (source: Source, offset: number) => number

/** So many code units lie between two places whose count is remembered. */
const step = 256

/** Columns in a unit. A document may be one line of megabytes with thousands of findings, so it is counted through once. */
export function columnCounter(unit: Exclude<ColumnUnit, 'utf16'>): ColumnOf {
  const lengthAt = unit === 'utf8' ? bytesAt : pointsAt
  const counts = new Map<Source, (offset: number) => number>()
  return (source, offset) => {
    let count = counts.get(source)
    if (!count) counts.set(source, (count = counterOf(source.text, lengthAt)))
    const inside = Math.max(0, Math.min(offset, source.text.length))
    return count(inside) - count(source.lineStarts[lineAt(source, inside) - 1]!) + 1
  }
}

type LengthAt = (text: string, index: number) => number

/** How much of the unit lies before an offset. */
function counterOf(text: string, lengthAt: LengthAt): (offset: number) => number {
  const sums = [0]
  let sum = 0
  for (let index = 0; index < text.length; index++) {
    sum += lengthAt(text, index)
    if ((index + 1) % step === 0) sums.push(sum)
  }
  return (offset) => {
    const mark = Math.floor(offset / step)
    let count = sums[mark]!
    for (let index = mark * step; index < offset; index++) count += lengthAt(text, index)
    return count
  }
}

const isLow = (code: number) => code >= 0xdc00 && code < 0xe000
const isHigh = (code: number) => code >= 0xd800 && code < 0xdc00

/** Whether the code unit is the second one of a character; the first one counts for both. */
function isSecond(text: string, index: number): boolean {
  return isLow(text.charCodeAt(index)) && index > 0 && isHigh(text.charCodeAt(index - 1))
}

function pointsAt(text: string, index: number): number {
  return isSecond(text, index) ? 0 : 1
}

/** A lone surrogate counts as the U+FFFD it is written as: three bytes. */
function bytesAt(text: string, index: number): number {
  const code = text.charCodeAt(index)
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  if (isSecond(text, index)) return 0
  return isHigh(code) && isLow(text.charCodeAt(index + 1)) ? 4 : 3
}
