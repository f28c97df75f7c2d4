import { frontMatterLength } from '../formats/front-matter.ts'
import { closesFence, fenceAt, hidesFence, isBlank } from './fence.ts'
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
  if (text.includes('$$') || hasLoneReturn(text)) return { found, goBeyond: () => false }
  const nextPlace = createSearch(text)
  const holdsTag = createTagCheck(text)
  let at = from
  let behindCode = from
  let isCertain = true

  function takeFence(fence: Fence, line: number, next: number): void {
    const end = closeOf(text, next, fence)
    const start = paragraphStart(text, line, behindCode)
    isCertain = end >= 0 && !(start < line && holdsTag(start, line))
    if (isCertain) found.push({ start: line, end, isIndented: fence.indentation > 0 })
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
      if (fence) takeFence(fence, line, next)
      else {
        isCertain = !hidesFence(text, first, next) && !staysOpen(text, line, next)
        at = next
      }
    }
    return isCertain
  }
  return { found, goBeyond }
}

/** Tells where three signs of a fence stand next, or HTML that may stay open; the length of the text behind the last ones. */
function createSearch(text: string): (from: number) => number {
  let ticks = -1
  let tildes = -1
  let unended = -1
  return (from) => {
    if (ticks < from) ticks = offsetOf(text, '```', from)
    if (tildes < from) tildes = offsetOf(text, '~~~', from)
    if (unended < from) unended = nextUnended(text, from)
    return Math.min(ticks, tildes, unended)
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

/** Where the lines between fences end, the closing one included; -1 where that is not certain. */
function closeOf(text: string, from: number, fence: Fence): number {
  if (fence.indentation > 0) return closeOfIndented(text, from, fence)
  const signs = fence.sign === 96 ? '```' : '~~~'
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
