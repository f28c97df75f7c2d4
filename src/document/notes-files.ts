import { nameOf } from './book.ts'
import type { Part } from './book.ts'
import type { Block, Reading } from './document.ts'
import { possibleEntries } from './entries/entries.ts'
import { isReferenceHeading } from './entries/headings.ts'
import { insideOf } from './nearby.ts'

/** A file of nothing but headings and what looks like entries. */
export function holdsOnlyNotes({ reading }: Part): boolean {
  const entries = possibleEntries(reading)
  const isEntry = insideOf(entries)
  const isNote = (block: Block) => block.kind === 'heading' || block.note !== undefined || isEntry(block.end - 1)
  return entries.length > 0 && reading.blocks.every(isNote)
}

/** In a file that is called notes, by its name or its first heading, "Chapter 2" is a heading over notes too. */
export function underNotes({ source, reading }: Part): Reading {
  const title = reading.blocks.find((block) => block.kind === 'heading')?.text ?? ''
  const text = [title, nameOf(source.path)].find(isReferenceHeading)
  if (text === undefined) return reading
  return { ...reading, blocks: reading.blocks.map((block) => (block.kind === 'heading' ? { ...block, text } : block)) }
}
