import type { Range } from '../source.ts'
import { frontMatterLength } from './formats/front-matter.ts'

/** Gives the offset behind the code in which something stands; its own where it stands in none. */
export type BehindCode = (at: number) => number

const none: readonly Range[] = []

/**
 * What stands between fences in Markdown, fences included, as far as it is certainly code. Fences count that stand at the
 * very start of a line, and, where there is raw HTML, below a blank one. Nothing is certain where a fence may be something
 * else: where there are other fences, formulas, comments, raw HTML that blank lines do not end, fences that are indented,
 * lines that end with a carriage return.
 *
 * Each look goes from one rare sign to the next: texts are long, and to go through them character by character takes many
 * times as long.
 */
export function certainCode(text: string): readonly Range[] {
  if (!text.includes('```') || text.includes('~~~') || text.includes('$$') || hasReturn(text)) return none
  const html = htmlIn(text)
  if (html === 'unended' || hasIndentedFence(text)) return none
  const found: Range[] = []
  let end = frontMatterLength(text)
  for (let open = fenceAt(text, end); open >= 0; open = fenceAt(text, Math.max(end, open + 1))) {
    if (html === 'ended' && !/(?:^|\n[ \t]*\r?\n)$/.test(text.slice(Math.max(0, open - 80), open))) return none
    end = closeOf(text, open)
    found.push({ start: open, end })
  }
  return found
}

/** A carriage return that ends a line by itself. */
const hasReturn = (text: string): boolean => text.includes('\r') && /\r(?!\n)/.test(text)

const unended = /[!?]|(?:pre|script|style|textarea)\b/iy

/** Whether raw HTML may begin, and whether blank lines end it wherever it does (CommonMark 0.31 §4.6). */
function htmlIn(text: string): 'none' | 'ended' | 'unended' {
  let html: 'none' | 'ended' = 'none'
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    unended.lastIndex = at + 1
    if (unended.test(text)) return 'unended'
    if (html === 'none' && isLineStart(text, spacesBefore(text, at))) html = 'ended'
  }
  return html
}

function hasIndentedFence(text: string): boolean {
  for (let at = text.indexOf('```'); at >= 0; at = text.indexOf('```', runEnd(text, at))) {
    const indent = spacesBefore(text, at)
    if (indent < at && isLineStart(text, indent)) return true
  }
  return false
}

/** The offset of the first of up to three spaces before an offset. */
function spacesBefore(text: string, at: number): number {
  let start = at
  while (start > at - 3 && text.charCodeAt(start - 1) === 32) start--
  return start
}

function isLineStart(text: string, at: number): boolean {
  if (at === 0) return true
  const code = text.charCodeAt(at - 1)
  return code === 10 || code === 13 || code === 0x2028 || code === 0x2029
}

/** The next fence that opens code: no tick follows on its line (CommonMark 0.31 §4.5). */
function fenceAt(text: string, from: number): number {
  for (let at = text.indexOf('```', from); at >= 0; at = text.indexOf('```', runEnd(text, at))) {
    if (at > 0 && text.charCodeAt(at - 1) !== 10) continue
    const end = runEnd(text, at)
    const line = text.indexOf('\n', end)
    const tick = text.indexOf('`', end)
    if (tick < 0 || (line >= 0 && line < tick)) return at
  }
  return -1
}

/** The offset of the line end behind the fence that closes what opens here, or of the end of the text. */
function closeOf(text: string, open: number): number {
  let end = runEnd(text, open)
  const length = end - open
  for (let at = text.indexOf('```', end); at >= 0; at = text.indexOf('```', end)) {
    end = runEnd(text, at)
    if (end - at < length || text.charCodeAt(spacesBefore(text, at) - 1) !== 10) continue
    while (isBlank(text.charCodeAt(end))) end++
    if (end === text.length || text.charCodeAt(end) === 10) return end
  }
  return text.length
}

const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 13

function runEnd(text: string, at: number): number {
  let end = at
  while (text.charCodeAt(end) === 96) end++
  return end
}
