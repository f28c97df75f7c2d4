import type { Candidate, Link } from '../document.ts'
import { characterAt, characterBefore, isEscaped, isLetter, isUnspacedScript, isWhite } from '../characters.ts'
import { mathStretches } from './maths.ts'

/**
 * Why a candidate is none, whatever else the document holds; `undefined` where nothing speaks against it.
 */
export function alwaysRejected(candidate: Candidate): string | undefined {
  const { block, at, to } = candidate
  const { text } = block
  if (isEscaped(text, at)) return 'the bracket is escaped'
  if (text.includes('$') || text.includes('\\(')) {
    if (mathStretches(text).some((maths) => maths.at < at && at < maths.to)) return 'it stands in a formula'
  }
  if (candidate.notation === 'link') return undefined
  if (/\\displaystyle[^{}]{0,80}\}\s*$/.test(text.slice(Math.max(0, at - 120), at)))
    return 'it repeats the formula before it'
  if (/(?:[∈∊]|\b(?:intervals?|intervalle?|intervalo|Intervall))\s*$/i.test(text.slice(Math.max(0, at - 16), at)))
    return 'it is an interval'
  if (/(?:\blinkgit|\bman):\S*$/.test(text.slice(Math.max(0, at - 60), at))) return 'it is the section of a manual page'
  if (isDiagram(text, at, to)) return 'it is part of a diagram'
  const link = block.links.find((one) => one.at <= at && to <= one.to)
  if (link?.kind === 'full' && !isChain(candidate, link)) return 'it is the text or the label of a link'
  if (link?.kind === 'inline' && link.at === at && link.to === to && !leadsToNote(link.url))
    return 'it is a link of its own'
  if (link?.kind === 'autolink') return 'it is part of an address'
  if (text[to] === '(' && candidate.notation === 'bracket') return 'it is the text of a link'
  if (text[to] === '[' && hasLinkLabel(text, to)) return 'it is the text of a link whose definition is elsewhere'
  return undefined
}

/** `lp [1]->[2]`. */
function isDiagram(text: string, at: number, to: number): boolean {
  return (
    /(?:->|=>|<-|→|←)\s?$/.test(text.slice(Math.max(0, at - 4), at)) || /^\s?(?:->|=>|→)/.test(text.slice(to, to + 4))
  )
}

/** In a block quote, or on a line of plain text that a letter quotes with `>`. */
export function isQuoted({ block, at }: Candidate): boolean {
  if (block.quoted) return true
  let lineStart = at
  while (lineStart > 0 && at - lineStart < 1000 && !/[\r\n]/.test(block.text[lineStart - 1]!)) lineStart--
  return /^\s*>/.test(block.text.slice(lineStart, at))
}

/** A link around a marker leads to its note, as in a page copied with its links: `[[1]](…#cite_note-1)`. */
function leadsToNote(url: string | undefined): boolean {
  return url !== undefined && /#.*(?:note|fn|ref|cite|bib|end|\d)/i.test(url)
}

/** `of [2]Catenation`: white space before it, and none between it and the letter behind. */
export function startsWord({ block: { text }, at, to }: Candidate): boolean {
  const before = characterBefore(text, at)
  const after = characterAt(text, to)
  return isWhite(before) && isLetter(after) && !isUnspacedScript(after)
}

/** `[1][2]` is a link to Markdown as soon as `[2]: …` exists; to the reader these are two citations. */
function isChain({ at, members }: Candidate, link: Link): boolean {
  return at === link.at && /^\d+$/.test(link.label ?? '') && Number(link.label) !== members[0]!.number
}

/** `[116][BIP116]`: a label behind the bracket. Templates (`[12][citation needed]`) and chains (`[1][2]`) are none. */
function hasLinkLabel(text: string, at: number): boolean {
  const label = /\[([\w.-]{2,60})\]/y
  label.lastIndex = at
  const match = label.exec(text)
  return match !== null && /[A-Z]/.test(match[1]!) && /\d/.test(match[1]!)
}

/**
 * Why a bracket is probably something else, unless an entry of its number or the run of the numbers says otherwise;
 * `undefined` where nothing does.
 */
export function doubt(candidate: Candidate): string | undefined {
  const { block, at, to, members } = candidate
  const { text } = block
  const before = characterBefore(text, at)
  const after = text[to]
  const numbers = members.map((member) => member.number ?? 0)
  if (numbers.includes(0)) return 'no entry has the number 0'
  if (numbers.some((number) => number >= 1400 && number <= 2100)) return 'it is a year'
  if (members.some((member) => member.through !== undefined && member.through <= member.number!))
    return 'the range runs backwards'
  if (numbers.some((number, index) => index > 0 && number <= numbers[index - 1]!))
    return 'the numbers do not rise: an interval or a list of values'
  if (members.some((member) => member.through !== undefined && member.through - member.number! > 99))
    return 'the range is too wide for citations'
  if (block.kind === 'cell' && text.trim() === text.slice(at, to)) return 'it is all that a table cell holds'
  if (before !== undefined && '#&@$%+=<>|~^\\_-`∈'.includes(before) && !closesEmphasis(text, at)) {
    return `it stands right behind \`${before}\``
  }
  if (before === '/' || before === '\uFFFC') return 'it stands right behind code or an address'
  if (isLetter(before) && isLetter(after) && !isUnspacedScript(before)) return 'it stands inside a word'
  if (
    /(?:^|[\s`(])[a-z][a-z\d]*(?:-[a-z\d]+)+$/.test(text.slice(Math.max(0, at - 40), at)) &&
    /^\[[1-8]\]$/.test(text.slice(at, to))
  ) {
    return 'it reads as the section of a manual page'
  }
  return identifierBefore(text, at) ?? phraseBefore(text, at) ?? phraseAfter(text, to)
}

/** `_chaleur,_[201]`: plain text marks emphasis with `_`, `*`, `/`, `~`, `=`. */
function closesEmphasis(text: string, at: number): boolean {
  return /(?:^|[\s("“‘—-])([_*/~=])(?=\S)[^_*~=]*\1$/.test(text.slice(Math.max(0, at - 300), at))
}

/** An array index, a man page, a version: what stands right before the bracket is a name, not a word. */
export function identifierBefore(text: string, at: number): string | undefined {
  const before = /[\w.$\])'"]*$/.exec(text.slice(Math.max(0, at - 60), at))![0]
  if (before === '' || /[.'"]$/.test(before) || closesEmphasis(text, at)) return undefined
  const name = /[A-Za-z0-9_.$]+$/.exec(before)?.[0] ?? ''
  const isName =
    /_/.test(name) ||
    /\w\.[A-Za-z_]/.test(name) ||
    /^[A-Za-z]$/.test(name) ||
    /[a-z][A-Z]/.test(name) ||
    /\$/.test(name) ||
    /^[A-Z]{2,}[\dA-Z]*$/.test(name) ||
    /[A-Za-z]\d+$/.test(name)
  if (isName) return `\`${name}[…]\` reads as an index`
  if (/^\d+$/.test(name)) return 'it stands right behind a number'
  return undefined
}

const pinpoint =
  /(?:\b(?:ibid\.?|id\.?|op\. cit\.?|supra|at|para\.?|paras\.?|paragraphs?|page|pages|pp?\.|sections?|sec\.|§+|line|lines|col\.?|column|chapter|fig\.?|figure|table|step|steps|item|items|option|version|interval|range|between|rn\.?|rz\.?)|[∈∊¶§=])\s*$/i

function phraseBefore(text: string, at: number): string | undefined {
  const before = text.slice(Math.max(0, at - 24), at)
  if (pinpoint.test(before)) return 'the word before it makes it a place in a text, not a citation'
  return undefined
}

/** `[2013] UKSC 73`, `[1] above`, `[3]=`. */
function phraseAfter(text: string, to: number): string | undefined {
  const after = text.slice(to, to + 24)
  if (/^(?:,?\s(?:and|or|to)\s\[\d+\])?,?\s(?:above|below)\b/.test(after))
    return 'the word behind it points to a place in the text'
  if (/^\s?(?:=|:=|\+=|\[[a-z]\w*\]\s*=)/.test(after)) return 'a value is assigned to it'
  if (/^\s[A-Z]{2,}(?:\s[A-Za-z]+)?\s\d+/.test(after)) return 'it belongs to a law report'
  return undefined
}

/** How the bracket holds on to the text: right behind it, right before punctuation, or with white space on both sides. */
export function isAttached({ block: { text }, at, to }: Candidate): boolean {
  const before = characterBefore(text, at)
  if (before !== undefined && !isWhite(before)) return true
  const after = text[to]
  return after !== undefined && /[.,;:!?)\]»”"'。，、；：！？[]/.test(after)
}

/** It opens its block, so that nothing stands before it that it could belong to. */
export function opensBlock({ block: { text }, at }: Candidate): boolean {
  let index = at
  while (index > 0 && isWhite(text[index - 1])) index--
  return index === 0
}
