import type { Range } from '../../../source.ts'
import { closeParagraph, createState, openWords } from './state.ts'
import type { Line, State } from './state.ts'
import { closeHtml, endsInDoubt, goOnWithHtml } from './html.ts'
import { beginsWords, isBlankCode, isBlankLine, lineEnd, mayCloseFence } from './lines.ts'
import { isCutOff, readFenced } from './fence.ts'
import { openContainers } from './open.ts'
import { readLeaf } from './leaf.ts'
import { readRow } from './table.ts'
import type { Skeleton } from './skeleton.ts'
import { continued } from './stack.ts'

/**
 * Finds paragraphs, headings and raw HTML in quotes, lists and notes, tables and link definitions, line by line as CommonMark
 * 0.31 has it (appendix, "Phase 1: block structure"). `undefined` where the parser has to look: items that begin with a
 * blank line, definitions over lines or with escapes, raw HTML and indented code in notes, and whatever it takes otherwise than the specification.
 */
export function findStructure(
  text: string,
  segment: Range,
  lineEndOf = (from: number, limit: number) => lineEnd(text, from, limit),
): Skeleton | undefined {
  const state = createState(text, segment.end)
  for (let start = segment.start; start < segment.end;) {
    const end = lineEndOf(start, segment.end)
    if (!readWords(state, start, end) && !readLine(state, { start, end })) return undefined
    start = end
  }
  return closeAll(state)
}

function closeAll(state: State): Skeleton | undefined {
  if (endsInDoubt(state) || isCutOff(state)) return undefined
  closeParagraph(state)
  closeHtml(state)
  return state.skeleton
}

/** How far somebody has read: up to a cut, or until a line was in doubt. */
type ReadToCut =
  | { readonly end: number; readonly structure: Skeleton | undefined; readonly doubt?: undefined }
  | { readonly doubt: number; readonly structure?: undefined }

/** The same from where nothing is open, up to the next line before which everything is closed. */
export function readToCut(text: string, from: number, lineEndOf: (from: number, limit: number) => number): ReadToCut {
  const state = createState(text, text.length)
  let isBehindBlank = false
  for (let start = from; start < text.length;) {
    if (isBehindBlank && closesAll(state, start)) return { end: start, structure: closeAll(state) }
    const end = lineEndOf(start, text.length)
    isBehindBlank = false
    if (!readWords(state, start, end)) {
      if (!readLine(state, { start, end })) return { doubt: start }
      isBehindBlank = isBlankLine(text, start, end)
    }
    start = end
  }
  return { end: text.length, structure: closeAll(state) }
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
  const { at, left, count } = continued(text, { start, end }, stack)
  const line = { start, end, at, left, count, opens: false }
  const isTaken = takeIntoOpen(state, line)
  if (isTaken !== undefined) return isTaken
  if (isBlankLine(text, at, end)) return readBlank(state, count)
  if (state.table && count === stack.length) return readRow(state, line)
  state.table = undefined
  const isLazy = state.paragraph !== undefined && count < stack.length
  return openContainers(state, line) && readLeaf(state, line, isLazy && !line.opens)
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
  state.stack.length = count
  const innermost = state.stack.at(-1)!
  return innermost.kind !== 'item' || !innermost.isEmpty
}
