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
import { findSuperscripts } from './notations/superscript.ts'

/** Everything in a block that might be a marker, but for keys and numbers in parentheses. */
export function candidatesOf(block: Block, text: string): Candidate[] {
  const isLinked = block.links.length > 0
  const linked = isLinked ? [...findReferences(block, text), ...findCiteLinks(block, text)] : none
  const raised = mayHoldSuperscript(block) ? findSuperscripts(block, text) : none
  if (!block.text.includes('[')) return [...linked, ...raised, ...(isLinked ? findInlineNotes(block, text) : none)]
  const links = findLinks(block, text)
  return [
    ...linked,
    ...raised,
    ...links,
    ...findFootnotes(block, text),
    ...findGroups(block, text),
    ...findInlineNotes(block, text),
    ...untaken(findBrackets(block, text), links),
  ]
}

function untaken(brackets: readonly Candidate[], links: readonly Candidate[]): readonly Candidate[] {
  if (links.length === 0 || brackets.length === 0) return brackets
  const taken = new Set(links.map((link) => link.at))
  return brackets.filter((bracket) => !taken.has(bracket.at))
}

function mayHoldSuperscript(block: Block): boolean {
  return (
    /[⁰¹²³⁴-⁹]|\^\d[\d,–-]*\^/.test(block.text) ||
    block.links.some((link) => link.kind === 'superscript' || link.url?.startsWith('#'))
  )
}

/** Keys in the text; formats that have marks of their own for them have none there. */
export function keysIn(block: Block, text: string): Candidate[] {
  return [...findCiteRoles(block, text), ...findCitekeys(block, text)]
}
