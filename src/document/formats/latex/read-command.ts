import type { Key, NoteDefinition } from '../../document.ts'
import { objectCharacter } from '../prose.ts'
import { argumentsAt, keysIn, optionAt } from './arguments.ts'
import {
  asides,
  breaks,
  characters,
  droppedArguments,
  headingDepths,
  isCitation,
  isMulticite,
  noteCommands,
  objects,
  switches,
} from './commands.ts'
import { cut, endBibitem, put, putMark } from './page.ts'
import type { Flow } from './page.ts'
import { readAccent } from './read-symbol.ts'
import type { Token } from './tokens.ts'

/** Reads a command; gives where the text goes on, or nothing where it is not the one that it looks like. */
type ReadCommand = (flow: Flow, token: Token) => number | undefined

const readers: Readonly<Record<string, ReadCommand>> = {
  item: readItem,
  bibitem: readBibitem,
  def: readDefinition,
  gdef: readDefinition,
  footnotemark: readFootnoteMark,
  footnotetext: readFootnoteText,
  href: readLink,
  textsuperscript: readRaised,
}

/** Takes a command over; gives where the text goes on. */
export function readCommand(flow: Flow, token: Token): number {
  const name = token.name.replace(/\*$/, '')
  const own = Object.hasOwn(readers, name) ? readers[name]!(flow, token) : readKnown(flow, token, name)
  return own ?? readUnknown(flow, token, name)
}

function readKnown(flow: Flow, token: Token, name: string): number | undefined {
  if (isCitation(name)) return readCitation(flow, token)
  if (noteCommands.has(name)) return readNote(flow, token)
  if (Object.hasOwn(headingDepths, name)) return readApart(flow, token, headingDepths[name])
  if (asides.has(name)) return readApart(flow, token, undefined)
  return undefined
}

/** White space behind a command of letters is none (TeX swallows it); a blank line stays. */
function behindWord({ page: { text } }: Flow, end: number): number {
  const space = /[ \t]*(?:(?:\r\n?|\n)[ \t]*(?![ \t\r\n]))?/y
  space.lastIndex = end
  space.test(text)
  return space.lastIndex
}

function readUnknown(flow: Flow, token: Token, name: string): number {
  const { page } = flow
  const { start, end } = token
  const dropped = droppedArguments.get(name)
  if (dropped !== undefined) return argumentsAt(page.text, page.pairs, end, dropped).end
  if (breaks.has(name)) {
    cut(flow, start, end)
    return end
  }
  if (switches.has(name)) return behindWord(flow, end)
  const accented = readAccent(flow, token)
  if (accented !== undefined) return accented
  const character = characters.get(name)
  if (character !== undefined) {
    const behind = page.text.startsWith('{}', end) ? end + 2 : behindWord(flow, end)
    put(flow, character, start, behind)
    return behind
  }
  const count = objects.get(name)
  // An option can only be told from a bracket of the text by the brace behind it.
  const { groups, end: behind } = argumentsAt(page.text, page.pairs, end, count ?? 1)
  if (count === undefined && groups.length > 0) return groups[0]!.start - 1
  const last = count === undefined ? end : behind
  put(flow, objectCharacter, start, last)
  return last
}

function readItem(flow: Flow, { start, end }: Token): number {
  const list = flow.lists.at(-1)
  const option = optionAt(flow.page.text, end)
  const last = option && !list?.ordered ? end : option ? option.end + 1 : end
  cut(flow, start, last)
  if (list) {
    list.count++
    flow.item = { number: list.ordered ? list.count : undefined, marker: { start, end: last }, list }
  }
  return last
}

/** `\def\name#1{…}`. */
function readDefinition({ page: { text, pairs } }: Flow, { end }: Token): number | undefined {
  const name = /[ \t]*\\[A-Za-z@]{1,60}[^{}\\\r\n]{0,60}/y
  name.lastIndex = end
  const close = name.test(text) ? pairs.get(name.lastIndex) : undefined
  return close === undefined ? undefined : close + 1
}

/** `\bibitem[label]{key}`. */
function readBibitem(flow: Flow, { start, end }: Token): number | undefined {
  const { groups, end: last } = argumentsAt(flow.page.text, flow.page.pairs, end, 1)
  const [key] = groups.length > 0 ? keysIn(flow.page.text, groups[0]!) : []
  if (!key) return undefined
  const list = flow.lists.at(-1) ?? { ordered: true, count: 0 }
  if (flow.lists.length === 0) flow.lists.push(list)
  list.count++
  cut(flow, start, last)
  endBibitem(flow)
  // What Pandoc writes (`\\citeproctext`) is cited without commands.
  const isGenerated = flow.page.text.slice(end, last).includes('\\citeproctext')
  const own = isGenerated ? { number: undefined } : { number: list.count, key: key.label }
  flow.item = { ...own, marker: { start, end: last }, list }
  return last
}

/** `\cite[p. 3]{a,b}`, `\cites(see)[3]{a}[4]{b}`. */
function readCitation(flow: Flow, { name, start, end }: Token): number | undefined {
  const { text, pairs } = flow.page
  const parentheses = /(?:\([^()\r\n]{0,200}\)){0,2}/y
  parentheses.lastIndex = end
  if (isMulticite(name)) parentheses.test(text)
  let last = isMulticite(name) ? parentheses.lastIndex : end
  const keys: Key[] = []
  for (let isMore = true; isMore;) {
    const { groups, end: behind } = argumentsAt(text, pairs, last, 1)
    if (groups.length === 0) break
    keys.push(...keysIn(text, groups[0]!))
    last = behind
    isMore = isMulticite(name)
  }
  if (keys.length === 0) return undefined
  putMark(flow, { start, end: last }, { kind: 'cite', keys })
  return last
}

/** `\footnote{…}`: a mark here, and a block of its own. */
function readNote(flow: Flow, { start, end }: Token): number | undefined {
  const { page } = flow
  const { options, groups, end: last } = argumentsAt(page.text, page.pairs, end, 1)
  const [words] = groups
  if (!words) return undefined
  putMark(
    flow,
    { start, end: last },
    { kind: 'inline-note', keys: options.flatMap((option) => keysIn(page.text, option)), words },
  )
  page.jobs.push({ ...words, kind: { kind: 'paragraph' } })
  return last
}

/** A heading, a caption: a block of its own. */
function readApart(flow: Flow, { start, end }: Token, depth: number | undefined): number | undefined {
  const { page } = flow
  const { groups, end: last } = argumentsAt(page.text, page.pairs, end, 1)
  const [words] = groups
  if (!words) return undefined
  cut(flow, start, last)
  page.jobs.push({ ...words, kind: depth === undefined ? { kind: 'paragraph' } : { kind: 'heading', depth } })
  return last
}

/** `\footnotemark[1]`; without a number it stands for the next one. */
function readFootnoteMark(flow: Flow, { start, end }: Token): number {
  const option = optionAt(flow.page.text, end)
  const keys = option ? keysIn(flow.page.text, option) : []
  if (option && keys.length > 0) putMark(flow, { start, end: option.end + 1 }, { kind: 'note', keys })
  else put(flow, objectCharacter, start, end)
  return option ? option.end + 1 : end
}

/** `\footnotetext[1]{…}`. */
function readFootnoteText(flow: Flow, token: Token): number | undefined {
  const { page } = flow
  const { options, groups, end } = argumentsAt(page.text, page.pairs, token.end, 1)
  const [option] = options
  const [words] = groups
  const [key] = option ? keysIn(page.text, option) : []
  if (!option || !key || !words) return readApart(flow, token, undefined)
  const labelRange = { start: token.start, end: option.end + 1 }
  const text = page.text.slice(words.start, words.end).trim()
  const note: NoteDefinition = { start: token.start, end, label: key.label, labelRange, text }
  page.notes.push(note)
  page.jobs.push({ ...words, kind: { kind: 'paragraph' }, note })
  return end
}

/** `\href{address}{words}`. */
function readLink(flow: Flow, { start, end }: Token): number | undefined {
  const { text, pairs } = flow.page
  const { groups } = argumentsAt(text, pairs, end, 2)
  const [address, words] = groups
  if (!address || !words) return undefined
  const at = flow.prose.length
  const range = { start, end: words.end + 1 }
  const url = text.slice(address.start, address.end)
  onClose(flow, words.end, (to) => flow.prose.link({ at, to, kind: 'inline', url, range }))
  return words.start
}

function readRaised(flow: Flow, { start, end }: Token): number | undefined {
  const [words] = argumentsAt(flow.page.text, flow.page.pairs, end, 1).groups
  if (!words) return undefined
  const at = flow.prose.length
  const range = { start, end: words.end + 1 }
  onClose(flow, words.end, (to) => flow.prose.link({ at, to, kind: 'superscript', range }))
  return words.start
}

/** Waits for a brace, if the block has not ended by then. */
function onClose(flow: Flow, at: number, close: (to: number) => void): void {
  const { prose } = flow
  flow.closers.push({
    at,
    close: () => {
      if (flow.prose === prose) close(prose.length)
    },
  })
}
