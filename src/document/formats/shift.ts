import type { Block, Comment, Link, LinkDefinition, ListItem, NoteDefinition, Reading, Run } from '../document.ts'
import type { Range } from '../../source.ts'
import { createLazy } from '../../lazily.ts'

/** Says where what was read from one text stands in another. */
export interface Move {
  range(range: Range): Range
  runs(runs: readonly Run[]): readonly Run[]
}

/** A reading whose offsets count from somewhere else. What begins before `first` is left out. */
export function shiftReading(reading: Reading, by: number, first: number): Reading {
  const kept = <T extends Range>(items: readonly T[]) => items.filter((item) => item.start >= first)
  const { blocks, notes, definitions, comments } = reading
  return moveReading(
    { blocks: kept(blocks), notes: kept(notes), definitions: kept(definitions), comments: kept(comments) },
    {
      range: ({ start, end }) => ({ start: start + by, end: end + by }),
      runs: (runs) => runs.map((run) => ({ ...run, start: run.start + by })),
    },
  )
}

/** A reading of one text as a reading of another. */
export function moveReading(reading: Reading, move: Move): Reading {
  const at = <T extends Range>(one: T): T => ({ ...one, ...move.range(one) })
  const labelled = <T extends NoteDefinition | LinkDefinition>(one: T): T => ({
    ...at(one),
    labelRange: move.range(one.labelRange),
  })
  const notes = new Map<NoteDefinition, NoteDefinition>()
  const noteOf = (note: NoteDefinition) => {
    const moved = notes.get(note) ?? labelled(note)
    notes.set(note, moved)
    return moved
  }
  const signed = reading.signed && new Set(reading.signed)
  const blocks = reading.blocks.map((block) =>
    signed?.has(block) === false ? movePlain(block, move) : moveBlock(block, move, noteOf),
  )
  return {
    blocks,
    ...(signed && { signed: blocks.filter((_, index) => signed.has(reading.blocks[index]!)) }),
    notes: reading.notes.map(noteOf),
    definitions: reading.definitions.map(labelled<LinkDefinition>),
    comments: reading.comments.map(at<Comment>),
  }
}

const withWords = createLazy<Pick<Block, 'text' | 'runs' | 'links'>>('text', 'runs', 'links')

/** A block whose words nobody may ever ask for. */
function movePlain(block: Block, move: Move): Block {
  const { kind, quoted, item } = block
  const moved = { kind, ...move.range(block), ...(quoted && { quoted }), ...(item && { item: moveItem(item, move) }) }
  return withWords(moved, () => ({
    text: block.text,
    runs: move.runs(block.runs),
    links: block.links.map((link) => moveLink(link, move)),
  }))
}

const moveItem = (item: ListItem, move: Move): ListItem => ({ ...item, marker: move.range(item.marker) })

function moveBlock(block: Block, move: Move, noteOf: (note: NoteDefinition) => NoteDefinition): Block {
  const { item, note } = block
  return {
    ...block,
    ...move.range(block),
    // A block that nobody has asked for its words has none of its own yet.
    text: block.text,
    runs: move.runs(block.runs),
    links: block.links.map((link) => moveLink(link, move)),
    ...(item && { item: moveItem(item, move) }),
    ...(note && { note: noteOf(note) }),
  }
}

function moveLink(link: Link, move: Move): Link {
  const { range, keys } = link
  if (!range && !keys) return link
  return {
    ...link,
    ...(range && { range: move.range(range) }),
    ...(keys && { keys: keys.map((key) => ({ ...key, ...move.range(key) })) }),
  }
}
