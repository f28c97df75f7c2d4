import { matchAt } from '../match-at.ts'
import type { Range } from '../../../source.ts'
import { behindQuoteMark, indentAt } from './indent.ts'
import type { Place } from './indent.ts'
import { isRule } from './kinds.ts'
import { isLineEnd } from '../line-ends.ts'
import { beginsWords, isBlankCode } from './lines.ts'
import { openContainer } from './stack.ts'
import { closeTo } from './state.ts'
import type { Line, State } from './state.ts'
import { isDigitCode } from '../../codes.ts'

/** No text nests deeper, but for one that is made to do harm. */
const deepest = 100

/** Opens the containers that begin on a line. False where the parser has to look. */
export function openContainers(state: State, line: Line): boolean {
  const { text, stack } = state
  // The parser takes a definition for the beginning of a paragraph, which a line may go on without its marks.
  if (state.definitionEnd === line.start && line.count < stack.length) return false
  for (let depth = line.count; stack.length <= deepest; depth++) {
    const { word, width } = indentAt(text, line, line)
    if (width > 3 || beginsWords(text.charCodeAt(word))) return true
    const opened = (openers[text[word] ?? ''] ?? openItem)(state, line, { word, width, depth })
    if (opened === 'doubt') return false
    if (!opened) return true
    line.opens = true
  }
  return false
}

interface Mark {
  /** Where it begins. */
  readonly word: number
  /** How many columns it is indented. */
  readonly width: number
  /** In how many containers. */
  readonly depth: number
}

type Open = (state: State, line: Line, mark: Mark) => boolean | 'doubt'

const openers: Readonly<Record<string, Open>> = { '>': openQuote, '[': openNote }

function openQuote(state: State, line: Line, { word, depth }: Mark): boolean {
  closeTo(state, depth)
  openContainer(state.stack, { kind: 'quote', indent: 0 })
  goTo(line, behindQuoteMark(state.text, line, word))
  return true
}

/** Moves on in a line. */
function goTo(line: Line, { at, left }: Place): void {
  line.at = at
  line.left = left
}

const noteMarker = /(\[\^([^[\]\s\\&]{1,999})\]):[ \t]*/y
const maybeNote = /\[\^[^\]\s]+\]:/y

function openNote(state: State, line: Line, { word, depth }: Mark): boolean | 'doubt' {
  const { text, stack, skeleton } = state
  if (!matchAt(maybeNote, text, word)) return false
  const match = matchAt(noteMarker, text, word)
  if (!match) return 'doubt'
  const [whole, labelText, label] = match
  closeTo(state, depth)
  const [start, end] = [word, word + labelText!.length]
  const note = { label: label!, labelRange: { start, end }, text: '', start, end }
  skeleton.notes.push(note)
  openContainer(stack, { kind: 'note', indent: 4, note })
  goTo(line, { at: word + whole.length, left: 0 })
  return true
}

/** `-`, `2.`; what it counts, where it does, and the sign that lists of its kind have. */
interface ItemMarker {
  readonly end: number
  readonly number: number | undefined
  readonly sign: string
}

/** The marker of an item, with white space behind it (CommonMark 0.31 §5.2). */
function itemMarkerAt(text: string, at: number): ItemMarker | undefined {
  let end = at
  while (end < at + 9 && isDigitCode(text.charCodeAt(end))) end++
  const sign = text[end] ?? ''
  if (!(end > at ? '.)' : '-+*').includes(sign) || sign === '') return undefined
  const behind = text.charCodeAt(end + 1)
  if (end + 1 < text.length && !isBlankCode(behind)) return undefined
  return { end: end + 1, number: end > at ? Number(text.slice(at, end)) : undefined, sign }
}

function openItem(state: State, line: Line, { word, width, depth }: Mark): boolean | 'doubt' {
  const { text, stack } = state
  const found = itemMarkerAt(text, word)
  if (!found || (found.number === undefined && isRule(text.slice(word, line.end)))) return false
  const { end, number, sign } = found
  const isOpened = line.opens && !state.isCode
  const interrupts = number === undefined || number === 1 || isOpened || mayInterrupt(state, line, depth)
  if (interrupts !== true) return interrupts
  const content = indentAt(text, line, { at: end, left: 0 })
  if (content.width > 4 || content.word >= line.end || isLineEnd(text.charCodeAt(content.word))) return 'doubt'
  closeTo(state, depth)
  const open = stack.at(-1)!.list
  const list = open?.type === sign ? open : { type: sign, numbers: [] }
  const index = list.numbers.push(number) - 1
  const item = { marker: { start: word, end }, list, index }
  openContainer(stack, { kind: 'item', indent: width + end - word + content.width, item })
  goTo(line, { at: content.word, left: 0 })
  return true
}

/** Whether an item with a number other than 1 may begin here: it interrupts no paragraph (CommonMark 0.31 §5.2), but follows another item. */
function mayInterrupt(
  { stack, paragraph, definitionEnd, hasCode }: State,
  { start }: Range,
  depth: number,
): boolean | 'doubt' {
  if (stack[depth]?.kind === 'item') return definitionEnd === start ? 'doubt' : true
  // The parser sees something to interrupt in a definition, too, and in indented code, however far away.
  if (definitionEnd === start || hasCode || (paragraph && depth < stack.length)) return 'doubt'
  return !paragraph
}
