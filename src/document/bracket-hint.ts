import { invisible } from './invisible.ts'
import { groupWords } from './notations/group.ts'
import { mayBeNumbers } from './number-hint.ts'
import { normalizeWords, tagBeginnings } from './residue/mediawiki.ts'
import { isDigitCode, isLetterCode } from './codes.ts'

/** Where a link leads, if that is no place on the same page; as Markdown has it for certain. */
const target = String.raw`\((?!#)[^\s()[\]<>^\x60$|\\]*\)`

/** Markup and white space between a bracket and its words; more of it than that is no marker, and takes long to look through. */
export const markup = String.raw`(?:[\s\\*_\x60~${invisible}]|<[^<>]{0,300}>){0,400}`
const beforeWords = new RegExp(markup, 'y')
/** `[a]`, but for the words of a link: `[of](https://example.org)`. */
const letters = new RegExp(String.raw`[a-z]${markup}(?:[a-z]${markup})?\](?!\([^()\s<>\\]*\))`, 'y')
/** `[note 1]`, `[Anm. 2]`, `[Footnote 12: …]` */
export const numberedWords = [...groupWords.split('|'), 'Note de bas de page']
/** What models write: `[cite: 3]`, `[span_1]`, `[oaicite:1]`, `[attached_file:1]`. */
export const modelWords = ['cite_', 'cite:', 'span_', 'oaicite', 'oai_citation', 'attached_']
const group = new RegExp(
  String.raw`(?:${numberedWords.join('|')})\.?${markup}\d{1,4}${markup}[\].:]|${modelWords.join('|')}`,
  'iuy',
)

/** What begins with a letter, by the code of it; a look at a table is all that most links cost. */
const groupInitials = initialsOf([...numberedWords, ...modelWords])
/** The first words of tags, by the first two letters of them in whichever case. */
const tagWords = firstWordsOf(tagBeginnings)

function firstWordsOf(tags: readonly string[]): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, string[]>()
  for (const tag of tags) {
    const [word] = /^[a-z]*/.exec(tag)!
    for (const written of [tag, tag[0]!.toUpperCase() + tag.slice(1), tag.toUpperCase()]) {
      const words = found.get(startCode(written, 0)) ?? []
      found.set(startCode(written, 0), [...words, word])
    }
  }
  return found
}

function initialsOf(words: readonly string[]): ReadonlySet<number> {
  return new Set(words.flatMap(([first]) => [first!.toLowerCase().charCodeAt(0), first!.toUpperCase().charCodeAt(0)]))
}

/** The first two letters as one number. */
function startCode(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1)
}

/** Whether what stands behind a bracket may make a marker of it, or a leftover. */
export function isHintAt(text: string, from: number): boolean {
  let at = from
  let code = text.charCodeAt(at)
  if (!isPlain(code)) {
    at = matchEnd(beforeWords, text, at)
    code = text.charCodeAt(at)
  }
  if (code === 94) return true
  if (code === 38) return isAt(entity, text, at)
  if (isDigitCode(code)) return mayBeNumbers(text, at)
  return (
    (code >= 97 && code <= 122 && !isWord(text, at) && isAt(letters, text, at) && !isBox(text, from)) ||
    (groupInitials.has(code) && isAt(group, text, at)) ||
    isTagAt(text, at)
  )
}

/** An entity, or what HTML takes for one without its semicolon: white space, raised digits. */
const entity = /&(?:#|[A-Za-z][A-Za-z\d]{1,31};|nbsp|shy|sup)/y

/** Whether the next bracket to close may be that of a link. */
function mayLead(text: string, at: number): boolean {
  const close = text.slice(at, at + longestBracket).indexOf(']')
  return close >= 0 && text.charCodeAt(at + close + 1) === 40
}

/** `- [x]`: a box to tick. */
function isBox(text: string, from: number): boolean {
  if (!text.startsWith('x] ', from)) return false
  return /(?:^|[\r\n \t>])(?:[-*+]|\d{1,9}[.)])[ \t]+$/.test(text.slice(Math.max(0, from - 16), from - 1))
}

/** Three letters, which are none of a list. */
const isWord = (text: string, at: number) => isPlain(text.charCodeAt(at + 1)) && isPlain(text.charCodeAt(at + 2))

/** No bracket with a marker in it is longer. */
export const longestBracket = 1000

/** Whether a bracket is open before an offset. */
export function isInBracket(text: string, at: number): boolean {
  let closed = 0
  for (let index = at - 1; index >= Math.max(0, at - longestBracket); index--) {
    const code = text.charCodeAt(index)
    if (code === 93 && text.charCodeAt(index - 1) !== 92) closed++
    else if (code === 91 && closed-- === 0) return true
  }
  return false
}

/**
 * The offset behind `[12](https://example.org)`: where Markdown is read, the number is the words of a link. The offset itself,
 * where there is none.
 */
export function behindNumberedLink(text: string, at: number): number {
  if (!mayLead(text, at) || text.charCodeAt(at - 1) === 92 || isInBracket(text, at)) return at
  link.lastIndex = at
  return link.test(text) ? link.lastIndex : at
}

const link = new RegExp(String.raw`\[\d+\]${target}`, 'y')

/** A letter or digit of ASCII. */
const isPlain = (code: number) => isLetterCode(code) || isDigitCode(code)

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
  while (isLetterCode(text.charCodeAt(end))) end++
  const code = text.charCodeAt(end)
  if (code > 127 || /[\\*_`~<&]/.test(text[end] ?? ' ')) return true
  const word = text.slice(at, end).toLowerCase()
  return words.some((first) => word.startsWith(first))
}

export function isAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at
  return pattern.test(text)
}

function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  pattern.test(text)
  return pattern.lastIndex
}
