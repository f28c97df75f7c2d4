/** What was seen of the notes of a text. */
export interface Tally {
  /** Labels as they are cited, in the order of the text. */
  readonly cited: string[]
  /** Labels of the notes, in theirs. */
  readonly noted: string[]
  /** Where the first of them begins. */
  notesAt: number
  /** How many markers stand behind a space. */
  detached: number
  /** How many follow another marker: with nothing between them, and behind a space. */
  joined: number
  spaced: number
  /** How many stand before a mark of punctuation, and behind one. */
  before: number
  after: number
}

export const newTally = (): Tally => ({
  cited: [],
  noted: [],
  notesAt: 0,
  detached: 0,
  joined: 0,
  spaced: 0,
  before: 0,
  after: 0,
})
