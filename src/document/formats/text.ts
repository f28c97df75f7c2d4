import type { Block, Comment, NoteDefinition, Reading } from '../document.ts'
import type { Source } from '../../source.ts'
import { createProse } from './prose.ts'

const noteStart = /^[ \t]{0,3}(\[\^([^\]\s]+)\]):/

/** Plain text → one block for each stretch between blank lines; `[^n]: …` at the start of one opens a note. */
export function readText(source: Source): Reading {
  const blocks: Block[] = []
  const notes: NoteDefinition[] = []
  const comments: Comment[] = []
  for (const { start, end } of paragraphs(source.text)) {
    const words = source.text.slice(start, end)
    const comment = /^\s*<!--([^]*)-->\s*$/.exec(words)
    if (comment) {
      const from = source.text.indexOf('<!--', start)
      comments.push({ start: from, end: source.text.lastIndexOf('-->', end) + 3, text: comment[1]! })
      continue
    }
    const prose = createProse(source.text)
    prose.take(start, end)
    const match = noteStart.exec(words)
    const note = match && noteDefinition(source.text, start, end, match)
    if (note) notes.push(note)
    blocks.push({ kind: 'paragraph', start, end, ...prose.finish(), ...(note && { note }) })
  }
  return { blocks, notes, comments, definitions: [] }
}

/** Stretches of lines between lines without a word on them. A line of two or more `[^n]:` starts is cut before each. */
function* paragraphs(text: string): Generator<{ start: number; end: number }> {
  let start = -1
  let end = 0
  for (let from = 0; from < text.length;) {
    const lineEnd = endOfLine(text, from)
    const line = text.slice(from, lineEnd)
    const blank = line.trim() === ''
    if (start >= 0 && (blank || noteStart.test(line))) {
      yield { start, end }
      start = -1
    }
    if (!blank && start < 0) start = from
    end = lineEnd
    from = lineEnd + (text.startsWith('\r\n', lineEnd) ? 2 : 1)
  }
  if (start >= 0) yield { start, end }
}

function endOfLine(text: string, from: number): number {
  const at = text.slice(from, from + 4096).search(/[\r\n]/)
  if (at >= 0) return from + at
  if (from + 4096 >= text.length) return text.length
  return endOfLine(text, from + 4096)
}

function noteDefinition(text: string, start: number, end: number, match: RegExpExecArray): NoteDefinition {
  const at = start + match[0].indexOf('[')
  const words = text.slice(start + match[0].length, end).trim()
  return { start: at, end, label: match[2]!, labelRange: { start: at, end: at + match[1]!.length }, text: words }
}
