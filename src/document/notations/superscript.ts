import type { Block, Candidate, Link, Member } from '../document.ts'
import { isDigit } from '../characters.ts'
import { sourceRange } from '../formats/prose.ts'
import { linksAround } from '../links.ts'
import { scanMembers } from './bracket.ts'
import { createCandidate } from './create.ts'
import type { Stretch } from './create.ts'

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const unicodeRun = /[⁰¹²³⁴-⁹]+(?:[,˒‚⁻–-][⁰¹²³⁴-⁹]+)*/g
const caretRun = /\^(\d{1,3}(?:[,–-]\d{1,3})*)\^/g

/** Whether a block has raised digits, a number between carets, or a link that may be a raised number. */
export function mayHoldSuperscript({ text, links }: Block, mayHoldRaised: boolean): boolean {
  return (mayHoldRaised && raisedDigit.test(text)) || holdsCaretRun(text) || links.some(mayBeRaised)
}

export const raisedDigit = /[⁰¹²³⁴-⁹]/

function holdsCaretRun(text: string): boolean {
  for (let at = text.indexOf('^'); at >= 0; at = text.indexOf('^', at + 1)) {
    if (!isDigit(text[at + 1])) continue
    let end = at + 2
    while (isDigit(text[end]) || text[end] === ',' || text[end] === '-' || text[end] === '–') end++
    if (text[end] === '^') return true
  }
  return false
}

const mayBeRaised = ({ kind, url }: Link) => kind === 'superscript' || (url !== undefined && url.startsWith('#'))

/** Candidates `¹²`, `¹,³⁻⁵`, `^3^` (Pandoc) and `<sup>3</sup>`; whether they are citations or exponents depends on the notes. */
export function findSuperscripts(block: Block, source: string): Candidate[] {
  const found: Candidate[] = []
  const take = (stretch: Stretch, digits: string) => {
    const one = candidate(source, stretch, digits)
    if (one) found.push(one)
  }
  for (const { index, 0: run } of block.text.matchAll(unicodeRun)) {
    const digits = run
      .replace(/[⁰¹²³⁴-⁹]/g, (digit) => String(raised.indexOf(digit)))
      .replace(/⁻/g, '-')
      .replace(/[˒‚]/g, ',')
    take({ block, at: index, to: index + run.length }, digits)
  }
  if (holdsCaretRun(block.text))
    for (const { index, 0: run, 1: digits } of block.text.matchAll(caretRun))
      take({ block, at: index, to: index + run.length }, digits!)
  for (const link of block.links) {
    const { at, to, range } = link
    if (link.kind === 'superscript' || leadsToNote(link, block))
      take({ block, at, to, range }, block.text.slice(at, to))
  }
  return found
}

/** `<a href="#fn1">1</a>`, `[1](#fn1)`: a bare number that leads to a note, unless it is raised and found as such. */
function leadsToNote({ kind, at, to, url }: Link, block: Block): boolean {
  if ((kind !== 'anchor' && kind !== 'inline') || url === undefined) return false
  if (!/^#(?:user-content-)?(?:fn|footnote|note|endnote|en|cite_note|ref|reference|bib)[-_:.]*\d+/i.test(url))
    return false
  return !linksAround(block, at, to).some((link) => link.kind === 'superscript')
}

function candidate(source: string, stretch: Stretch, digits: string): Candidate | undefined {
  const { block, at, to } = stretch
  const scanned = scanMembers(digits, 0)
  if (!scanned || scanned.end !== digits.length || scanned.members.length === 0) return undefined
  // Inside a raised run every letter of the source stands for one digit, so a member's place follows from that.
  const shift = to - at === digits.length ? 0 : 1
  const members = scanned.members.map(({ at: from, to: until, label, number, through }): Member => {
    const { start, end } = sourceRange(block, at + shift + from, at + shift + until)
    return { start, end, text: source.slice(start, end), label, number, through }
  })
  return createCandidate(source, stretch, { notation: 'superscript', family: 'superscript', members })
}
