import type { Source } from '../../source.ts'
import type { Entry, UncitedEntry } from '../document.ts'
import { createLiner } from '../entries/lines.ts'
import { normalizeLabel } from '../label.ts'
import type { SeenNote, Tally } from './tally.ts'

/**
 * The notes that nothing cites; `undefined` where that is in doubt, since code may cite them, or where one of them begins and ends,
 * since it has more than one line.
 */
export function uncitedNotes(
  source: Source,
  { noted, isInCode }: Tally,
  cited: ReadonlySet<string>,
): readonly UncitedEntry[] | undefined {
  if (cited.size === noted.length) return none
  const isCited = ({ label }: SeenNote) => cited.has(normalizeLabel(label))
  const isClear = (note: SeenNote, index: number) =>
    isCited(note) || !(note.goesOn || noted[index - 1]?.goesOn || isIndentedFrom(source.text, note.end))
  if (isInCode || !noted.every(isClear)) return undefined
  const notes = noted.map((note) => asEntry(note, source.text))
  const linesOf = createLiner(notes, source, () => false)
  return notes.flatMap((note, index) => (isCited(noted[index]!) ? [] : { ...note, removal: linesOf(note).removal }))
}

const none: readonly never[] = []

type Note = Omit<UncitedEntry, 'removal'> & Pick<Entry, 'start' | 'end'>

function asEntry({ start, end, label, colon }: SeenNote, text: string): Note {
  return { kind: 'note', start, end, label, labelRange: { start, end: colon }, labelText: text.slice(start, colon) }
}

/** Whether the next words are indented, which makes them part of the note above. */
function isIndentedFrom(text: string, lineStart: number): boolean {
  let start = lineStart
  let at = lineStart
  while (isWhite(text.charCodeAt(at))) if (text.charCodeAt(at++) === 10) start = at
  return at > start && at < text.length
}

const isWhite = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13
