import type { Block, Candidate } from './document.ts'

/**
 * The width at which a text was wrapped by hand or by a program: nearly no line inside a paragraph is longer. 0 where
 * nothing was wrapped.
 */
export function wrapWidth(blocks: readonly Block[]): number {
  const lengths: number[] = []
  for (const block of blocks) {
    const lines = block.text.split(/\r\n|\n|\r/)
    for (const line of lines.slice(0, -1)) lengths.push(line.trimEnd().length)
  }
  if (lengths.length < 3) return 0
  lengths.sort((one, other) => one - other)
  return lengths[Math.floor(lengths.length * 0.95)]!
}

/** Whether the line break before a candidate is where the line was full: then nobody put white space there. */
export function isWrapped({ block: { text }, at, to }: Candidate, spaceAt: number, width: number): boolean {
  const lineEnd = text.slice(spaceAt, at).search(/[\r\n]/)
  if (lineEnd < 0) return false
  let lineStart = spaceAt
  while (lineStart > 0 && spaceAt - lineStart <= width && !/[\r\n]/.test(text[lineStart - 1]!)) lineStart--
  const next = to - at + (/^\S*/.exec(text.slice(to, to + 40))?.[0].length ?? 0)
  // One more for the space that a wrap would have replaced, one for good measure.
  return width > 0 && spaceAt - lineStart + next + 2 > width
}
