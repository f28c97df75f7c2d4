import type { Block, Candidate } from './document.ts'
import { findBrackets } from './notations/bracket.ts'
import { findCiteLinks } from './notations/cite-link.ts'
import { findCiteRoles } from './notations/cite-role.ts'
import { findCitekeys } from './notations/citekey.ts'
import { findFootnotes } from './notations/footnote.ts'
import { findGroups } from './notations/group.ts'
import { findInlineNotes } from './notations/inline-note.ts'
import { findLinks } from './notations/link.ts'
import { findReferences } from './notations/reference.ts'
import { findSuperscripts } from './notations/superscript.ts'

/** Everything in a block that might be a marker, but for keys and numbers in parentheses. */
export function* candidatesOf(block: Block, text: string): Generator<Candidate> {
  yield* findReferences(block, text)
  yield* findCiteLinks(block, text)
  if (mayHoldSuperscript(block)) yield* findSuperscripts(block, text)
  if (!block.text.includes('[')) {
    if (block.links.length > 0) yield* findInlineNotes(block, text)
    return
  }
  const links = [...findLinks(block, text)]
  const taken = new Set(links.map((link) => link.at))
  yield* links
  yield* findFootnotes(block, text)
  yield* findGroups(block, text)
  yield* findInlineNotes(block, text)
  for (const bracket of findBrackets(block, text)) if (!taken.has(bracket.at)) yield bracket
}

function mayHoldSuperscript(block: Block): boolean {
  return (
    /[⁰¹²³⁴-⁹^]/.test(block.text) ||
    block.links.some((link) => link.kind === 'superscript' || link.url?.startsWith('#'))
  )
}

/** Keys in the text; formats that have marks of their own for them have none there. */
export function* keysIn(block: Block, text: string): Generator<Candidate> {
  yield* findCiteRoles(block, text)
  yield* findCitekeys(block, text)
}
