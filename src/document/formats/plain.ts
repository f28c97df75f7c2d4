import type { Block } from '../document.ts'
import type { Range } from '../../source.ts'
import { createProse } from './prose.ts'

/** Characters that could begin markup inside a paragraph; brackets are looked at one by one. */
const inlineMarkup = /[*_`<&\\!$~|]|  [\r\n]|\t/
/** Lines that are or could be something else than a line of a paragraph. */
const blockMarkup = /^(?: {0,3}(?:[-+*>#=~]|\d{1,9}[.)](?:[ \t]|[\r\n]|$)|\[[^\]]{1,999}\]:)| {4})/m
const bracket = /\[([^[\]]*)\](?=(.?))|[[\]]/gs

/**
 * A segment that is a paragraph of nothing but words and brackets is read by hand; `undefined` where the parser has to
 * look. A bracket is only text as long as no link definition has its label.
 */
export function readPlain(
  text: string,
  { start, end }: Range,
  isDefined: (label: string) => boolean,
): Block | undefined {
  const words = text.slice(start, end).trimEnd()
  if (words.trim() === '') return undefined
  if (inlineMarkup.test(words) || blockMarkup.test(words) || /[\r\n][ \t]*[\r\n]/.test(words)) return undefined
  if (words.includes('[') || words.includes(']')) {
    for (const [, label, next] of words.matchAll(bracket)) {
      if (label === undefined || next === '(' || isDefined(label)) return undefined
    }
  }
  const from = start + (words.length - words.trimStart().length)
  const prose = createProse(text)
  prose.takeLines(from, start + words.length, 0)
  return { kind: 'paragraph', start: from, end: start + words.length, ...prose.finish() }
}
