import type { Candidate, Link } from '../document.ts'
import { isEscaped } from '../characters.ts'
import { linksAround } from '../links.ts'
import { remembered } from '../remembered.ts'
import { before, beforeSign, behind, behindHolding, behindSign, firstReason } from './grounds.ts'
import type { Ground } from './grounds.ts'
import { isInFormula } from './maths.ts'

/** What makes a candidate none, whatever else the document holds. */
const inText: readonly Ground[] = [
  ({ block, at }) => (isEscaped(block.text, at) ? 'the bracket is escaped' : undefined),
  ({ block, at }) => (isInFormula(block, at) ? 'it stands in a formula' : undefined),
]

/** The same for what Markdown has not resolved to a link. */
const unresolved: readonly Ground[] = [
  behindSign('}', behind(/\\displaystyle[^{}]{0,80}\}\s*$/, 120, 'it repeats the formula before it')),
  behindSign('∈∊LSEOlseo', behind(/(?:[∈∊]|\b(?:intervals?|intervalle?|intervalo))\s*$/i, 16, 'it is an interval')),
  behindHolding(':', /(?:\blinkgit|\bman):\S*$/, 60, 'it is the section of a manual page'),
  behindSign('>-→←', behind(/(?:->|=>|<-|→|←)(?:\r\n|\s)?$/, 4, 'it is part of a diagram')),
  beforeSign('-=→', before(/^(?:\r\n|\s)?(?:->|=>|→)/, 'it is part of a diagram')),
  linkAround,
  linkBehind,
]

/** Why a candidate is none, whatever else the document holds; `undefined` where nothing speaks against it. */
export const alwaysRejected = remembered((candidate) => {
  const reason = firstReason(inText, candidate)
  return reason === undefined && candidate.notation !== 'link' ? firstReason(unresolved, candidate) : reason
})

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
