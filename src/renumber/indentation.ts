import type { Edit } from '../finding.ts'
import { isItem } from './lists.ts'
import type { Slot } from './lists.ts'
import { relabel } from './written.ts'

/** More white space than that begins code (CommonMark 0.31 §5.2). */
const widest = 4

/**
 * Gives an entry another label. What follows an item is indented as far as its words are, so that these have to stay where
 * they are (`9.  ` and `10. ` are of one width), or what follows moves along.
 */
export function relabelSlot(text: string, slot: Slot, label: string): Edit[] {
  const { entry } = slot
  const edit = relabel(entry, label)!
  const longer = edit.text.length - (edit.end - edit.start)
  const isSeveral = isItem(entry) && /[\r\n]/.test(text.slice(slot.start, slot.end))
  if (longer === 0 || !isSeveral) return [edit]
  const { end } = entry.labelRange
  const spaces = /^ */.exec(text.slice(end, end + widest + 1))![0].length
  const wanted = spaces - longer
  if (wanted < 1 || wanted > widest) return [edit, ...(longer > 0 ? indented(text, slot, longer) : [])]
  return [
    { start: edit.start, end: end + spaces, text: `${edit.text}${text.slice(edit.end, end)}${' '.repeat(wanted)}` },
  ]
}

function indented(text: string, { start, end }: Slot, width: number): Edit[] {
  return [...text.slice(start, end).matchAll(/(?:\r\n|\r|\n)(?=[ \t]+\S)/g)].map(({ index, 0: lineEnd }) => {
    const at = start + index + lineEnd.length
    return { start: at, end: at, text: ' '.repeat(width) }
  })
}
