import { frontMatterLength } from '../formats/front-matter.ts'
import { closesFence, fenceAt, fences, hidesFence, isBlank } from './fence.ts'
import type { Fence } from './fence.ts'
import { createTagCheck, lineEnd, lineOf, paragraphStart } from './paragraph.ts'
import { nextUnended, staysOpen } from './raw-html.ts'

/** Code, its fences included; where they are indented, they may be those of an item. */
export interface Code {
  readonly start: number
  readonly end: number
  readonly isIndented: boolean
}

/** What is certain of the code in a text, as far as somebody has gone. */
export interface CodeWalk {
  readonly found: readonly Code[]
  /** Goes on until it is certain whether what stands at an offset is code; `false` where that is not. */
  readonly goBeyond: (offset: number) => boolean
}

/** Whoever looks at a text more than once comes to the same code. */
let last: { readonly text: string; readonly walk: CodeWalk } | undefined

/** The code of a text in Markdown between fences, behind its front matter. */
export function walkOf(text: string): CodeWalk {
  if (last?.text !== text) last = { text, walk: createWalk(text, frontMatterLength(text)) }
  return last.walk
}

/**
 * Goes from one line that may tell something of code to the next, as long as it is certain what is code between fences: other
 * things may be where fences stand in quotations and items, where blank lines do not end raw HTML, and beside formulas.
 */
function createWalk(text: string, from: number): CodeWalk {
  const found: Code[] = []
  if (hasLoneReturn(text)) return { found, goBeyond: () => false }
  const nextPlace = createSearch(text)
  const holdsTag = createTagCheck(text)
  let at = from
  let behindCode = from
  let isCertain = true

  /** Takes code up to where it ends, if that is certain, and no raw HTML may go on before it. */
  function take(line: number, end: number, isIndented: boolean): void {
    const start = paragraphStart(text, line, behindCode)
    isCertain = end >= 0 && !(start < line && holdsTag(start, line))
    if (isCertain) found.push({ start: line, end, isIndented })
    at = end
    behindCode = end
  }

  const goBeyond = (offset: number) => {
    while (isCertain && at <= offset && at < text.length) {
      const place = nextPlace(at)
      const line = lineOf(text, place, at)
      const next = lineEnd(text, place)
      const first = behindSpaces(text, line)
      const fence = fenceAt(text, first, next, first - line)
      if (fence)
        take(line, isWords(text, line, fence, behindCode) ? -1 : closeOf(text, next, fence), fence.indentation > 0)
      else if (hidesFence(text, first, next)) take(line, closeOfQuoted(text, line, next, behindCode), true)
      else if (staysOpen(text, line, next)) take(line, closeOfComment(text, line), true)
      else at = next
    }
    return isCertain
  }
  return { found, goBeyond }
}

/** Tells where signs of a fence stand next, or HTML that may stay open; the length of the text behind the last ones. */
function createSearch(text: string): (from: number) => number {
  const places = fences.map(() => -1)
  let unended = -1
  return (from) => {
    let next = text.length
    for (let index = 0; index < fences.length; index++) {
      if (places[index]! < from) places[index] = offsetOf(text, fences[index]!, from)
      if (places[index]! < next) next = places[index]!
    }
    if (unended < from) unended = nextUnended(text, from)
    return Math.min(next, unended)
  }
}

function offsetOf(text: string, sign: string, from: number): number {
  const at = text.indexOf(sign, from)
  return at < 0 ? text.length : at
}

/** A carriage return that ends a line by itself. */
const hasLoneReturn = (text: string): boolean => text.includes('\r') && /\r(?!\n)/.test(text)

function behindSpaces(text: string, from: number): number {
  let at = from
  while (text.charCodeAt(at) === 32) at++
  return at
}

/** Whether a fence may be nothing but words, indented by four and more below others that stand in no item, for all that is known behind other code. */
function isWords(text: string, line: number, { indentation }: Fence, behindCode: number): boolean {
  if (indentation < 4 || line === 0) return false
  const before = lineOf(text, line - 1, 0)
  if (isBlank(text, before, line) || interrupts.test(text.slice(before, line))) return false
  return !opensItem.test(text.slice(paragraphStart(text, before, behindCode), line))
}

/** A line that begins an item, and one that does so even below words. */
const opensItem = /^ {0,3}(?:[-*+]|\d{1,9}[.)]) +\S/
const interrupts = /^ {0,3}(?:[-*+]|1[.)]) +\S/

/** Where the lines between fences end, the closing one included; -1 where that is not certain. */
function closeOf(text: string, from: number, fence: Fence): number {
  if (fence.indentation > 0) return closeOfIndented(text, from, fence)
  const signs = fences.find((sign) => sign.charCodeAt(0) === fence.sign)!
  let next = from
  for (let place = text.indexOf(signs, from); place >= 0; place = text.indexOf(signs, next)) {
    const line = lineOf(text, place, next)
    const first = behindSpaces(text, line)
    next = lineEnd(text, place)
    if (closesFence(text, first, next, fence)) return first === line ? next : -1
  }
  return text.length
}

/** It may belong to an item, which ends where a line is indented less; where nothing closes it, only the end of an item could. */
function closeOfIndented(text: string, from: number, fence: Fence): number {
  for (let at = from, next: number; at < text.length; at = next) {
    const first = behindSpaces(text, at)
    next = lineEnd(text, at)
    if (closesFence(text, first, next, fence)) return first - at === fence.indentation ? next : -1
    if (first - at < fence.indentation && !isBlank(text, first, next)) return -1
  }
  return -1
}

/**
 * The same of a fence that begins a line of a quotation; -1 where it stands in other containers, too, or behind a tab. The quotation
 * ends with the first line without its mark.
 */
function closeOfQuoted(text: string, line: number, behind: number, behindCode: number): number {
  const opened = behindQuoteMark(text, line)
  const fence = opened < 0 ? undefined : fenceAt(text, opened, behind, 0)
  if (!fence || opensTag.test(text.slice(paragraphStart(text, line, behindCode), line))) return -1
  for (let at = behind, next: number; at < text.length; at = next) {
    const first = behindQuoteMark(text, at)
    if (first < 0) return text.charCodeAt(behindSpaces(text, at)) === 62 ? -1 : at
    next = lineEnd(text, at)
    const words = behindSpaces(text, first)
    if (text.charCodeAt(words) === 9) return -1
    if (closesFence(text, words, next, fence)) return words === first ? next : -1
  }
  return text.length
}

/** Behind the mark of a quotation at the margin, and the space that belongs to it; -1 where there is none. */
function behindQuoteMark(text: string, line: number): number {
  if (text.charCodeAt(line) !== 62) return -1
  return text.charCodeAt(line + 1) === 32 ? line + 2 : line + 1
}

/** Whether a line of a quotation begins with a tag. */
const opensTag = /^[ \t>]*</m

/** Where the last line of a comment ends that begins at the margin, if nothing stands behind it; -1 where that is not certain. */
function closeOfComment(text: string, line: number): number {
  if (!text.startsWith('<!--', line) || text.startsWith('>', line + 4) || text.startsWith('->', line + 4)) return -1
  const close = text.indexOf('-->', line + 4)
  if (close < 0 || text.slice(line, close).includes('--!>')) return -1
  const end = lineEnd(text, close)
  return isBlank(text, close + 3, end) ? end : -1
}
