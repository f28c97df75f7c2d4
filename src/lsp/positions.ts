import type { Position, Range as EditorRange } from 'vscode-languageserver-protocol'
import { positionAt } from '../source.ts'
import type { Range, Source } from '../source.ts'

/*
 * Editors count lines and columns from 0, in UTF-16 code units as we do. Some of them send a byte order mark along, which no
 * offset of a source counts: then it is the first column of the first line.
 */

/** A place of a source as editors count. */
export function toPosition(source: Source, offset: number): Position {
  const { line, column } = positionAt(source, offset)
  return { line: line - 1, character: column - 1 + shiftOf(source, line - 1) }
}

export function toRange(source: Source, { start, end }: Range): EditorRange {
  return { start: toPosition(source, start), end: toPosition(source, end) }
}

/** The offset of a place in an editor; what lies outside of the text is moved to the nearest place in it. */
export function toOffset(source: Source, { line, character }: Position): number {
  const { lineStarts, text } = source
  if (line < 0) return 0
  const start = lineStarts[line]
  if (start === undefined) return text.length
  const end = lineStarts[line + 1] ?? text.length
  const offset = Math.max(start, Math.min(start + character - shiftOf(source, line), end))
  return line + 1 < lineStarts.length && offset === end ? beforeLineEnd(text, end) : offset
}

export function fromRange(source: Source, { start, end }: EditorRange): Range {
  return { start: toOffset(source, start), end: toOffset(source, end) }
}

const shiftOf = ({ hasByteOrderMark }: Source, line: number) => (hasByteOrderMark && line === 0 ? 1 : 0)

function beforeLineEnd(text: string, end: number): number {
  return text.startsWith('\r\n', end - 2) ? end - 2 : end - 1
}
