import type { Block, Candidate } from './document.ts'
import { findBrackets } from './notations/bracket.ts'
import { findCiteLinks } from './notations/cite-link.ts'
import { findCiteRoles } from './notations/cite-role.ts'
import { findCitekeys } from './notations/citekey.ts'
import { none } from './notations/create.ts'
import { findFootnotes } from './notations/footnote.ts'
import { findGroups } from './notations/group.ts'
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
  const isBracketed = block.text.includes('[')
  const links = isBracketed && isLinked ? findLinks(block, text) : none
  if (!isBracketed) {
    if (isLinked) addTo(found, findInlineNotes(block, text))
    return found
  }
  addTo(found, links)
  addTo(found, findFootnotes(block, text))
  addTo(found, findGroups(block, text))
  addTo(found, findInlineNotes(block, text))
  addTo(found, untaken(findBrackets(block, text), links))
  return found
}

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
