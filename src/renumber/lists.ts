import type { Document, Entry } from '../document/document.ts'
import { countBefore } from '../document/nearby.ts'
import type { Range } from '../source.ts'

/** An entry and the place that it takes: from its label to its last word. */
export interface Slot extends Range {
  readonly entry: Entry
}

/** Entries below one another with nothing in between: they can change places without anything else being touched. */
export type Stack = readonly Slot[]

/**
 * The entries of a series in stacks; one that stands among other things, or in one line with others, is alone. Entries stay
 * in their file.
 */
export function stacksOf(document: Document, entries: readonly Entry[]): Stack[] {
  const { parts } = document
  const { text } = document.source
  const partOf = ({ start }: Entry) => parts[countBefore(parts, start + 1) - 1]
  const slots = entries.map((entry, index) => {
    const end = partOf(entry)?.end ?? text.length
    return slotOf(text, entry, Math.min(entries[index + 1]?.start ?? end, end))
  })
  const groups: Slot[][] = []
  for (const [index, slot] of slots.entries()) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    if (
      group &&
      last &&
      partOf(last.entry) === partOf(slot.entry) &&
      follows(text, last, slot) &&
      !holds(slot, slots[index + 1])
    )
      group.push(slot)
    else groups.push([slot])
  }
  return groups.flatMap((group): Stack[] =>
    isClear(text, group) && isClosed(document, group) ? [group] : group.map((slot) => [slot]),
  )
}

function slotOf(text: string, entry: Entry, limit: number): Slot {
  const end = wordsEnd(text, entry)
  return { entry, start: entry.start, end: isItem(entry) ? itemEnd(text, entry, { start: end, end: limit }) : end }
}

/** Lines below an item that are indented as far as its words belong to it. */
function itemEnd(text: string, { start, labelRange }: Entry, { start: from, end: limit }: Range): number {
  const prefix = prefixOf(text, start)
  if (prefix === undefined || prefix.trim() !== '') return from
  const width = prefix.length + labelRange.end - start + 1
  const line = /(?:\r\n|\r|\n)([ \t]*)([^\r\n]*)/y
  line.lastIndex = from
  let end = from
  for (let match = line.exec(text); match && line.lastIndex <= limit; match = line.exec(text)) {
    const [, indentation, words] = match
    if (words === '') continue
    if (!indentation!.includes('\t') && indentation!.length < width) break
    end = line.lastIndex
  }
  return end
}

/** Whether the next entry stands inside this one: a note in a note. */
function holds(slot: Slot, next: Slot | undefined): boolean {
  return next !== undefined && next.start < slot.end
}

function follows(text: string, before: Slot, slot: Slot): boolean {
  if (slot.start < before.end || before.entry.kind !== slot.entry.kind || before.entry.list !== slot.entry.list)
    return false
  const prefix = prefixOf(text, slot.start)
  const gap = text.slice(before.end, slot.start)
  if (prefix === undefined || prefixOf(text, before.start) !== prefix || !gap.endsWith(prefix)) return false
  return /^[\s>]*[\r\n][\s>]*$/.test(gap.slice(0, gap.length - prefix.length))
}

const longestPrefix = 40

/** What stands before an entry on its line, if that is indentation, quotation, a bullet or emphasis. */
function prefixOf(text: string, start: number): string | undefined {
  let from = start
  while (from > 0 && start - from < longestPrefix && !/[\r\n]/.test(text[from - 1]!)) from--
  const prefix = text.slice(from, start)
  return /^[\s>*•_-]*$/.test(prefix) ? prefix : undefined
}

/** White space at its end, and the `>` of lines without a word, belong to what follows. */
function wordsEnd(text: string, { start, end }: Range): number {
  let at = end
  for (;;) {
    while (at > start && /\s/.test(text[at - 1]!)) at--
    if (text[at - 1] !== '>') return at
    let from = at
    while (from > start && /[ \t>]/.test(text[from - 1]!)) from--
    if (from === start || !/[\r\n]/.test(text[from - 1]!)) return at
    at = from
  }
}

/** Where an entry has several paragraphs, what follows it has to be set off by a blank line. */
function isClear(text: string, group: readonly Slot[]): boolean {
  if (isItem(group[0]!.entry) || !group.some(({ start, end }) => hasBlankLine(text.slice(start, end)))) return true
  return group.every((slot, index) => index === 0 || hasBlankLine(text.slice(group[index - 1]!.end, slot.start)))
}

const hasBlankLine = (words: string) => /(?:\r\n|\r(?!\n)|\n)[ \t>]*[\r\n]/.test(words)

/** Of a list that the format does not know as one, nobody can say whether the paragraph behind it belongs to its last entry. */
function isClosed({ source, blocks, entries }: Document, group: readonly Slot[]): boolean {
  const { entry, end } = group.at(-1)!
  if (entry.kind !== 'list' || isItem(entry)) return true
  const next = blocks[countBefore(blocks, end)]
  if (next === undefined || next.kind === 'heading' || next.start <= entry.end) return true
  // A list that is another one may follow.
  const other = entries[countBefore(entries, end)]
  if (other !== undefined && Math.abs(other.start - next.start) < longestPrefix) return true
  return isOutdented(source.text, group, next.start)
}

/** Whether what follows stands farther to the left than the words of the entries do, all of which hang. */
function isOutdented(text: string, group: readonly Slot[], next: number): boolean {
  const [first] = group
  const column = indentationAt(text, first!.start)
  const isHanging = group.every(({ start, end }) =>
    [...text.slice(start, end).matchAll(/[\r\n]([ \t]*)\S/g)].every(([, indentation]) => indentation!.length > column),
  )
  const isWrapped = group.some(({ start, end }) => /[\r\n]/.test(text.slice(start, end)))
  const indentation = indentationAt(text, next)
  return indentation < column || (isHanging && isWrapped && indentation === column)
}

function indentationAt(text: string, offset: number): number {
  let from = offset
  while (from > 0 && !/[\r\n]/.test(text[from - 1]!)) from--
  return /^[ \t]*/.exec(text.slice(from, offset + 1))![0].length
}

/** An item of a list of Markdown or HTML: its number counts for readers of the source alone. */
export function isItem({ kind, labelText }: Entry): boolean {
  return kind === 'list' && (/^\d+[.)]$/.test(labelText) || labelText.startsWith('<li'))
}
