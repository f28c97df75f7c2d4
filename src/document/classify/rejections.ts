import type { Candidate, Link } from '../document.ts'
import { isEscaped, isWhite } from '../characters.ts'
import { linksAround } from '../links.ts'
import { remembered } from '../remembered.ts'
import { before, behind, behindHolding, firstReason, white } from './grounds.ts'
import type { Ground } from './grounds.ts'
import { isInFormula } from './maths.ts'

/** Why a candidate is none, whatever else the document holds; `undefined` where nothing speaks against it. */
export const alwaysRejected = remembered((candidate) => {
  const { block, at, notation } = candidate
  if (isEscaped(block.text, at)) return 'the bracket is escaped'
  if (isInFormula(block, at)) return 'it stands in a formula'
  return notation === 'link' ? undefined : unresolvedReason(candidate)
})

/** The same for what Markdown has not resolved to a link. */
function unresolvedReason(candidate: Candidate): string | undefined {
  const { block, at, to } = candidate
  return (
    (signsBefore.includes(signBefore(block.text, at)) ? firstReason(behindSign, candidate) : inManual(candidate)) ??
    (signsBehind.includes(signBehind(block.text, to)) ? pointedFrom(candidate) : undefined) ??
    (block.links.length > 0 ? linkAround(candidate) : undefined) ??
    linkBehind(candidate)
  )
}

const inManual = behindHolding(':', /(?:\blinkgit|\bman):\S*$/, 60, 'it is the section of a manual page')

/** In their order; all but the page of a manual end in one of the signs, perhaps with white space behind it. */
const behindSign: readonly Ground[] = [
  behind(/\\displaystyle[^{}]{0,80}\}\s*$/, 120, 'it repeats the formula before it'),
  behind(/(?:[∈∊]|\b(?:intervals?|intervalle?|intervalo))\s*$/i, 16, 'it is an interval'),
  inManual,
  behind(/(?:->|=>|<-|→|←)(?:\r\n|\s)?$/, 4, 'it is part of a diagram'),
]
const signsBefore = '}∈∊LSEOlseo>-→←'

const pointedFrom = before(`${white}-=`, /^(?:\r\n|\s)?(?:->|=>|→)/, 'it is part of a diagram')
const signsBehind = '-=→'

/** The character before a place of a text, white space left out of account; a line end where there is none. */
function signBefore(text: string, at: number): string {
  let end = at
  while (end > 0 && isWhite(text[end - 1])) end--
  return text[end - 1] ?? '\n'
}

/** The same behind it. */
function signBehind(text: string, to: number): string {
  let start = to
  while (start < text.length && isWhite(text[start])) start++
  return text[start] ?? '\n'
}

function linkAround(candidate: Candidate): string | undefined {
  const { block, at, to } = candidate
  const [link] = linksAround(block, at, to)
  if (link?.kind === 'full' && !isChain(candidate, link)) return 'it is the text or the label of a link'
  if (link?.kind === 'autolink') return 'it is part of an address'
  const isAll = link?.kind === 'inline' && link.at === at && link.to === to
  return isAll && !leadsToNote(link.url) ? 'it is a link of its own' : undefined
}

/** `[1][2]` is a link to Markdown as soon as `[2]: …` exists; to the reader these are two citations. */
function isChain({ at, members }: Candidate, link: Link): boolean {
  return at === link.at && /^\d+$/.test(link.label ?? '') && Number(link.label) !== members[0]!.number
}

/** A link around a marker leads to its note, as in a page copied with its links: `[[1]](…#cite_note-1)`. */
function leadsToNote(url: string | undefined): boolean {
  return url !== undefined && /#.*(?:note|fn|ref|cite|bib|end|\d)/i.test(url)
}

/** `[12](…)` in plain text, and `[116][BIP116]`. Templates (`[12][citation needed]`) and chains (`[1][2]`) are no links. */
function linkBehind({ block: { text }, to, notation }: Candidate): string | undefined {
  if (text[to] === '(' && notation === 'bracket') return 'it is the text of a link'
  if (text[to] !== '[') return undefined
  const label = /\[([\w.-]{2,60})\]/y
  label.lastIndex = to
  const match = label.exec(text)
  const isLabel = match !== null && /[A-Z]/.test(match[1]!) && /\d/.test(match[1]!)
  return isLabel ? 'it is the text of a link whose definition is elsewhere' : undefined
}
