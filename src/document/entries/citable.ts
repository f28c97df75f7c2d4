import type { Notation, NotationChoices } from '../document.ts'
import type { EntryDraft } from './entries.ts'

/** Whether a marker of any notation that is not switched off can cite an entry. */
export function isCitable(entry: EntryDraft, notations: NotationChoices): boolean {
  const notation = notationOf(entry)
  return notation === undefined || notations[notation] !== 'off'
}

function notationOf({ kind, family }: EntryDraft): Notation | undefined {
  if (kind === 'definition') return 'link'
  if (family.startsWith('group ')) return 'letter'
  if (family === 'number') return 'bracket'
  if (family === 'inline note') return 'inline-note'
  return family === 'footnote' || family === 'superscript' || family === 'parenthesis' ? family : undefined
}
