import { normalizeLabel } from './label.ts'
import { groupWords } from './notations/group.ts'
import { normalizeWords, tagBeginnings } from './residue/mediawiki.ts'
import { withoutCode } from './without-code.ts'

/**
 * Whether Markdown or plain text may hold a marker, an entry or a leftover of a paste. Most documents hold none, and need
 * not be read to know it: without a hint there is nothing of the kind, with one there may be. Keys without brackets count
 * with a bibliography only, and numbers in parentheses where somebody asks for them; neither is looked for.
 *
 * Every scan goes from one sign to the next, and most texts are without the signs.
 */
export function hasHint(text: string): boolean {
  return (
    hasBracketHint(text) ||
    hasCaretHint(text) ||
    hasKeyHint(text) ||
    hasLabelTwice(text) ||
    fragments.some(
      ([sign, ...more]) => text.includes(sign) && (more.length === 0 || more.some((one) => text.includes(one))),
    ) ||
    turn.test(text) ||
    hasBeginning(text)
  )
}

/** The same of Markdown, in whose code nothing is a hint. */
export const hasMarkdownHint = (text: string): boolean => {
  if (!hasHint(text)) return false
  const prose = withoutCode(text)
  return prose === text || hasHint(prose)
}

/**
 * Raised digits and arrows, as they are and by the names of their entities, roles that cite, what models leave behind. To
 * look for one after the other is many times faster than for all at once: each scan compares a word of memory at a time.
 * Behind a sign that several share stand those.
 */
// prettier-ignore
const fragments: readonly (readonly [sign: string, ...any: string[]])[] = [
  ['¹'], ['²'], ['³'], ['⁰'], ['⁴'], ['⁵'], ['⁶'], ['⁷'], ['⁸'], ['⁹'], ['↑'], ['⇑'],
  ['&', '&sup', '&lbrack', '&lsqb', '&uarr', '&uArr', '&UpArrow', '&Uparrow'],
  ['{cite'], ['Jump up'], ['【'], ['\uE200'], ['oai', 'oaicite', 'oai_citation'], ['attributableIndex'], ['grok', 'grok:', 'grok_', 'grok-'],
]

/** Markup and white space between a bracket and its words. */
const markup = String.raw`(?:[\s\\*_\x60~\u00AD\u180E\u200B-\u200D\u2060\uFEFF]|<[^<>]{0,300}>)*`
const beforeWords = new RegExp(markup, 'y')
/** `[a]`, but for the words of a link: `[of](https://example.org)`. */
const letters = new RegExp(String.raw`[a-z]{1,2}${markup}\](?!\([^()\s<>\\]*\))`, 'y')
/** `[note 1]`, `[Anm. 2]`, `[Footnote 12: …]`, and what models write: `[cite: 3]`, `[span_1]`, `[attached_file:1]`. */
const group = new RegExp(
  String.raw`(?:${groupWords}|Note de bas de page)\.?${markup}\d{1,4}${markup}[\].:]|cite[_:]|span_|attached_`,
  'iuy',
)

/** What begins with a letter, by the code of it; a look at a table is all that most links cost. */
const groupInitials = initialsOf([...groupWords.split('|'), 'cite', 'span', 'attached'])
/** The first words of tags, by the first two letters of them in whichever case. */
const tagWords = new Map<number, string[]>()
for (const tag of tagBeginnings) {
  const [word] = /^[a-z]*/.exec(tag)!
  for (const written of [tag, tag[0]!.toUpperCase() + tag.slice(1), tag.toUpperCase()]) {
    const words = tagWords.get(startCode(written, 0)) ?? []
    tagWords.set(startCode(written, 0), [...words, word])
  }
}

function initialsOf(words: readonly string[]): ReadonlySet<number> {
  return new Set(words.flatMap(([first]) => [first!.toLowerCase().charCodeAt(0), first!.toUpperCase().charCodeAt(0)]))
}

/** The first two letters as one number. */
function startCode(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1)
}

function hasBracketHint(text: string): boolean {
  for (let at = text.indexOf('['); at >= 0; at = text.indexOf('[', at + 1)) if (isHintAt(text, at + 1)) return true
  return false
}

/** Whether what stands behind a bracket may make a marker of it, or a leftover. */
export function isHintAt(text: string, from: number): boolean {
  let at = from
  let code = text.charCodeAt(at)
  if (!isPlain(code)) {
    at = matchEnd(beforeWords, text, from)
    code = text.charCodeAt(at)
  }
  if (code === 94 || code === 38 || (code >= 48 && code <= 57)) return true
  return (
    (code >= 97 && code <= 122 && isAt(letters, text, at)) ||
    (groupInitials.has(code) && isAt(group, text, at)) ||
    isTagAt(text, at)
  )
}

/** A letter or digit of ASCII. */
const isPlain = (code: number) =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)

/** Whether the words of a bracket are those of a wiki's tag, whatever markup stands between them. */
function isTagAt(text: string, at: number): boolean {
  const firstWords = tagWords.get(startCode(text, at))
  if (!firstWords || !mayBegin(text, at, firstWords)) return false
  const words = normalizeWords(
    text
      .slice(at, at + 400)
      .replaceAll(/<[^<>]*>|[\\*_`~]/g, ' ')
      .replaceAll(/&\w+;/g, ' '),
  )
  return tagBeginnings.some((tag) => words.startsWith(tag))
}

/** Whether one of some words may begin at an offset. Where a word is not plain, markup may stand in it. */
function mayBegin(text: string, at: number, words: readonly string[]): boolean {
  let end = at
  while (isLetter(text.charCodeAt(end))) end++
  const code = text.charCodeAt(end)
  if (code > 127 || /[\\*_`~<&]/.test(text[end] ?? ' ')) return true
  const word = text.slice(at, end).toLowerCase()
  return words.some((first) => word.startsWith(first))
}

const isLetter = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)

const raised = new RegExp(String.raw`\^${markup}\d[^^\r\n]{0,100}\^`, 'y')
/** At the start of a line, or behind the number of an item. */
const opensEntry = /(?:^|[\r\n>.)\]])[ \t*_\\]*$/

/** `^[a note in place]`, `^3^`, and the caret in front of an entry that was pasted from a wiki. */
function hasCaretHint(text: string): boolean {
  for (let at = text.indexOf('^'); at >= 0; at = text.indexOf('^', at + 1)) {
    if (text[at + 1] === '[' || isAt(raised, text, at)) return true
    if (opensEntry.test(text.slice(Math.max(0, at - 20), at))) return true
  }
  return false
}

/** Where a bare number may lead to a note. */
const anchor = /#(?:user-content-)?(?:fn|footnote|note|endnote|en|cite_note|cite_ref|ref|reference|bib)[-_:.]*\d/iy

/** An entity that stands for a bracket, a caret, a raised digit or an arrow. */
const entity =
  /&#(?:0*(?:9[134]|178|179|185|830[48-9]|830[5-7]|831[0-3]|8593|8657)|x0*(?:5[bde]|b[239]|207[0-9]|2191|21d1));/iy
const raisedElement = new RegExp(String.raw`<sup(?:[\s/][^<>]{0,300})?>${markup}\d`, 'iy')
const tracked = /utm_source=(?:chatgpt|openai|copilot|perplexity)/y

/** What begins with a sign or a word and goes on like one of these. */
const beginnings: readonly (readonly [string, RegExp])[] = [
  ['&#', entity],
  ['<s', raisedElement],
  ['<S', raisedElement],
  ['utm_source=', tracked],
  ['#', anchor],
]

function hasBeginning(text: string): boolean {
  return beginnings.some(([word, pattern]) => {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) if (isAt(pattern, text, at)) return true
    return false
  })
}

const key = /@[\p{L}\p{N}_{]/uy
/** No bracket with a key in it is longer. */
const longest = 1000

/** A key in brackets that are not the text of a link. */
function hasKeyHint(text: string): boolean {
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    if (/[\p{L}\p{N}_.@/:=]/u.test(text[at - 1] ?? ' ') || !isAt(key, text, at)) continue
    const close = isInBracket(text, at) ? text.indexOf(']', at) : -1
    if (close >= 0 && close - at < longest && text[close + 1] !== '(') return true
  }
  return false
}

/** Whether a bracket is open before an offset. */
function isInBracket(text: string, at: number): boolean {
  let closed = 0
  for (let index = at - 1; index >= Math.max(0, at - longest); index--) {
    const code = text.charCodeAt(index)
    if (code === 93) closed++
    else if (code === 91 && closed-- === 0) return true
  }
  return false
}

/** What a model calls a page that it has seen. */
const turn = /turn\d/

/** A label that two definitions may have. */
function hasLabelTwice(text: string): boolean {
  const labels = new Set<string>()
  for (let at = text.indexOf(']:'); at >= 0; at = text.indexOf(']:', at + 2)) {
    const label = normalizeLabel(
      text.slice(text.slice(Math.max(0, at - longest), at).lastIndexOf('[') + Math.max(0, at - longest) + 1, at),
    )
    if (labels.has(label)) return true
    labels.add(label)
  }
  return false
}

function isAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at
  return pattern.test(text)
}

function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  pattern.test(text)
  return pattern.lastIndex
}
