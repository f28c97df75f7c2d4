import type { Range } from '../../../source.ts'
import { indentAt } from './indent.ts'
import { closingFence } from './kinds.ts'
import { isBlank, trimmed } from './lines.ts'
import { addChild, isInNote } from './stack.ts'
import { addLeaf } from './state.ts'
import type { Line, State } from './state.ts'

/** Code or a formula between fences, as it is open. */
export interface Fence {
  readonly start: number
  /** How many columns the fence is indented: as many are taken off the lines inside. */
  readonly indent: number
  readonly isClosedBy: (line: string) => boolean
  /** The lines inside, where they are part of what a note says. */
  readonly said: string[] | undefined
}

export function openFence(state: State, line: Line, { start, end }: Range): boolean {
  addChild(state.stack)
  const isClosedBy = closingFence(state.text.slice(start, end))
  const said = isInNote(state.stack) ? [] : undefined
  state.fence = { start, indent: indentAt(state.text, line, line).width, isClosedBy, said }
  return true
}

/** Takes a line of the containers that the fence stands in. False where the parser has to look. */
export function readFenced(state: State, { at, left, end }: Line): boolean {
  const { text, fence } = state
  const { start, indent, isClosedBy, said } = fence!
  const words = text.slice(at, end)
  if (isClosedBy(words)) {
    state.fence = undefined
    if (said) addLeaf(state, { kind: 'code', ...trimmed(text, { start, end }), said: withoutLastEnd(said) })
    return true
  }
  if (!said) return true
  // White space that a container may take a part of.
  if (left > 0 || /^ *\t/.test(words) || (isBlank(words) && words[0] === ' ')) return false
  said.push(words.replace(new RegExp(`^ {0,${indent}}`), ''))
  return true
}

/** Where what a note says ends with its container, the parser has to look. */
export const isCutOff = ({ fence }: State): boolean => fence?.said !== undefined

const withoutLastEnd = (lines: readonly string[]): string => lines.join('').replace(/(?:\r\n|\r|\n)$/, '')
