import type { Block, LinkDefinition, ListItem, NoteDefinition } from '../../document.ts'
import type { Range } from '../../../source.ts'

/** Where something stands that holds words or code. */
interface Standing extends Range {
  readonly quoteDepth: number
  readonly note: NoteDraft | undefined
}

/** A paragraph, a heading, a cell or raw HTML, whose words have not been read. */
export interface Leaf extends Standing {
  readonly kind: Block['kind']
  /** Level of a heading. */
  readonly depth: number | undefined
  /** From the first word to the last one. */
  readonly words: Range
  readonly item: ItemDraft | undefined
}

/** Code in a note, which is part of what the note says. */
export interface NoteCode extends Standing {
  readonly kind: 'code'
  readonly said: string
}

/** A note in the making: the end and the words come when they are read. */
export type NoteDraft = { -readonly [Key in keyof NoteDefinition]: NoteDefinition[Key] }

export interface ListDraft {
  /** `-`, `*`, `+`, `.` or `)`: another one begins another list. */
  readonly type: string
  readonly numbers: (number | undefined)[]
}

export interface ItemDraft extends Pick<ListItem, 'marker'> {
  readonly list: ListDraft
  readonly index: number
}

/** The structure of a segment: what stands where, before anybody has read the words. */
export interface Skeleton {
  readonly leaves: (Leaf | NoteCode)[]
  readonly notes: NoteDraft[]
  readonly definitions: LinkDefinition[]
}

/** The item as a block shows it. `1. 1. 1.` is a way to leave the counting to the renderer. */
export function itemOf({ marker, list, index }: ItemDraft): ListItem {
  const { numbers } = list
  const [first] = numbers
  const isCounted = numbers.length === 1 || numbers.some((number) => number !== first)
  return { number: isCounted || first === undefined ? numbers[index] : first + index, marker, list }
}
