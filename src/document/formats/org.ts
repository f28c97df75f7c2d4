import type { Reading } from '../document.ts'
import type { Source } from '../../source.ts'
import { createClosings, linesOf } from './org/lines.ts'
import type { Closings, Line } from './org/lines.ts'
import { begin, createPage, end, endNote, finish } from './org/page.ts'
import type { Page } from './org/page.ts'

/**
 * Org → the prose in it. Read line by line, as Org's elements are told apart (Org Syntax, "Elements"); nothing that is
 * opened and never closed takes more than its line along. Never fails: every text is Org.
 */
export function readOrg({ text }: Source): Reading {
  const lines = linesOf(text)
  const closings = createClosings(lines)
  const page = createPage(text)
  for (let index = 0; index < lines.length; index++) {
    const last = skippedUntil(lines[index]!, index, closings)
    if (last === undefined) readLine(page, lines[index]!)
    else {
      end(page)
      index = last
    }
  }
  return finish(page)
}

/** The last line of what is no prose and begins here: code, an export, a drawer, an environment of LaTeX. */
function skippedUntil({ words }: Line, index: number, closings: Closings): number | undefined {
  const block = /^[ \t]*#\+begin_(src|example|export|comment)(?![^\s])/i.exec(words)
  if (block) return closings.find(index, `end_${block[1]!}`)
  if (/^[ \t]*:[\w-]+:[ \t]*$/.test(words)) return closings.find(index, 'end')
  const environment = /^[ \t]*\\begin\{([A-Za-z*]+)\}/.exec(words)
  if (!environment) return undefined
  const isWhole = words.trimEnd().endsWith(`\\end{${environment[1]!}}`)
  return isWhole ? index : closings.find(index, environment[1]!)
}

type Read = (page: Page, line: Line, match: RegExpExecArray) => void

/** Lines by how they look, in the order in which Org asks. */
const kinds: readonly (readonly [RegExp, Read])[] = [
  [/^(\*+)[ \t]+/, readHeading],
  [/^\[fn:([\w-]+)\]/, readNote],
  [/^[ \t]*$/, readBlank],
  [/^[ \t]*#\+caption(?:\[[^\]]*\])?:[ \t]*/i, readCaption],
  [/^[ \t]*#(?=[ \t]|$)/, readComment],
  // Keywords and edges of blocks, fixed width, rules, times, rules of tables: no prose, but the end of it.
  [/^[ \t]*(?:#\+\w|:(?:[ \t]|$)|:end:[ \t]*$|-{5,}[ \t]*$|(?:SCHEDULED|DEADLINE|CLOSED|CLOCK):|\|[-+| \t]*$)/i, end],
  [/^[ \t]*\|/, readRow],
  [/^([ \t]*)([-+]|\d{1,9}[.)])(?:[ \t]+|$)/, readItem],
  [/^([ \t]+)(\*)(?:[ \t]+|$)/, readItem],
]

function readLine(page: Page, line: Line): void {
  for (const [pattern, read] of kinds) {
    const match = pattern.exec(line.words)
    if (match) return read(page, line, match)
  }
  const indent = /^[ \t]*/.exec(line.words)![0].length
  page.lists.leave(indent)
  if (page.open && indent >= page.open.indent) page.open.end = line.start + line.words.trimEnd().length
  else begin(page, line)
}

function readHeading(page: Page, line: Line, [before, stars]: RegExpExecArray): void {
  endNote(page)
  page.lists.close()
  const words = line.words.replace(/[ \t]+:[\w@#%:]+:[ \t]*$/, '')
  const range = { start: line.start + before.length, end: line.start + words.length }
  begin(page, range, { kind: { kind: 'heading', depth: stars!.length } })
  end(page)
}

function readNote(page: Page, line: Line, [head, label]: RegExpExecArray): void {
  endNote(page)
  page.lists.close()
  const labelRange = { start: line.start, end: line.start + head.length }
  page.note = { ...labelRange, label: label!, labelRange, text: '' }
  page.notes.push(page.note)
  begin(page, { start: labelRange.end, end: line.end })
}

function readBlank(page: Page): void {
  const blanks = page.blanks + 1
  end(page)
  page.blanks = blanks
  if (blanks < 2) return
  page.lists.close()
  page.note = undefined
}

function readCaption(page: Page, line: Line, [head]: RegExpExecArray): void {
  begin(page, { start: line.start + head.length, end: line.end })
  end(page)
}

function readComment(page: Page, line: Line, [head]: RegExpExecArray): void {
  end(page)
  const start = line.start + head.length - 1
  page.comments.push({ start, end: line.end, text: page.text.slice(start + 1, line.end) })
}

function readRow(page: Page, { start, words }: Line, [head]: RegExpExecArray): void {
  for (const { index, 0: cell } of words.matchAll(/[^|]+/g)) {
    if (index < head.length) continue
    begin(page, { start: start + index, end: start + index + cell.length }, { kind: { kind: 'cell' } })
  }
  end(page)
}

function readItem(page: Page, line: Line, [head, space, mark]: RegExpExecArray): void {
  // The number that an item is given, and a checkbox.
  const more = /^(?:\[@\d+\][ \t]*)?(?:\[[ X-]\][ \t]*)?/.exec(line.words.slice(head.length))![0]
  const indent = space!.length
  const item = page.lists.item(line, { indent, mark: mark! })
  begin(page, { start: line.start + head.length + more.length, end: line.end }, { indent: indent + 1, item })
}
