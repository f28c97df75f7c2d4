import type { Source } from '../../source.ts'
import type { Entry, UncitedEntry } from '../document.ts'
import { createLiner } from '../entries/lines.ts'
import type { SeenNote, Tally } from './tally.ts'

/**
 * What is known of notes that nothing cites, by their indices; `undefined` where that is in doubt, since code may cite them, or where
 * one of them begins and ends, since it has more than one line.
 */
export function uncitedNotes(
  source: Source,
  { noted, isInCode }: Tally,
  indices: readonly number[],
): readonly UncitedEntry[] | undefined {
  if (indices.length === 0) return none
  const hasOneLine = (index: number) => !noted[index]!.goesOn && !isIndentedFrom(source.text, noted[index]!.end)
  const isClear = (index: number) => hasOneLine(index) && !noted[index - 1]?.goesOn
  if (isInCode || !indices.every(isClear)) return undefined
  const linesOf = createLiner<Note>(noted, source, () => false)
  return indices.map((index) => {
    const note = asEntry(noted[index]!, source.text)
    return { ...note, removal: linesOf(note).removal }
  })
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
