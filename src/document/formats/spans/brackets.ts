import { matchDelimiters } from './emphasis.ts'
import { holdsEntity } from './entity.ts'
import { holdsLineEnd } from '../line-ends.ts'
import { resourceAt } from './resource.ts'
import type { Bracket, Spans } from './spans.ts'

/** What stands behind the text of a link: how far it goes, and what it makes of the link. */
interface Target {
  readonly kind: 'inline' | 'full' | 'collapsed' | 'shortcut'
  readonly end: number
  readonly label?: string
  readonly url?: string
}

/** A label without escapes. */
const plainLabel = /[^\][\s\\]{1,999}\]/y

/** Reads `[^label]` at a bracket; gives the offset behind it, or `undefined` where no note has the label. */
export function footnoteEnd({ text, end, labels }: Spans, at: number): number | undefined {
  plainLabel.lastIndex = at + 2
  if (plainLabel.test(text) && plainLabel.lastIndex <= end) {
    const close = plainLabel.lastIndex
    return labels.isNote(text.slice(at + 2, close - 1)) ? close : undefined
  }
  for (let index = at + 2; index < Math.min(end, at + 1002); index++) {
    const character = text[index]!
    if (character === ']') {
      const label = text.slice(at + 2, index)
      return label !== '' && labels.isNote(label) ? index + 1 : undefined
    }
    if (character === '[' || character === ' ' || character === '\t' || character === '\n' || character === '\r')
      return undefined
    if (character === '\\') index++
  }
  return undefined
}

/** Closes the innermost bracket at a `]`; gives the offset to go on from, or `doubt`. */
export function closeBracket(spans: Spans, at: number): number | 'doubt' {
  const opener = spans.brackets.pop()
  if (!opener?.isActive) return at + 1
  const target = targetOf(spans, opener, at)
  if (target === 'doubt') return target
  if (!target) return at + 1
  for (const drop of matchDelimiters(spans.delimiters, opener.delimiters)) spans.steps.push(drop)
  spans.delimiters.length = opener.delimiters
  if (opener.isImage) return closeImage(spans, opener, target)
  addLink(spans, opener, at, target)
  spans.edges.push(opener.end, target.end)
  // No link holds another.
  for (const bracket of spans.brackets) if (!bracket.isImage) bracket.isActive = false
  return target.end
}

function closeImage({ steps }: Spans, { start }: Bracket, { kind, end, label }: Target): number {
  let first = steps.length
  while (first > 0 && steps[first - 1]!.start >= start) first--
  steps.length = first
  steps.push({ kind: 'object', start, end, ...(kind !== 'inline' && { image: label! }) })
  return end
}

function addLink({ steps }: Spans, { start, end: from }: Bracket, at: number, { kind, end, label, url }: Target): void {
  steps.push({ kind: 'open', start, end: start })
  const isInline = kind === 'inline'
  if (isInline) steps.push({ kind: 'drop', start, end: from })
  const cut = isInline ? at : at + 1
  if (kind !== 'full') steps.push({ kind: 'drop', start: cut, end })
  const link = { kind, ...(isInline ? { url: url!, range: { start, end } } : { label: label! }) }
  steps.push({ kind: 'close', start: end, end, opened: start, words: at, link })
}

function targetOf(spans: Spans, opener: Bracket, at: number): Target | 'doubt' | undefined {
  const { text, end, quoteDepth } = spans
  if (at + 1 < end && text[at + 1] === '(') {
    // Between its lines stand marks of quotes.
    if (quoteDepth > 0 && /^[^)]*[\r\n]/.test(text.slice(at, end))) return 'doubt'
    const resource = resourceAt(text, at + 1, end)
    if (resource === 'doubt') return resource
    if (resource) return { kind: 'inline', end: resource.end, url: resource.url }
  }
  const full = fullReference(spans, at + 1)
  if (full) return full
  const label = text.slice(opener.end, at)
  const isDefined = isDefinedLabel(spans, label)
  if (isDefined !== true) return isDefined === false ? undefined : isDefined
  if (at + 1 >= end || text[at + 1] !== '[') return { kind: 'shortcut', end: at + 1, label }
  // In front of another bracket, a label alone makes no link.
  return at + 3 <= end && text[at + 2] === ']' ? { kind: 'collapsed', end: at + 3, label } : undefined
}

/** The `[label]` behind the text of a link; labels hold no brackets and are no longer than that (CommonMark 0.31 §4.7). */
function fullReference(spans: Spans, at: number): Target | 'doubt' | undefined {
  const { text, end } = spans
  if (at >= end || text[at] !== '[') return undefined
  for (let index = at + 1; index < Math.min(end, at + 1001); index++) {
    const character = text[index]
    if (character === '[') return undefined
    if (character === '\\') index++
    if (character !== ']') continue
    const label = text.slice(at + 1, index)
    const isDefined = label.trim() !== '' && isDefinedLabel(spans, label)
    return isDefined === true ? { kind: 'full', end: index + 1, label } : isDefined || undefined
  }
  return undefined
}

/** What a label says once its escapes, entities and line ends are read is left to the parser. */
function isDefinedLabel({ labels, quoteDepth }: Spans, label: string): boolean | 'doubt' {
  if (quoteDepth > 0 && holdsLineEnd(label)) return 'doubt'
  return labels.isLink(label) && (label.includes('\\') || holdsLineEnd(label) || holdsEntity(label) ? 'doubt' : true)
}
