import type { Range } from '../../../source.ts'
import { indentAt } from './indent.ts'
import { fenceMarks } from './kinds.ts'
import { isBlank, isBlankLine, skipSpaces, trimmed } from './lines.ts'
import { addChild, isInNote } from './stack.ts'
import { addNoteCode } from './state.ts'
import type { Line, State } from './state.ts'

/** Code or a formula between fences, as it is open. */
export interface Fence {
  readonly start: number
  /** How many columns the fence is indented: as many are taken off the lines inside. */
  readonly indent: number
  readonly marks: string
  /** The lines inside, where they are part of what a note says. */
  readonly said: string[] | undefined
}

export function openFence(state: State, line: Line, { start, end }: Range): boolean {
  addChild(state.stack)
  const marks = fenceMarks(state.text.slice(start, end))
  const said = isInNote(state.stack) ? [] : undefined
  state.fence = { start, indent: indentAt(state.text, line, line).width, marks, said }
  return true
}

/** Takes a line of the containers that the fence stands in. False where the parser has to look. */
export function readFenced(state: State, { at, left, end }: Line): boolean {
  const { text, fence } = state
  const { start, indent, marks, said } = fence!
  if (closes(text, { start: at, end }, marks)) {
    state.fence = undefined
    if (said) addNoteCode(state, trimmed(text, { start, end }), withoutLastEnd(said))
    return true
  }
  if (!said) return true
  const words = text.slice(at, end)
  // White space that a container may take a part of.
  if (left > 0 || /^ *\t/.test(words) || (isBlank(words) && words[0] === ' ')) return false
  said.push(words.replace(new RegExp(`^ {0,${indent}}`), ''))
  return true
}

/** Whether a line closes the fence that began with some marks: with as many of them, and nothing behind (CommonMark 0.31 §4.5). */
function closes(text: string, { start, end }: Range, marks: string): boolean {
  const from = skipSpaces(text, start)
  if (from - start > 3 || !text.startsWith(marks, from)) return false
  let to = from + marks.length
  while (text[to] === marks[0]) to++
  return isBlankLine(text, Math.min(to, end), end)
}

/** Where what a note says ends with its container, the parser has to look. */
export const isCutOff = ({ fence }: State): boolean => fence?.said !== undefined

const withoutLastEnd = (lines: readonly string[]): string => lines.join('').replace(/(?:\r\n|\r|\n)$/, '')
