import type { Range } from '../../../source.ts'
import { definitionAt } from './definition.ts'
import { openFence } from './fence.ts'
import { openHtml } from './html.ts'
import { indentAt } from './indent.ts'
import { isRule, kindOf } from './kinds.ts'
import type { LineKind } from './kinds.ts'
import { beginsWords, isBlank, lastWord, trimmed } from './lines.ts'
import { rawHtmlOf } from './raw-html.ts'
import { addChild, isInNote } from './stack.ts'
import { openTable } from './table.ts'
import { addLeaf, closeParagraph, closeTo } from './state.ts'
import type { Line, State } from './state.ts'

/** Takes what a line holds beside its containers; a lazy one is not marked as belonging to all of them. False where the parser has to look. */
export function readLeaf(state: State, line: Line, isLazy: boolean): boolean {
  const { text, paragraph } = state
  const { word, width } = indentAt(text, line, line)
  if (width <= 3 && beginsWords(text.charCodeAt(word))) return addWords(state, line, word)
  const words = text.slice(word, line.end)
  // Behind the mark of a quote, nothing.
  if (isBlank(words)) return true
  const isIndented = width > 3
  if (isIndented && !paragraph) return readCode(state, line)
  state.isCode = false
  const kind = isIndented ? 'words' : kindOf(words, paragraph !== undefined)
  if (misleads(words, { kind, isLazy, isIndented })) return false
  if (paragraph && kind === 'words') return addWords(state, line, word)
  if (!isLazy && kind === 'delimiters') return openTable(state, line, words)
  if (!isLazy && kind === 'underline') return addTitle(state, line, words)
  return openLeaf(state, line, { kind, start: word, end: line.end })
}

/** Words go on a paragraph that is open, or open one. */
function addWords(state: State, line: Line, start: number): boolean {
  state.isCode = false
  if (!state.paragraph) return openLeaf(state, line, { kind: 'words', start, end: line.end })
  state.paragraph.end = line.end
  return true
}

/** Whether the parser may take a line for something else. */
function misleads(
  words: string,
  line: { readonly kind: LineKind; readonly isLazy: boolean; readonly isIndented: boolean },
): boolean {
  // A mark of a quote that is indented too far to be one is a word of the note that it stands in.
  if (words[0] === '>') return line.isIndented
  // Of a line that is not marked, the parser takes more for raw HTML.
  return words[0] === '<' && line.isLazy && line.kind === 'words' && rawHtmlOf(words, false) !== undefined
}

function openLeaf(state: State, line: Line, { kind, ...words }: Range & { readonly kind: LineKind }): boolean {
  if (kind === 'underline' && !isRule(state.text.slice(words.start, words.end))) return false
  if (line.opens) closeParagraph(state)
  else closeTo(state, line.count)
  return readers[kind](state, line, words)
}

type Read = (state: State, line: Line, words: Range) => boolean

const readers: Readonly<Record<LineKind, Read>> = {
  delimiters: () => false,
  words: openParagraph,
  fence: openFence,
  heading: addHeading,
  html: openHtml,
  rule: addRule,
  underline: addRule,
}

function addRule({ stack }: State): boolean {
  addChild(stack)
  return true
}

function readCode(state: State, line: Line): boolean {
  // Right behind a definition the parser takes it for a paragraph.
  if (state.definitionEnd === line.start) return false
  if (!line.opens) closeTo(state, line.count)
  if (!state.isCode || line.opens) addChild(state.stack)
  state.isCode = true
  state.hasCode = true
  // It is part of what a note says.
  return !isInNote(state.stack)
}

function openParagraph(state: State, line: Line, { start, end }: Range): boolean {
  const { text, stack, skeleton, limit } = state
  const definition = text[start] === '[' ? definitionAt(text, start, limit) : undefined
  if (definition === 'doubt') return false
  const item = addChild(stack)
  if (definition) {
    skeleton.definitions.push(definition)
    state.definitionEnd = end
  } else state.paragraph = { start, end, item, isBehindDefinition: state.definitionEnd === line.start }
  return true
}

function addTitle(state: State, { end }: Line, words: string): boolean {
  if (state.paragraph?.isBehindDefinition) return false
  closeParagraph(state, { end, depth: words.startsWith('=') ? 1 : 2 })
  return true
}

function addHeading(state: State, _line: Line, { start, end }: Range): boolean {
  const { text } = state
  const whole = trimmed(text, { start, end })
  const depth = /^#+/.exec(text.slice(start, end))![0].length
  const closing = /(?:^|[ \t])#+$/.exec(text.slice(start + depth, whole.end))
  const words = trimmed(text, { start: start + depth, end: closing ? start + depth + closing.index : whole.end })
  addLeaf(state, { kind: 'heading', start, end: lastWord(text, whole), words, item: addChild(state.stack), depth })
  return true
}
