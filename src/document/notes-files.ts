import { nameOf } from './book.ts'
import type { Part } from './book.ts'
import type { Block, Reading } from './document.ts'
import { possibleEntries } from './entries/entries.ts'
import { isReferenceHeading } from './entries/headings.ts'
import { insideOf } from './nearby.ts'

/**
 * A file of nothing but headings and what looks like entries; or one that is called notes, by its name or the heading that it begins with,
 * and has entries and words about them, but cites nothing itself.
 */
export function holdsOnlyNotes(part: Part): boolean {
  const { blocks } = part.reading
  const entries = possibleEntries(part.reading)
  const isEntry = insideOf(entries)
  const prose = blocks.filter((block) => block.kind !== 'heading' && !block.note && !isEntry(block.end - 1))
  return entries.length > 0 && (prose.length === 0 || (titleOf(part) !== undefined && !prose.some(mayCite)))
}

const mayCite = ({ text }: Block) => /\[\^|\[\d|[⁰¹²³⁴-⁹]/.test(text)

/** In a file that is called notes, "Chapter 2" is a heading over notes too. */
export function underNotes(part: Part): Reading {
  const { reading } = part
  const text = titleOf(part)
  if (text === undefined) return reading
  return {
    ...reading,
    signed: undefined,
    blocks: reading.blocks.map((block) =>
      block.kind === 'heading' ? { ...block, text, runs: block.runs, links: block.links } : block,
    ),
  }
}

/** The heading that a file begins with or its name, if one of them says "notes" or "references" in any language. */
function titleOf({ source, reading }: Part): string | undefined {
  const [first] = reading.blocks
  const title = first?.kind === 'heading' ? first.text : ''
  return [title, nameOf(source.path)].find(isReferenceHeading)
}
