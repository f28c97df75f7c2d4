import type { Block } from '../document.ts'
import type { Range } from '../../source.ts'
import { isReferenceHeading } from './headings.ts'
import type { EntryForm, EntryStart } from './starts.ts'

/** Entries that follow one another, before anybody has judged whether they are a list of references. */
export interface ListDraft extends Range {
  readonly form: EntryForm
  readonly starts: readonly EntryStart[]
  /** The nearest heading above announces references or notes. */
  readonly underHeading: boolean
  /** Nothing but a closing remark follows. */
  readonly endsDocument: boolean
  /** Its items have ids such as `fn1`. */
  readonly anchored: boolean
  /** A heading stands between its entries, as between normative and informative references. */
  readonly split: boolean
}

/** An entry may have this many paragraphs that are not the next entry. */
const longestContinuation = 6

/** Puts the starts of entries together to lists. */
export function groupEntries(blocks: readonly Block[], starts: readonly EntryStart[]): ListDraft[] {
  const groups: EntryStart[][] = []
  const open = new Map<string, EntryStart[]>()
  for (const start of starts) {
    const group = open.get(kindOf(start))
    if (group && continues(blocks, group, start)) group.push(start)
    else if (canOpen(blocks, start)) {
      const opened = [start]
      groups.push(opened)
      open.set(kindOf(start), opened)
    }
  }
  const headings = groups.length > 0 ? headingsAbove(blocks) : []
  return groups
    .map((group): ListDraft => {
      const first = group[0]!
      const last = group.at(-1)!
      return {
        form: formOf(group),
        starts: group,
        start: first.labelRange.start,
        end: blocks[last.blockIndex]!.end,
        underHeading:
          headings[first.blockIndex]! || hasHeadingLine(blocks[first.blockIndex]!, first.at) || isClosed(blocks, first),
        endsDocument: blocks.length - 1 - last.blockIndex <= 1,
        anchored: blocks[first.blockIndex]!.item?.id !== undefined,
        split: blocks.slice(first.blockIndex + 1, last.blockIndex).some(isHeading),
      }
    })
    .sort((one, other) => one.start - other.start)
}

/** Typed numbers and numbers with a caret run in one list; a named group keeps to itself. */
function kindOf({ form, family }: EntryStart): string {
  if (family !== undefined && form !== 'bracket') return family
  return form === 'caret' || form === 'item' ? 'number' : form
}

function formOf(group: readonly EntryStart[]): EntryForm {
  const carets = group.filter((start) => start.form === 'caret').length
  return carets * 2 >= group.length ? 'caret' : group[0]!.form
}

/** A list opens at the start of a block, or right under a heading that is not set off by a blank line. */
function canOpen(blocks: readonly Block[], start: EntryStart): boolean {
  const block = blocks[start.blockIndex]!
  return start.at === 0 || block.text.slice(0, start.at).trim() === '' || hasHeadingLine(block, start.at)
}

/** Whether the line before an offset of a block is a heading in itself. */
function hasHeadingLine(block: Block, at: number): boolean {
  const before = block.text.slice(Math.max(0, at - 200), at).trimEnd()
  return before !== '' && isHeadingLine(before.slice(before.search(/[^\r\n]*$/)))
}

/** Whether a list before a start was closed by a heading that Markdown took for the last line of its last entry. */
function isClosed(blocks: readonly Block[], start: EntryStart): boolean {
  const previous = blocks[start.blockIndex - 1]
  return (
    start.at === 0 &&
    previous !== undefined &&
    /[\r\n]/.test(previous.text) &&
    hasHeadingLine(previous, previous.text.length)
  )
}

function continues(blocks: readonly Block[], group: readonly EntryStart[], start: EntryStart): boolean {
  const last = group.at(-1)!
  const step = start.number - last.number
  if (step !== 1 && isClosed(blocks, start)) return false
  const list = blocks[start.blockIndex]!.item?.list
  if (list && blocks[last.blockIndex]!.item?.list === list)
    return (start.number > 1 || group.length === 1) && step < 100
  if (last.blockIndex === start.blockIndex) return step >= 0 && step <= 9
  return canOpen(blocks, start) && continuesApart(blocks, group, start)
}

/** The same across blocks: how many may stand between depends on how surely the number is the next one. */
function continuesApart(blocks: readonly Block[], group: readonly EntryStart[], start: EntryStart): boolean {
  const last = group.at(-1)!
  const step = start.number - last.number
  const between = blocks.slice(last.blockIndex + 1, start.blockIndex)
  if (start.form === 'footnote') return step > 0 || (step === 0 && between.length === 0)
  if (between.length > (step === 1 ? longestContinuation : 2)) return false
  if (between.some(isHeading)) return step === 1
  return step >= 0 || fillsGap(group, start) || (group.length > 2 && start.number !== 1)
}

/** The 2 of 1, 3, 2, where two entries have changed places; the 3 of 1, 12, 3 behind a number that was typed wrong. */
function fillsGap(group: readonly EntryStart[], { number }: EntryStart): boolean {
  const [before, last] = group.slice(-2)
  return before !== undefined && last !== undefined && before.number < number && number < last.number
}

/** For each block, whether the nearest heading above it announces references. */
function headingsAbove(blocks: readonly Block[]): boolean[] {
  let under = false
  return blocks.map((block) => {
    if (isHeading(block)) under = isReferenceHeading(block.text)
    return under
  })
}

/** As long as the source of a heading in a paragraph is, with its markup. */
const longestHeading = 200

/** A short paragraph that says "References" is one too: plain text, bold lines, MediaWiki dumps (`***** Notes *****`). */
function isHeading(block: Block): boolean {
  if (block.kind === 'heading') return true
  return block.end - block.start <= longestHeading && block.text.length <= 80 && isHeadingLine(block.text)
}

function isHeadingLine(line: string): boolean {
  return isReferenceHeading(line) || /^\s*\*{2,}[^*\r\n]+\*{2,}\s*$/.test(line)
}
