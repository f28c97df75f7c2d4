import type { Range } from '../../source.ts'

/** A note as it was seen. */
export interface SeenNote extends Range {
  readonly label: string
  /** The offset of its colon. */
  readonly colon: number
  /** Whether it goes on in a second line. */
  goesOn: boolean
}

/** What was seen of the notes of a text. */
export interface Tally {
  /** Labels as they are cited, in the order of the text. */
  readonly cited: string[]
  /** The notes, in theirs. */
  readonly noted: SeenNote[]
  /** Whether code between fences holds what looks like a marker. */
  isInCode: boolean
  /** How many markers stand behind a space. */
  detached: number
  /** How many follow another marker: with nothing between them, and behind a space; and behind which delimiters. */
  joined: number
  spaced: number
  readonly listed: string[]
  /** How many stand before a mark of punctuation, and behind one. */
  before: number
  after: number
}

export const newTally = (): Tally => ({
  cited: [],
  noted: [],
  isInCode: false,
  detached: 0,
  joined: 0,
  spaced: 0,
  listed: [],
  before: 0,
  after: 0,
})
