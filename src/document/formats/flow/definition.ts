import type { LinkDefinition } from '../../document.ts'

const written =
  /^(\[([^[\]\\&\r\n]{1,999})\]):[ \t]*(?:<([^<>\\&\r\n]*)>|([^\s<\\&()][^\s\\&()]*))(?:[ \t]+(?:"[^"\\\r\n]*"|'[^'\\\r\n]*'))?[ \t]*[\r\n]*$/

/**
 * A link definition on a line (CommonMark 0.31 §4.7) that begins at an offset; `doubt` where the line begins like one:
 * it may go on, or be written with escapes, entities or parentheses.
 */
export function definitionAt(line: string, start: number, next: string): LinkDefinition | 'doubt' | undefined {
  if (!/^\[(?:[^\r\n]*\]:|[^\]\r\n]*[\r\n])/.test(line)) return undefined
  const match = written.exec(line)
  if (!match || match[2]!.trim() === '' || /^[ \t>]*["'(]/.test(next)) return 'doubt'
  const [whole, written_, label] = match
  return {
    start,
    end: start + whole.trimEnd().length,
    label: label!,
    labelRange: { start, end: start + written_!.length },
    url: match[3] ?? match[4]!,
  }
}
