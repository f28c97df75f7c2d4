import type { Block, Comment, LinkDefinition, NoteDefinition, Reading } from '../document.ts'
import type { Range } from '../../source.ts'

/** A reading whose offsets count from somewhere else. What begins before `first` is left out. */
export function shiftReading(reading: Reading, by: number, first: number): Reading {
  const notes = new Map(reading.notes.map((note) => [note, shiftLabelled<NoteDefinition>(note, by)]))
  const kept = <T extends Range>(items: readonly T[]) => items.filter((item) => item.start >= first)
  return {
    blocks: kept(reading.blocks).map((block) => shiftBlock(block, by, notes)),
    notes: kept(reading.notes).map((note) => notes.get(note)!),
    definitions: kept(reading.definitions).map((definition) => shiftLabelled<LinkDefinition>(definition, by)),
    comments: kept(reading.comments).map((comment) => shift<Comment>(comment, by)),
  }
}

function shift<T extends Range>(at: T, by: number): T {
  return { ...at, start: at.start + by, end: at.end + by }
}

function shiftLabelled<T extends Range & { readonly labelRange: Range }>(at: T, by: number): T {
  return { ...shift(at, by), labelRange: shift(at.labelRange, by) }
}

function shiftBlock(block: Block, by: number, notes: ReadonlyMap<NoteDefinition, NoteDefinition>): Block {
  const { item, note } = block
  return {
    ...shift(block, by),
    runs: block.runs.map((run) => ({ ...run, start: run.start + by })),
    links: block.links.map((link) => (link.range ? { ...link, range: shift(link.range, by) } : link)),
    ...(item && { item: { ...item, marker: shift(item.marker, by) } }),
    ...(note && { note: notes.get(note)! }),
  }
}
