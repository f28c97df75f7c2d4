import { frontMatterLength } from '../formats/front-matter.ts'
import { closesFence, fenceAt, hidesFence, isBlank } from './fence.ts'
import type { Fence } from './fence.ts'
import { lineOf, paragraphStart } from './paragraph.ts'
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

interface Walk {
  readonly text: string
  readonly found: Code[]
  /** Where three of them stand next, and where HTML may stay open, no farther back than the line; the length of the text behind the last ones. */
  ticks: number
  tildes: number
  unended: number
  fence: Fence | undefined
  fenceStart: number
  /** Whether a line was seen that no blank one has ended, and one of them begins with a tag. */
  isOpen: boolean
  holdsTag: boolean
}

/** Whoever looks at a text more than once comes to the same code. */
let last: { readonly text: string; readonly walk: CodeWalk } | undefined

/** The code of a text in Markdown between fences, behind its front matter. */
export function walkOf(text: string): CodeWalk {
  if (last?.text !== text) last = { text, walk: createWalk(text, frontMatterLength(text)) }
  return last.walk
}

/**
 * Walks along the lines of a text in Markdown, as long as it is certain what is code between fences: other things may be where
 * fences stand in quotations and items, where blank lines do not end raw HTML, and beside formulas. Lines that tell nothing of it are
 * left out.
 */
function createWalk(text: string, from: number): CodeWalk {
  const found: Code[] = []
  if (text.includes('$$') || hasLoneReturn(text)) return { found, goBeyond: () => false }
  const walk: Walk = {
    text,
    found,
    ticks: -1,
    tildes: -1,
    unended: -1,
    fence: undefined,
    fenceStart: from,
    isOpen: false,
    holdsTag: false,
  }
  let at = from
  let isCertain = true
  const goBeyond = (offset: number) => {
    while (isCertain && at < text.length && (at <= offset || walk.fence)) {
      lookAhead(walk, at)
      if (!walk.isOpen) at = nextLine(walk, at)
      if (at === text.length) break
      const feed = text.indexOf('\n', at)
      const next = feed < 0 ? text.length : feed + 1
      isCertain = takeLine(walk, at, next)
      at = next
    }
    if (isCertain && at === text.length) isCertain = arrive(walk, at)
    return isCertain
  }
  return { found, goBeyond }
}

function lookAhead(walk: Walk, at: number): void {
  const { text } = walk
  if (walk.ticks < at) walk.ticks = offsetOf(text, '```', at)
  if (walk.tildes < at) walk.tildes = offsetOf(text, '~~~', at)
  if (walk.unended < at) walk.unended = nextUnended(text, at)
}

/** The next line that may tell something: one that may close a fence, or the first of those that go together with one that may open it. */
function nextLine({ text, fence, ticks, tildes, unended }: Walk, at: number): number {
  if (!fence) {
    const place = Math.min(ticks, tildes, unended)
    return place < text.length ? paragraphStart(text, place, at) : place
  }
  if (fence.indentation > 0) return at
  const place = fence.sign === 96 ? ticks : tildes
  return place < text.length ? lineOf(text, place, at) : place
}

function arrive(walk: Walk, at: number): boolean {
  const { fence } = walk
  if (!fence) return true
  walk.fence = undefined
  // Nothing closes it, and only the end of an item could.
  if (fence.indentation > 0) return false
  walk.found.push({ start: walk.fenceStart, end: at, isIndented: false })
  return true
}

/** A carriage return that ends a line by itself. */
const hasLoneReturn = (text: string): boolean => text.includes('\r') && /\r(?!\n)/.test(text)

function offsetOf(text: string, sign: string, from: number): number {
  const at = text.indexOf(sign, from)
  return at < 0 ? text.length : at
}

function takeLine(walk: Walk, at: number, next: number): boolean {
  const { text } = walk
  let first = at
  while (text.charCodeAt(first) === 32) first++
  if (walk.fence) return takeCode(walk, walk.fence, { at, first, next })
  if (isBlank(text, first, next)) {
    walk.isOpen = false
    walk.holdsTag = false
    return true
  }
  if (walk.ticks < next || walk.tildes < next) {
    walk.fence = fenceAt(text, first, next, first - at)
    if (walk.fence) {
      walk.fenceStart = at
      walk.isOpen = false
      return !walk.holdsTag
    }
    if (hidesFence(text, first, next)) return false
  }
  if (text.charCodeAt(first) === 60) walk.holdsTag = true
  walk.isOpen = true
  return !(walk.unended < next && staysOpen(text, at, next))
}

/** A fence that is indented may belong to an item, which ends where a line is indented less. */
function takeCode(
  walk: Walk,
  fence: Fence,
  { at, first, next }: { readonly at: number; readonly first: number; readonly next: number },
): boolean {
  const { text, found, fenceStart } = walk
  if (!closesFence(text, first, next, fence)) return first - at >= fence.indentation || isBlank(text, first, next)
  walk.fence = undefined
  if (first - at !== fence.indentation) return false
  found.push({ start: fenceStart, end: next, isIndented: fence.indentation > 0 })
  return true
}
