import { lineAt } from '../source.ts'
import type { Source } from '../source.ts'
import type { Block, Candidate, Reading } from './document.ts'

/** The width at which the file that a block stands in was wrapped; a file with too few lines goes by the others. */
export function wrapWidths(source: Source, files: readonly Reading[]): WidthOf {
  let known: WidthOf | undefined
  // Only a marker at the start of a line asks.
  return (block) => (known ??= measure(source, files))(block)
}

export type WidthOf = (block: Block) => number

function measure(source: Source, files: readonly Reading[]): WidthOf {
  const width = wrapWidth(
    source,
    files.flatMap((file) => file.blocks),
  )
  if (files.length === 1) return () => width
  const widths = new Map<Block, number>()
  for (const { blocks } of files) {
    const own = wrapWidth(source, blocks) || width
    for (const block of blocks) widths.set(block, own)
  }
  return (block) => widths.get(block) ?? width
}

/**
 * The width at which a text was wrapped by hand or by a program: nearly no line inside a paragraph is longer. 0 where
 * nothing was wrapped.
 */
function wrapWidth(source: Source, blocks: readonly Block[]): number {
  const lengths: number[] = []
  for (const block of blocks) {
    const last = lineAt(source, block.end - 1)
    for (let line = lineAt(source, block.start); line < last; line++) lengths.push(lengthOf(source, line))
  }
  if (lengths.length < 3) return 0
  lengths.sort((one, other) => one - other)
  return lengths[Math.floor(lengths.length * 0.95)]!
}

function lengthOf(source: Source, line: number): number {
  const start = source.lineStarts[line - 1]!
  return source.text.slice(start, source.lineStarts[line] ?? source.text.length).trimEnd().length
}

/** Whether the line break before a candidate is where the line was full: then nobody put white space there. */
export function isWrapped(source: Source, { block, start, at, to }: Candidate, widthOf: WidthOf): boolean {
  const { text } = block
  // Most candidates stand behind a word.
  const code = source.text.charCodeAt(start - 1)
  if (code > 32 && code < 127) return false
  const line = lineAt(source, start)
  if (line === 1 || source.text.slice(source.lineStarts[line - 1], start).trim() !== '') return false
  const width = widthOf(block)
  if (width === 0) return false
  const next = to - at + /^\S*/.exec(text.slice(to, to + 40))![0].length
  // One for the space that a wrap would have replaced, one for good measure.
  return lengthOf(source, line - 1) + next + 2 > width
}
