import type { Document } from '../document/document.ts'
import type { Edit } from '../finding.ts'
import { isItem } from '../renumber/lists.ts'
import type { Slot, Stack } from '../renumber/lists.ts'
import type { Target } from './markers.ts'

/** What stands between a label and the words of its entry. */
const behindLabel = /(?:[ \t]*[.:–—-](?=\s|$))?[ \t]*(?:[\^↑][ \t]*)?/y

/** Writes the labels of entries in the way of another notation. */
export function convertEntries({ source: { text } }: Document, stacks: readonly Stack[], to: Target): Edit[] {
  return stacks.flatMap((stack) =>
    stack.flatMap((slot, index): Edit[] => {
      const label = labelFor(slot, to)
      if (label === undefined) return []
      const { start, end } = slot.entry.labelRange
      const edit = { start, end: wordsStart(text, slot), text: label }
      const before = text.slice(0, start)
      if (to === 'footnote') return [edit, ...indented(text, slot, end - start + 1)]
      return isSetOff(before, index === 0 || to === 'bracket') ? [edit] : [apart(text, slot), edit]
    }),
  )
}

/** `undefined` where the label can stay: raised and bracketed numbers are both explained by `12. …`. */
function labelFor({ entry }: Slot, to: Target): string | undefined {
  if (to === 'footnote') return `[^${entry.label}]: `
  if (isItem(entry)) return undefined
  return to === 'bracket' ? `[${entry.label}] ` : `${entry.label}. `
}

function wordsStart(text: string, { entry: { kind, labelRange } }: Slot): number {
  const pattern = kind === 'note' ? /:?[ \t]*/y : behindLabel
  pattern.lastIndex = labelRange.end
  pattern.test(text)
  return pattern.lastIndex
}

/** Whether a blank line, or the beginning of the text, stands before an entry, where it needs one. */
function isSetOff(before: string, isNeeded: boolean): boolean {
  return !isNeeded || /(?:^|(?:\r\n|\r(?!\n)|\n)[ \t]*(?:\r\n|\r|\n))[ \t]*$/.test(before.slice(-200))
}

function apart(text: string, { start }: Slot): Edit {
  const lineEnd = /\r\n?|\n/.exec(text.slice(Math.max(0, start - 2), start))?.[0] ?? '\n'
  return { start, end: start, text: lineEnd }
}

/** A note's paragraphs are indented by four columns. */
function indented(text: string, slot: Slot, width: number): Edit[] {
  if (!isItem(slot.entry) || width >= 4) return []
  return [...text.slice(slot.start, slot.end).matchAll(/(?:\r\n|\r|\n)(?=[ \t]+\S)/g)].map(({ index, 0: lineEnd }) => {
    const at = slot.start + index + lineEnd.length
    return { start: at, end: at, text: ' '.repeat(4 - width) }
  })
}
