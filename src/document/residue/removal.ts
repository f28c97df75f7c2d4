import type { Residue } from '../document.ts'
import type { Range } from '../../source.ts'
import type { Found } from './find.ts'

/** What has to go for a leftover to be gone: with its own space, but never with the one between two words. */
export function removalOf(found: Found, text: string, last: Residue | undefined): Residue['removal'] {
  if (found.kind === 'tracking') return { ...parameterRange(found, text), replacement: '' }
  return isWholeItem(found, text) ? undefined : wordsRemoval(found, text, last)
}

function wordsRemoval(found: Found, text: string, last: Residue | undefined): NonNullable<Residue['removal']> {
  const { start, end } = wrappedRange(found, text)
  const from = Math.max(start, last?.removal?.end ?? 0)
  const before = spaceBefore(text, from, last)
  const after = /[ \t\u00A0]*/y
  after.lastIndex = end
  after.test(text)
  const next = text[after.lastIndex] ?? '\n'
  if (before.opensLine) return { start: from, end: after.lastIndex, replacement: '' }
  const hasSpaceBefore = before.start < from
  const isFollowed = after.lastIndex > end || /[\r\n.,;:!?)\]。、]/.test(next)
  if (hasSpaceBefore && isFollowed) return { start: before.start, end, replacement: '' }
  const isTorn =
    !hasSpaceBefore && after.lastIndex === end && /[.,;:!?]/.test(text[from - 1] ?? '') && /\p{Lu}/u.test(next)
  return { start: from, end, replacement: isTorn ? ' ' : '' }
}

/** `16. [ISBN missing]`: the page it was taken from counts it as an entry. */
function isWholeItem({ start, end }: Range, text: string): boolean {
  return (
    /(?:^|[\r\n])[ \t]*\d{1,4}\.[ \t]*$/.test(text.slice(Math.max(0, start - 40), start)) &&
    /^[ \t]*(?:[\r\n]|$)/.test(text.slice(end, end + 40))
  )
}

/** `<sup>[citation needed]</sup>` leaves no empty tag, `*[edit]*` no stars. */
function wrappedRange(found: Found, text: string): Range {
  let { start, end } = found
  for (let depth = 0; depth < 3; depth++) {
    const open = /(?:<(sup|i|small|b)(?:\s[^<>]{0,80})?>|([*_^]))$/.exec(text.slice(Math.max(0, start - 100), start))
    if (!open) break
    const close = open[1] === undefined ? open[2]! : `</${open[1]}>`
    if (!text.startsWith(close, end) || (open[2] !== undefined && isDoubled(text, start, end))) break
    start -= open[0].length
    end += close.length
  }
  return { start, end }
}

/** `**a [edit]**`: of several stars one may belong to something else. */
function isDoubled(text: string, start: number, end: number): boolean {
  return text[start - 2] === text[start - 1] || text[end] === text[end + 1]
}

/** White space before a place, and whether nothing but the marks of a block stands before it on the line. */
function spaceBefore(text: string, at: number, last: Residue | undefined): { start: number; opensLine: boolean } {
  let start = at
  while (start > 0 && /[ \t\u00A0]/.test(text[start - 1]!) && start > (last?.removal?.end ?? 0)) start--
  const head = last?.removal && start === last.removal.end ? last.removal.start : start
  const line = /(?:^|[\r\n])([^\r\n]{0,40})$/.exec(text.slice(Math.max(0, head - 41), head))
  return {
    start,
    opensLine: line !== null && /^[ \t]*(?:[>#*+|-]+[ \t]*)*(?:\d{1,4}[.)][ \t]*)?[*_]{0,3}$/.test(line[1]!),
  }
}

/** `?a&b`: of `?` and `&` one is left where another parameter follows or goes before. */
function parameterRange({ start, end }: Range, text: string): Range {
  const next = /&(?:amp;)?/y
  next.lastIndex = end
  const isFirst = text[start - 1] === '?'
  if (isFirst && next.test(text)) return { start, end: next.lastIndex }
  return { start: start - (text.startsWith('&amp;', start - 5) ? 5 : 1), end }
}
