import { behindNumberedLink, isAt, isHintAt, isInBracket, longestBracket, markup } from './bracket-hint.ts'
import { certainCode } from './certain-code.ts'
import type { BehindCode } from './certain-code.ts'
import { createCodeSpans } from './certain-span.ts'
import { invisible } from './invisible.ts'
import { hasLabelTwice } from './label-twice.ts'
import { isTurnAt } from './residue/turn.ts'

/**
 * Whether a text may hold a marker, an entry or a leftover of a paste. Most documents hold none, and need not be read to
 * know it: without a hint there is nothing of the kind, with one there may be. Keys without brackets count with a
 * bibliography only, and numbers in parentheses where somebody asks for them; neither is looked for.
 *
 * Every look goes from one sign to the next, and most texts are without most of the signs. All begin with a character that is
 * rare in prose, since that is what a search goes by.
 */
export function hasHint(text: string, behindCode: BehindCode = (at) => at): boolean {
  return (
    signs.some((sign) => hasSign(text, sign, behindCode)) ||
    hasWide(text, behindCode) ||
    hasLabelTwice(text, behindCode)
  )
}

/**
 * The same of Markdown, in whose code nothing is a hint, nor in numbers that lead elsewhere. What stands there is worked out when there
 * is a hint.
 */
export function hasMarkdownHint(text: string): boolean {
  return hasHint(text, createBehind(text))
}

/** The same, footnotes with plain brackets left out of account. */
export function hasHintBesideNotes(text: string): boolean {
  const behindCode = createBehind(text)
  return (
    signsBesideNotes.some((sign) => hasSign(text, sign, behindCode)) ||
    hasWide(text, behindCode) ||
    hasLabelTwice(text, behindCode, (at) => text.charCodeAt(at) === 94)
  )
}

/** Tells the offset behind what is certainly no place for a hint in Markdown. */
export function createBehind(text: string): BehindCode {
  let behindBlock: BehindCode | undefined
  let mayHoldHtml: boolean | undefined
  const behindSpan = createCodeSpans(text)
  return (at) => {
    const inBlock = (behindBlock ??= certainCode(text))(at)
    if (inBlock > at) return inBlock
    const inLink = text.charCodeAt(at) === 91 ? behindNumberedLink(text, at) : at
    const end = inLink > at ? inLink : behindSpan(at)
    return end > at && (mayHoldHtml ??= htmlBlock.test(text)) ? at : end
  }
}

/** Raw HTML at the start of a line, be it in a container: Markdown is not read in it. */
const htmlBlock = /(?:^|[\r\n])[ \t>*+\-\d.)]*<[A-Za-z/!?]/

function hasSign(text: string, { sign, isHint }: Sign, behindCode: BehindCode): boolean {
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at)) {
    if (isHint && !isHint(text, at)) at++
    else {
      const end = behindCode(at)
      if (end === at) return true
      at = end
    }
  }
  return false
}

/** Markup, no white space: in a number between carets there is none. */
const within = String.raw`[\\*_\x60~${invisible}]|<[^<>]{0,300}>`
const raised = new RegExp(String.raw`\^(?:${within})*\d(?:[\d,–-]|${within}|&[#\w]{1,32};)*\^`, 'y')
const opensNote = new RegExp(String.raw`\^${markup}\[`, 'y')
/** At the start of a line, or behind the number of an item. */
const opensEntry = new RegExp(String.raw`(?:^|[\r\n>\]]|[.)][*_\\]*\s)[\s${invisible}*_\\]*$`)

/** `^[a note in place]`, `^3^`, and the caret in front of an entry that was pasted from a wiki. */
function isCaretHint(text: string, at: number): boolean {
  if (isAt(opensNote, text, at) || isAt(raised, text, at)) return true
  return opensEntry.test(text.slice(Math.max(0, at - 20), at))
}

/** What stands before the number where a bare number may lead to a note. */
export const anchorWords = [
  'fn',
  'footnote',
  'note',
  'endnote',
  'en',
  'cite_note',
  'cite_ref',
  'ref',
  'reference',
  'bib',
]
const anchor = new RegExp(String.raw`#(?:user-content-)?(?:${anchorWords.join('|')})[-_:.]*\d`, 'iy')

/** Names of entities that stand for a bracket, a caret, a raised digit or an arrow, or what those begin with. */
export const entityNames = ['sup', 'lbrack', 'lsqb', 'uarr', 'uArr', 'UpArrow', 'Uparrow']
const entity = new RegExp(
  String.raw`&(?:${entityNames.join('|')}|#(?:0*(?:9[134]|178|179|185|830[48-9]|830[5-7]|831[0-3]|8593|8657)|[xX]0*(?:5[bBdDeE]|[bB][239]|207[0-9]|2191|21[dD]1));)`,
  'y',
)
const raisedElement = new RegExp(String.raw`<sup(?:[\s/][^<>]{0,300})?>${markup}\d`, 'iy')

const key = /@[\p{L}\p{N}_{]/uy
/** A key in brackets that are not the text of a link. */
function isKeyHint(text: string, at: number): boolean {
  if (/[\p{L}\p{N}_.@/:=]/u.test(text[at - 1] ?? ' ') || !isAt(key, text, at)) return false
  if (!isInBracket(text, at)) return false
  const words = text.slice(at, at + longestBracket)
  const close = words.indexOf(']')
  return close >= 0 && (text[at + close + 1] !== '(' || words.slice(0, close).includes('['))
}

/** Where a hint may stand: the characters that it begins with, and what else has to be there. */
export interface Sign {
  readonly sign: string
  readonly isHint?: (text: string, at: number) => boolean
}

/** Engines look for so many characters by the first one of them, and for more in steps that take longer. */
const mostSought = 6

const alone = (...all: readonly string[]): Sign[] =>
  all.map((sign) =>
    sign.length <= mostSought
      ? { sign }
      : { sign: sign.slice(0, mostSought), isHint: (text, at) => text.startsWith(sign, at) },
  )
const like = (sign: string, pattern: RegExp): Sign => ({
  sign: sign.slice(0, mostSought),
  isHint: (text, at) => isAt(pattern, text, at),
})

/** What models call themselves in the addresses of pages. */
const modelSources = ['chatgpt', 'openai', 'copilot', 'perplexity']

/** What is a sign wherever it stands, in texts of which each character is kept in a byte. */
const narrowSigns = ['Jump up', '"attributableIndex', '<grok', '_render_citation_card', '¹', '²', '³']

/** Brackets, keys, raised digits and arrows, as they are and by the names of their entities, roles that cite, what models leave behind. */
export const signs: readonly Sign[] = [
  { sign: '[', isHint: (text, at) => isHintAt(text, at + 1) },
  { sign: '^', isHint: isCaretHint },
  { sign: '@', isHint: isKeyHint },
  like('&', entity),
  { sign: '<', isHint: (text, at) => (text.charCodeAt(at + 1) | 32) === 115 && isAt(raisedElement, text, at) },
  like('#', anchor),
  ...alone('{cite', ...narrowSigns),
  like('_source=', new RegExp(`_source=(?:${modelSources.join('|')})`, 'y')),
  { sign: 'urn', isHint: (text, at) => isTurnAt(text, at - 1) },
]

/** Where footnotes do not count, any other caret may be a slip of one. */
const signsBesideNotes = signs.map((one): Sign => {
  const { sign } = one
  if (sign === '[') return { sign, isHint: (text, at) => text.charCodeAt(at + 1) !== 94 && isHintAt(text, at + 1) }
  return sign === '^' ? { sign, isHint: (text, at) => text.charCodeAt(at - 1) !== 91 } : one
})

/**
 * The other raised digits, arrows and what models leave behind, by their codes. Texts of which each character is kept in a byte
 * hold none of them; in others, one look is faster than ten, and faster still as long as all characters are before the first of them.
 */
const wideSigns = ['⁰', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹', '↑', '⇑', '【', '\uE200']
export const wide = new RegExp(`[${wideSigns.join('')}]`, 'g')
const wideOrBehind = new RegExp(`[${wideSigns[0]}-\uFFFF]`, 'g')

/** What is a sign wherever it stands, keys left out of account. */
export const plainSigns: readonly string[] = [
  ...narrowSigns,
  ...modelSources.map((name) => `_source=${name}`),
  ...wideSigns,
]

function hasWide(text: string, behindCode: BehindCode): boolean {
  wideOrBehind.lastIndex = 0
  if (!wideOrBehind.test(text)) return false
  wide.lastIndex = wideOrBehind.lastIndex - 1
  while (wide.test(text)) {
    const at = wide.lastIndex - 1
    const end = behindCode(at)
    if (end === at) return true
    wide.lastIndex = end
  }
  return false
}
