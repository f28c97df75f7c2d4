import { matchAt } from '../match-at.ts'
import { isOpaque, tagAt } from '../html-islands.ts'
import type { Tag } from '../html-islands.ts'
import { closeBracket, footnoteEnd } from './brackets.ts'
import { createDelimiter } from './emphasis.ts'
import { behindLineEnd, holdsLineEnd } from '../line-ends.ts'
import { skipPrefix } from '../prose.ts'
import type { Spans } from './spans.ts'

/** With more of a kind open, looking back takes its time; no text has so many. */
const mostOpen = 1000

/** Everything that could be markup. */
const special = /[\\`<![\]*_\r\n$]/g

/** Reads a block from its first word to its last one; false where the parser has to look. */
export function scanSpans(spans: Spans): boolean {
  const { text, start, end } = spans
  for (let at = start; ;) {
    special.lastIndex = at
    if (!special.test(text)) return true
    const found = special.lastIndex - 1
    if (found >= end) return true
    const next = readers[text[found]!]!(spans, found)
    if (next === 'doubt') return false
    at = next
  }
}

type Read = (spans: Spans, at: number) => number | 'doubt'

const readers: Readonly<Record<string, Read>> = {
  '\\': readEscape,
  '`': readCode,
  '<': readAngle,
  '!': readImage,
  '[': readBracket,
  ']': closeBracket,
  '*': readDelimiter,
  _: readDelimiter,
  '\n': readLineEnd,
  '\r': readLineEnd,
  // Two of them begin a formula.
  $: (spans, at) => (spans.text[at + 1] === '$' ? readCode(spans, at) : at + 1),
}

/** In front of a sign a backslash is part of the text; in front of a line end it breaks the line. */
function readEscape({ text, end, steps }: Spans, at: number): number {
  const next = text[at + 1]
  if (at + 1 >= end || next === undefined) return at + 1
  if (next !== '\n' && next !== '\r') return /[!-/:-@[-`{-~]/.test(next) ? at + 2 : at + 1
  steps.push({ kind: 'drop', start: at, end: at + 1 })
  return at + 1
}

/** Code, or a formula, up to a run of as many ticks or dollars (CommonMark 0.31 §6.1). */
function readCode(spans: Spans, at: number): number | 'doubt' {
  const { text, end, steps, edges } = spans
  const from = runEnd(text, at, end)
  const run = text.slice(at, from)
  if (spans.unclosed?.has(run)) return from
  const mark = text[at]!
  for (let next = text.indexOf(mark, from); next >= 0 && next < end;) {
    const close = runEnd(text, next, end)
    if (close - next === run.length) {
      steps.push({ kind: 'object', start: at, end: close })
      edges.push(close)
      return close
    }
    next = text.indexOf(mark, close)
  }
  spans.unclosed = (spans.unclosed ?? new Set()).add(run)
  return spans.unclosed.size > mostOpen ? 'doubt' : from
}

function runEnd(text: string, at: number, end: number): number {
  let index = at
  while (index < end && text[index] === text[at]) index++
  return index
}

const autolink = /<([A-Za-z][A-Za-z\d+.-]{1,31}:[^\s<>\0- \x7F]*)>/y
const email =
  /<([\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z\d](?:[A-Za-z\d-]{0,61}[A-Za-z\d])?(?:\.[A-Za-z\d](?:[A-Za-z\d-]{0,61}[A-Za-z\d])?)*)>/y
/** An opening or closing tag (CommonMark 0.31 §6.6); the parser ends a value without quotes at a slash that does not begin it. */
const html =
  /<(?:[A-Za-z][A-Za-z\d-]*(?:[ \t\r\n]+[A-Za-z_:][\w.:-]*(?:[ \t\r\n]*=[ \t\r\n]*(?:[^\s"'=<>`][^\s"'=<>`/]*|'[^']*'|"[^"]*"))?)*[ \t\r\n]*\/?|\/[A-Za-z][A-Za-z\d-]*[ \t\r\n]*)>/y

function readAngle(spans: Spans, at: number): number | 'doubt' {
  const { text } = spans
  const next = text[at + 1] ?? ' '
  if (text.startsWith('!--', at + 1)) return readComment(spans, at)
  if (next === '!' || next === '?') return 'doubt'
  if (!/[A-Za-z\d/.!#$%&'*+=?^_`{|}~-]/.test(next)) return at + 1
  for (const pattern of [autolink, email]) {
    const match = matchAt(pattern, text, at)
    if (match) return addAutolink(spans, at, pattern === email ? `mailto:${match[1]!}` : match[1]!, match[0].length)
  }
  const match = matchAt(html, text, at)
  return match ? addTag(spans, at, at + match[0].length) : at + 1
}

/** A comment (CommonMark 0.31 §6.6); what nothing closes is text. */
function readComment(spans: Spans, at: number): number | 'doubt' {
  const { text, end, quoteDepth } = spans
  if (spans.unclosed?.has('<!--')) return at + 1
  const words = text.slice(at, end)
  const close = words.indexOf('-->', 2)
  if (close < 0) {
    spans.unclosed = (spans.unclosed ?? new Set()).add('<!--')
    return at + 1
  }
  return quoteDepth > 0 && holdsLineEnd(words.slice(0, close)) ? 'doubt' : addTag(spans, at, at + close + 3)
}

function addAutolink({ steps, edges }: Spans, start: number, url: string, length: number): number {
  const end = start + length
  steps.push(
    { kind: 'open', start, end: start },
    { kind: 'drop', start, end: start + 1 },
    { kind: 'drop', start: end - 1, end },
    {
      kind: 'close',
      start: end,
      end,
      opened: start,
      words: end - 1,
      link: { kind: 'autolink', url, range: { start, end } },
    },
  )
  edges.push(end)
  return end
}

function addTag(spans: Spans, start: number, end: number): number | 'doubt' {
  const { text, end: limit, steps, edges } = spans
  const tag = tagAt(text, start, end)
  if (!tag || end > limit) return 'doubt'
  if (isOpaque(tag)) return addElement(spans, tag)
  steps.push({ kind: 'tag', start, end, tag })
  edges.push(end)
  return end
}

const words = /[^\\`<![\]*_\r\n$&]*/y

/** What code holds is no prose, as far as the tag that closes it, if one does; which one depends on what is around, if not words only. */
function addElement({ text, end: limit, steps, edges }: Spans, { name, start, end: from }: Tag): number | 'doubt' {
  const inside = matchAt(words, text, from)![0].length
  const close = matchAt(html, text, from + inside)?.[0]
  const isClosed = close?.toLowerCase() === `</${name}>`
  const end = isClosed ? from + inside + close.length : from
  if (end > limit || (!isClosed && text.slice(from, limit).toLowerCase().includes(`</${name}`))) return 'doubt'
  steps.push({ kind: 'object', start, end })
  edges.push(end)
  return end
}

function readImage({ text, end, brackets, delimiters }: Spans, at: number): number | 'doubt' {
  if (text[at + 1] !== '[' || at + 1 >= end) return at + 1
  if (text[at + 2] === '^') return 'doubt'
  brackets.push({ isImage: true, start: at, end: at + 2, delimiters: delimiters.length, isActive: true })
  return at + 2
}

function readBracket(spans: Spans, at: number): number | 'doubt' {
  const { text, brackets, delimiters, edges, steps } = spans
  const note = text[at + 1] === '^' ? footnoteEnd(spans, at) : undefined
  if (note !== undefined) {
    edges.push(note)
    steps.push({ kind: 'note', start: at, end: note })
    return note
  }
  if (brackets.length > mostOpen) return 'doubt'
  brackets.push({ isImage: false, start: at, end: at + 1, delimiters: delimiters.length, isActive: true })
  return at + 1
}

function readDelimiter({ text, start, end, delimiters, lineStart }: Spans, at: number): number | 'doubt' {
  if (delimiters.length > mostOpen) return 'doubt'
  const close = runEnd(text, at, end)
  const isFirst = at === start || at === lineStart
  const before = isFirst ? undefined : text[at - 1]
  delimiters.push(
    createDelimiter({ mark: text[at]!, start: at, end: close }, before, close < end ? text[close] : undefined),
  )
  return close
}

/** Two spaces before a line end break the line; one is kept or not. */
function readLineEnd(spans: Spans, at: number): number | 'doubt' {
  const { text, start, end, steps, suffixes, quoteDepth } = spans
  let space = at
  while (space > start && (text[space - 1] === ' ' || text[space - 1] === '\t')) space--
  if (text.slice(space, at).includes('\t')) return 'doubt'
  if (at - space > 1) steps.push({ kind: 'drop', start: space, end: at })
  else if (space < at) suffixes.push({ start: space, end: at })
  spans.lineStart = skipPrefix(text, behindLineEnd(text, at), end, quoteDepth)
  return spans.lineStart
}
