import { matchAt } from '../match-at.ts'
import { decodeString } from 'micromark-util-decode-string'
import type { LinkDefinition } from '../../document.ts'
import { holdsLineEnd, isLineEnd } from '../line-ends.ts'
import { holdsEntity } from '../spans/entity.ts'

/** No label is longer (CommonMark 0.31 §4.7). */
const longestLabel = 999

const destination = /[ \t]*(?:<([^<>\\&\r\n]*)>|([^\s<]\S*))/y
const title = /[ \t]+(?:"[^"\\\r\n]*"|'[^'\\\r\n]*')[ \t]*(?=[\r\n]|$)/y
const nothing = /[ \t]*(?=[\r\n]|$)/y
/** Words that begin no title. */
const otherWords = /[ \t]+[^\s"'(]/y

/**
 * A link definition on a line (CommonMark 0.31 §4.7) that begins at an offset; `doubt` where the line begins like one:
 * it may go on below, or be written with escapes.
 */
export function definitionAt(text: string, start: number, limit: number): LinkDefinition | 'doubt' | undefined {
  const close = labelEnd(text, start, limit)
  if (close === undefined || text[close + 1] !== ':') return undefined
  const label = text.slice(start + 1, close)
  if (isInDoubt(label)) return 'doubt'
  const target = matchAt(destination, text, close + 2)
  const url = target && urlOf(target)
  if (url === undefined || url === null) return 'doubt'
  const end = close + 2 + target![0].length
  const isAtEnd = isLineEnd(text.charCodeAt(end))
  if (!isAtEnd && matchAt(otherWords, text, end)) return undefined
  const behind = isAtEnd ? '' : (matchAt(title, text, end) ?? matchAt(nothing, text, end))?.[0]
  if (behind === undefined || mayBeTitled(text, end + behind.length)) return 'doubt'
  return {
    start,
    end: end + behind.trimEnd().length,
    label,
    labelRange: { start, end: close + 1 },
    url,
  }
}

/** Whether a label says something else than is written. */
const isInDoubt = (label: string): boolean =>
  label.includes('\\') || holdsLineEnd(label) || holdsEntity(label) || label.trim() === ''

/** The offset of the bracket that closes a label, on whichever line of a paragraph. */
function labelEnd(text: string, start: number, limit: number): number | undefined {
  for (let index = start + 1; index < Math.min(limit, start + longestLabel + 2); index++) {
    const character = text[index]
    if (character === ']') return index
    if (character === '[' || (character === '\n' && isBlankFrom(text, index + 1))) return undefined
    if (character === '\\') index++
  }
  return undefined
}

const blankLine = /[ \t\r]*(?:\n|$)/y

const isBlankFrom = (text: string, at: number): boolean => matchAt(blankLine, text, at) !== null

/** `undefined` where escapes or parentheses may mean something. */
function urlOf([, inAngles, bare]: RegExpExecArray): string | undefined {
  if (inAngles !== undefined) return inAngles
  if (bare!.includes('\\') || !isBalanced(bare!)) return undefined
  return holdsEntity(bare!) ? decodeString(bare!) : bare!
}

function isBalanced(url: string): boolean {
  let depth = 0
  for (const character of url) {
    if (character === '(') depth++
    if (character === ')' && --depth < 0) return false
  }
  return depth === 0
}

/** Whether the next line may hold the title. */
function mayBeTitled(text: string, lineEnd: number): boolean {
  const next = lineEnd + (text[lineEnd] === '\r' && text[lineEnd + 1] === '\n' ? 2 : 1)
  let at = next
  while (at < next + 200 && ' \t>'.includes(text[at] ?? '.')) at++
  return at < next + 200 && `"'(`.includes(text[at] ?? '.')
}
