import { closesFence, fenceAt, hidesFence, isBlank } from './fence.ts'
import type { Fence } from './fence.ts'
import { holdsUnended, staysOpen } from './raw-html.ts'

/** Reads the lines from one offset to another; `false` where they leave something in doubt. */
export type ReadLines = (start: number, end: number) => boolean

interface Page {
  readonly text: string
  readonly read: ReadLines
  readonly mayBeFenced: boolean
  readonly mayStayOpen: boolean
  /** Where the next footnote begins that no line has come to; -1 behind the last one. */
  sign: number
  fence: Fence | undefined
  /** Where the lines begin that no blank one has ended; -1 behind a blank one. */
  start: number
  /** Whether a footnote begins in them, and whether one of them begins with a tag. */
  isSigned: boolean
  holdsTag: boolean
}

/**
 * Has all lines of Markdown read that stand between blank ones and hold the beginning of a footnote, code between fences left
 * out. `false` where it is not certain what is code and what is raw HTML.
 */
export function readBetweenBlanks(text: string, from: number, read: ReadLines): boolean {
  const page: Page = {
    text,
    read,
    mayBeFenced: text.includes('```') || text.includes('~~~'),
    mayStayOpen: holdsUnended(text),
    sign: text.indexOf('[^', from),
    fence: undefined,
    start: -1,
    isSigned: false,
    holdsTag: false,
  }
  let at = from
  while (at < text.length && (page.sign >= 0 || page.isSigned)) {
    const feed = text.indexOf('\n', at)
    const next = feed < 0 ? text.length : feed + 1
    if (!takeLine(page, at, next)) return false
    at = next
  }
  return finish(page, at)
}

function takeLine(page: Page, at: number, next: number): boolean {
  const { text } = page
  const holdsSign = passSign(page, next)
  let first = at
  while (text.charCodeAt(first) === 32) first++
  if (page.fence) return takeCode(page, at, { first, next, holdsSign })
  if (isBlank(text, first, next)) return finish(page, at)
  if (page.mayBeFenced) {
    page.fence = fenceAt(text, first, next, first - at)
    if (page.fence) return !holdsSign && !page.holdsTag && finish(page, at)
    if (hidesFence(text, first, next)) return false
  }
  if (text.charCodeAt(first) === 60) page.holdsTag = true
  if (page.mayStayOpen && staysOpen(text, at, next)) return false
  if (page.start < 0) page.start = at
  if (holdsSign) page.isSigned = true
  return true
}

/** Whether a footnote begins on the line before an offset. */
function passSign(page: Page, next: number): boolean {
  if (page.sign < 0 || page.sign >= next) return false
  page.sign = page.text.indexOf('[^', next)
  return true
}

/** A fence that is indented may belong to an item, which ends where a line is indented less. */
function takeCode(
  page: Page,
  at: number,
  { first, next, holdsSign }: { readonly first: number; readonly next: number; readonly holdsSign: boolean },
): boolean {
  const { text } = page
  const fence = page.fence!
  if (holdsSign && fence.indentation > 0) return false
  if (!closesFence(text, first, next, fence)) return first - at >= fence.indentation || isBlank(text, first, next)
  page.fence = undefined
  return first - at === fence.indentation
}

function finish(page: Page, end: number): boolean {
  const isSound = !page.isSigned || (!page.holdsTag && page.read(page.start, end))
  page.start = -1
  page.isSigned = false
  page.holdsTag = false
  return isSound
}
