import type { Range } from '../../../source.ts'
import { closeContainers, closeParagraph, closeTo, createState, openWords } from './state.ts'
import type { Line, State } from './state.ts'
import { closeHtml, endsInDoubt, goOnWithHtml } from './html.ts'
import { isLineEnd, lineEnd } from '../line-ends.ts'
import { beginsWords, isBlankCode, isBlankLine, mayCloseFence } from './lines.ts'
import { isCutOff, readFenced } from './fence.ts'
import { openContainers } from './open.ts'
import { readLeaf } from './leaf.ts'
import { readRow } from './table.ts'
import type { Skeleton } from './skeleton.ts'
import { continued, continuedEmpty } from './stack.ts'

type LineEnds = (from: number, limit: number) => number

/**
 * Finds paragraphs, headings and raw HTML in quotes, lists and notes, tables and link definitions, line by line as CommonMark
 * 0.31 has it (appendix, "Phase 1: block structure"). `undefined` where the parser has to look: items that begin with a
 * blank line, definitions over lines or with escapes, raw HTML and indented code in notes, and whatever it takes otherwise than the specification.
 */
export function findStructure(
  text: string,
  segment: Range,
  lineEndOf: LineEnds = (from, limit) => lineEnd(text, from, limit),
): Skeleton | undefined {
  return readLines(text, segment, { lineEndOf, isEnd: () => false }).structure
}

/** A segment from where nothing is open, or the offset of the first line in doubt, where that comes before any cut. */
export function readToCut(
  text: string,
  from: number,
  lineEndOf: LineEnds,
): { readonly end: number; readonly structure: Skeleton | undefined } | { readonly doubt: number } {
  const isEnd = (cut: number) => endsSegment(text, cut, cut - from)
  const { end, structure, last } = readLines(text, { start: from, end: text.length }, { lineEndOf, isEnd })
  if (structure) return { end, structure }
  if (last === from) return { doubt: end }
  return { end: last, structure: findStructure(text, { start: from, end: last }, lineEndOf) }
}

/** A parser would take its time for a longer segment. */
const longest = 1 << 15

/**
 * Whether a segment ends at a cut: at about one in sixteen, since each has its cost. The beginning of the line decides, and
 * not how far it is from the last one, so that an edit moves no other cut.
 */
function endsSegment(text: string, cut: number, length: number): boolean {
  return length > longest || (text.charCodeAt(cut) * 13 + text.charCodeAt(cut + 1) * 9) % 16 === 0
}

interface Way {
  readonly lineEndOf: LineEnds
  /** Whether to stop at a cut. */
  readonly isEnd: (cut: number) => boolean
}

/** Reads up to a cut or the end; without structure, up to a line in doubt. `last` is the last cut before. */
function readLines(
  text: string,
  { start: from, end: limit }: Range,
  { lineEndOf, isEnd }: Way,
): { readonly end: number; readonly structure: Skeleton | undefined; readonly last: number } {
  const state = createState(text, limit)
  let last = from
  let isBehindBlank = false
  for (let start = from; start < limit;) {
    if (isBehindBlank && closesAll(state, start)) {
      if (!closeAll(state)) return { end: start, structure: undefined, last }
      if (isEnd(start)) return { end: start, structure: state.skeleton, last }
      last = start
    }
    const end = lineEndOf(start, limit)
    isBehindBlank = false
    if (!readWords(state, start, end)) {
      if (!readLine(state, { start, end })) return { end: start, structure: undefined, last }
      isBehindBlank = isBlankLine(text, start, end)
    }
    start = end
  }
  return { end: limit, structure: closeAll(state) ? state.skeleton : undefined, last }
}

/** Closes what is open, so that nothing of it bears on what follows. False where the parser has to look. */
function closeAll(state: State): boolean {
  if (endsInDoubt(state) || isCutOff(state)) return false
  closeHtml(state)
  closeTo(state, 1)
  state.fence = undefined
  state.isCode = false
  state.hasCode = false
  state.definitionEnd = -1
  return true
}

const itemMarker = /[> \t]*(?:[-+*]|\d{1,9}[.)])(?=[ \t\r\n]|$)/y

/** Whether a line behind a blank one begins something new, with nothing left open. */
function closesAll({ text, stack, fence, html, isCode }: State, start: number): boolean {
  if (isBlankCode(text.charCodeAt(start))) return false
  if (stack.length === 1 && (fence || html)) return false
  // It may go on with a list; and right behind indented code the parser takes some items for words, in quotes too.
  if (!stack[0]!.list && !isCode) return true
  itemMarker.lastIndex = start
  return !itemMarker.test(text)
}

/** Takes a line that can only be words or code, outside of all containers, which most lines are; false where it may be anything else. */
function readWords(state: State, start: number, end: number): boolean {
  const { text, paragraph, stack } = state
  if (stack.length > 1 || state.html || state.table) return false
  if (state.fence) return !mayCloseFence(text, start)
  if (!beginsWords(text.charCodeAt(start))) return false
  if (paragraph) paragraph.end = end
  else openWords(state, start, end)
  return true
}

/** False where the parser has to look. */
function readLine(state: State, { start, end }: Range): boolean {
  const { text, stack } = state
  if (isLineEnd(text.charCodeAt(start)) && !state.html && !state.fence) return readBlank(state, continuedEmpty(stack))
  const { at, left, count } = continued(text, { start, end }, stack)
  const line = { start, end, at, left, count, opens: false }
  const isTaken = takeIntoOpen(state, line)
  if (isTaken !== undefined) return isTaken
  if (isBlankLine(text, at, end)) return readBlank(state, count)
  const isLazy = state.paragraph !== undefined && count < stack.length
  if (!openContainers(state, line)) return false
  const isRow = state.table && count === stack.length && !line.opens ? readRow(state, line) : undefined
  if (isRow !== undefined) return isRow
  state.table = undefined
  return readLeaf(state, line, isLazy && !line.opens)
}

/** Has raw HTML or a fence that is open take a line; `undefined` where none is open any more, false where the parser has to look. */
function takeIntoOpen(state: State, line: Line): boolean | undefined {
  const isInside = line.count === state.stack.length
  if (state.html) {
    if (isInside && goOnWithHtml(state, line)) return true
    if (endsInDoubt(state)) return false
    closeHtml(state)
  }
  if (!state.fence) return undefined
  if (isInside) return readFenced(state, line)
  if (isCutOff(state)) return false
  state.fence = undefined
  return undefined
}

function readBlank(state: State, count: number): boolean {
  closeParagraph(state)
  state.table = undefined
  closeContainers(state.stack, count)
  const innermost = state.stack.at(-1)!
  return innermost.kind !== 'item' || !innermost.isEmpty
}
