import { closesFence, fenceAt, hidesFence, isBlank } from './fence.ts'
import type { Fence } from './fence.ts'
import { holdsUnended, staysOpen } from './raw-html.ts'

/** What somebody does who walks along the lines of a text; whoever gives `false` goes no farther. */
export interface Walker {
  /** Comes to lines between blank ones; whether one of them begins with a tag. */
  readonly words: (start: number, end: number, holdsTag: boolean) => boolean
  /** Comes to code, its fences included; whether they are indented, so that they may be those of an item. */
  readonly code: (start: number, end: number, isIndented: boolean) => boolean
}

interface Walk extends Walker {
  readonly text: string
  readonly mayStayOpen: boolean
  /** Where three of them stand next, no farther back than the line; `Infinity` behind the last ones. */
  ticks: number
  tildes: number
  fence: Fence | undefined
  fenceStart: number
  /** Where the lines begin that no blank one has ended; -1 behind a blank one. */
  start: number
  holdsTag: boolean
}

/**
 * Walks along the lines of a text in Markdown, from one to the next, as long as it is certain what is code between fences:
 * `false` where other things may be, in quotations and items, raw HTML that blank lines do not end, formulas.
 */
export const walkLines = (text: string, from: number, walker: Walker): boolean =>
  createWalk(text, from, walker)(text.length)

/** The same in parts: each goes on until it is certain whether what stands at an offset is code. */
export function createWalk(text: string, from: number, { words, code }: Walker): (offset: number) => boolean {
  if (text.includes('$$') || hasLoneReturn(text)) return () => false
  const walk: Walk = {
    text,
    words,
    code,
    mayStayOpen: holdsUnended(text),
    ticks: offsetOf(text, '```', from),
    tildes: offsetOf(text, '~~~', from),
    fence: undefined,
    fenceStart: from,
    start: -1,
    holdsTag: false,
  }
  let at = from
  let isCertain = true
  return (offset) => {
    while (isCertain && at < text.length && (at <= offset || walk.fence)) {
      const feed = text.indexOf('\n', at)
      const next = feed < 0 ? text.length : feed + 1
      isCertain = takeLine(walk, at, next)
      at = next
    }
    if (isCertain && at === text.length) isCertain = arrive(walk, at)
    return isCertain
  }
}

function arrive(walk: Walk, at: number): boolean {
  const { fence } = walk
  if (!fence) return finish(walk, at)
  walk.fence = undefined
  // Nothing closes it, and only the end of an item could.
  return fence.indentation === 0 && walk.code(walk.fenceStart, at, false)
}

/** A carriage return that ends a line by itself. */
const hasLoneReturn = (text: string): boolean => text.includes('\r') && /\r(?!\n)/.test(text)

function offsetOf(text: string, sign: string, from: number): number {
  const at = text.indexOf(sign, from)
  return at < 0 ? Infinity : at
}

function takeLine(walk: Walk, at: number, next: number): boolean {
  const { text } = walk
  if (walk.ticks < at) walk.ticks = offsetOf(text, '```', at)
  if (walk.tildes < at) walk.tildes = offsetOf(text, '~~~', at)
  let first = at
  while (text.charCodeAt(first) === 32) first++
  if (walk.fence) return takeCode(walk, walk.fence, { at, first, next })
  if (isBlank(text, first, next)) return finish(walk, at)
  if (walk.ticks < next || walk.tildes < next) {
    walk.fence = fenceAt(text, first, next, first - at)
    if (walk.fence) {
      walk.fenceStart = at
      return !walk.holdsTag && finish(walk, at)
    }
    if (hidesFence(text, first, next)) return false
  }
  if (text.charCodeAt(first) === 60) walk.holdsTag = true
  if (walk.mayStayOpen && staysOpen(text, at, next)) return false
  if (walk.start < 0) walk.start = at
  return true
}

/** A fence that is indented may belong to an item, which ends where a line is indented less. */
function takeCode(
  walk: Walk,
  fence: Fence,
  { at, first, next }: { readonly at: number; readonly first: number; readonly next: number },
): boolean {
  const { text } = walk
  if (!closesFence(text, first, next, fence)) return first - at >= fence.indentation || isBlank(text, first, next)
  walk.fence = undefined
  return first - at === fence.indentation && walk.code(walk.fenceStart, next, fence.indentation > 0)
}

function finish(walk: Walk, end: number): boolean {
  const { start, holdsTag } = walk
  walk.start = -1
  walk.holdsTag = false
  return start < 0 || walk.words(start, end, holdsTag)
}
