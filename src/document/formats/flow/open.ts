import type { Range } from '../../../source.ts'
import { isBlank } from '../containers.ts'
import { isRule } from './kinds.ts'
import { skipSpaces } from './lines.ts'
import { openContainer } from './stack.ts'
import { closeTo } from './state.ts'
import type { Line, State } from './state.ts'

/** No text nests deeper, but for one that is made to do harm. */
const deepest = 100

/** Opens the containers that begin on a line. False where the parser has to look. */
export function openContainers(state: State, line: Line): boolean {
  const { text, stack } = state
  // The parser takes a definition for the beginning of a paragraph, which a line may go on without its marks.
  if (state.definitionEnd === line.start && line.count < stack.length) return false
  for (let depth = line.count; stack.length <= deepest; depth++) {
    const word = skipSpaces(text, line.at)
    if (text[word] === '\t') return false
    if (word - line.at > 3) return true
    const opened = (openers[text[word] ?? ''] ?? openItem)(state, line, { word, depth })
    if (opened === 'doubt') return false
    if (!opened) return true
    line.opens = true
  }
  return false
}

interface Mark {
  /** Where it begins. */
  readonly word: number
  /** In how many containers. */
  readonly depth: number
}

type Open = (state: State, line: Line, mark: Mark) => boolean | 'doubt'

const openers: Readonly<Record<string, Open>> = { '>': openQuote, '[': openNote }

function openQuote(state: State, line: Line, { word, depth }: Mark): boolean {
  closeTo(state, depth)
  openContainer(state.stack, { kind: 'quote', indent: 0 })
  line.at = state.text[word + 1] === ' ' ? word + 2 : word + 1
  return true
}

const noteMarker = /(\[\^([^[\]\s\\&]{1,999})\]): *(?=[^\s])/y
const maybeNote = /\[\^[^\]\s]+\]:/y

function openNote(state: State, line: Line, { word, depth }: Mark): boolean | 'doubt' {
  const { text, stack, skeleton } = state
  if (!matchAt(maybeNote, text, word)) return false
  const match = matchAt(noteMarker, text, word)
  if (!match || word + match[0].length >= line.end) return 'doubt'
  const [whole, labelText, label] = match
  closeTo(state, depth)
  const labelRange = { start: word, end: word + labelText!.length }
  const note = { label: label!, labelRange, text: '', ...labelRange }
  skeleton.notes.push(note)
  openContainer(stack, { kind: 'note', indent: 4, note })
  line.at = word + whole.length
  return true
}

const itemMarker = /([-+*]|(\d{1,9})([.)]))( {1,4}(?=[^ \t\r\n])|[ \t]|(?=[\r\n]|$))/y

function openItem(state: State, line: Line, { word, depth }: Mark): boolean | 'doubt' {
  const { text, stack } = state
  const match = matchAt(itemMarker, text, word)
  if (!match || isRule(text.slice(word, line.end))) return false
  const [whole, marker, digits, sign, space] = match
  const number = digits === undefined ? undefined : Number(digits)
  const isOpened = line.opens && !state.isCode
  const interrupts = number === undefined || number === 1 || isOpened || mayInterrupt(state, line, depth)
  if (interrupts !== true) return interrupts
  if (!/^ {1,4}$/.test(space!) || isBlank(text.slice(word + whole.length, line.end))) return 'doubt'
  closeTo(state, depth)
  const type = sign ?? marker!
  const open = stack.at(-1)!.list
  const list = open?.type === type ? open : { type, numbers: [] }
  const index = list.numbers.push(number) - 1
  const item = { marker: { start: word, end: word + marker!.length }, list, index }
  openContainer(stack, { kind: 'item', indent: word - line.at + whole.length, item })
  line.at = word + whole.length
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

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
