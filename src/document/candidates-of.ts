import type { Block, Candidate } from './document.ts'
import { findBrackets, mayOpenNumber } from './notations/bracket.ts'
import { findCiteLinks } from './notations/cite-link.ts'
import { findCiteRoles } from './notations/cite-role.ts'
import { findCitekeys } from './notations/citekey.ts'
import { none } from './notations/create.ts'
import { findFootnotes } from './notations/footnote.ts'
import { findGroups, mayOpenGroup } from './notations/group.ts'
import { findInlineNotes } from './notations/inline-note.ts'
import { findLinks } from './notations/link.ts'
import { findReferences } from './notations/reference.ts'
import { findSuperscripts, mayHoldSuperscript } from './notations/superscript.ts'
import { holdsMark } from './signs.ts'
import type { Signs } from './signs.ts'

/** Everything in a block that might be a marker, but for keys and numbers in parentheses. */
export function candidatesOf(block: Block, text: string, { mayHoldRaised }: Signs): Candidate[] {
  const isLinked = block.links.length > 0 && holdsMark(block.links)
  const found: Candidate[] = []
  if (isLinked) addTo(found, findReferences(block, text))
  if (isLinked) addTo(found, findCiteLinks(block, text))
  if (mayHoldSuperscript(block, mayHoldRaised)) addTo(found, findSuperscripts(block, text))
  if (isLinked || block.text.includes('^[')) addTo(found, findInlineNotes(block, text))
  const opened = openedIn(block.text)
  if (!opened.any) return found
  const links = isLinked ? findLinks(block, text) : none
  addTo(found, links)
  if (opened.footnote) addTo(found, findFootnotes(block, text))
  if (opened.group) addTo(found, findGroups(block, text))
  if (opened.number) addTo(found, untaken(findBrackets(block, text), links))
  return found
}

/** What the brackets of a text may open, which shows right behind each. */
function openedIn(text: string) {
  const opened = { any: false, footnote: false, group: false, number: false }
  for (let at = text.indexOf('['); at >= 0; at = text.indexOf('[', at + 1)) {
    const code = text.charCodeAt(at + 1)
    opened.any = true
    if (code === caret) opened.footnote = true
    else if (mayOpenNumber(code)) opened.number = true
    if (mayOpenGroup(code)) opened.group = true
  }
  return opened
}

const caret = 94

function addTo(found: Candidate[], more: readonly Candidate[]): void {
  for (const one of more) found.push(one)
}

function untaken(brackets: readonly Candidate[], links: readonly Candidate[]): readonly Candidate[] {
  if (links.length === 0 || brackets.length === 0) return brackets
  const taken = new Set(links.map((link) => link.at))
  return brackets.filter((bracket) => !taken.has(bracket.at))
}

/** Keys in the text; formats that have marks of their own for them have none there. */
export function keysIn(block: Block, text: string): readonly Candidate[] {
  const roles = findCiteRoles(block, text)
  const keys = findCitekeys(block, text)
  return roles.length === 0 ? keys : [...roles, ...keys]
}
