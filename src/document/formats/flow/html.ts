import type { Range } from '../../../source.ts'
import { isBlank, withoutLineEnds } from './lines.ts'
import { rawHtmlOf } from './raw-html.ts'
import type { Leaf } from './skeleton.ts'
import { addChild, isInNote } from './stack.ts'
import { addLeaf } from './state.ts'
import type { Line, State } from './state.ts'

/** Raw HTML that is open, with what ends it. */
export interface OpenHtml extends Pick<Leaf, 'item'> {
  readonly start: number
  end: number
  readonly ends: RegExp | 'blank'
}

/** Raw HTML is part of the words of a note; and right behind a definition the parser ends it otherwise. */
export function openHtml(state: State, line: Line, { start, end }: Range): boolean {
  const isTabbed = line.left > 0 || state.text.slice(line.at, start).includes('\t')
  if (isTabbed || isInNote(state.stack) || state.definitionEnd === line.start) return false
  const item = addChild(state.stack)
  const words = state.text.slice(start, end)
  state.html = { start: line.at, end: line.end, item, ends: rawHtmlOf(words, false)! }
  endHtml(state, words)
  return true
}

/** Has a line of its containers go on with the raw HTML that is open; false where a blank one ends it. */
export function goOnWithHtml(state: State, { at, end }: Line): boolean {
  const html = state.html!
  const words = state.text.slice(at, end)
  if (html.ends === 'blank' && isBlank(words)) {
    closeHtml(state)
    return false
  }
  html.end = end
  endHtml(state, words)
  return true
}

function endHtml(state: State, words: string): void {
  const { ends } = state.html!
  if (ends !== 'blank' && ends.test(words)) closeHtml(state)
}

/** Where raw HTML ends that a container closes, and no sign of its own, is the parser's to tell. */
export const endsInDoubt = ({ html, stack }: State): boolean =>
  html !== undefined && html.ends !== 'blank' && stack.length > 1

export function closeHtml(state: State): void {
  const { text, html } = state
  if (!html) return
  state.html = undefined
  const range = withoutLineEnds(text, html)
  addLeaf(state, { kind: 'html', ...range, words: range, item: html.item, depth: undefined })
}
