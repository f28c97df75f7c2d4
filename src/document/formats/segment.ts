import type { Reading } from '../document.ts'
import { normalizeLabel } from '../label.ts'
import type { Range } from '../../source.ts'
import { readSkeleton } from './flow/read.ts'
import type { Means } from './flow/read.ts'
import type { Segment } from './split.ts'
import { shiftReading } from './shift.ts'
import type { KnownLabels } from './spans/spans.ts'
import { paragraphs, verbatimBlock } from './text.ts'

/** Reads Markdown that stands for itself. */
export type Parse = (text: string) => Reading

/** A segment of Markdown before anybody knows what the others define. */
export interface OpenSegment extends Segment {
  /** What the parser makes of the segment alone, where it may define something. */
  readonly alone: Reading | undefined
}

/** Has a segment parsed where it could define something and nobody knows its structure. */
export function openSegment(
  text: string,
  { start, end, structure }: Segment,
  { mayDefine, parse }: { readonly mayDefine: boolean; readonly parse: Parse },
): OpenSegment {
  const alone = structure || !mayDefine ? undefined : parseSegment(text, { start, end }, { definitions: '', parse })
  return { start, end, structure, alone }
}

/** What the notes and links of a segment are called. */
export function labelsIn({ structure, alone }: OpenSegment): Pick<Reading, 'notes' | 'definitions'> {
  return structure ?? alone ?? nothing
}

const nothing: Pick<Reading, 'notes' | 'definitions'> = { notes: [], definitions: [] }

/** Reads an open segment: plain paragraphs by hand, everything else by the parser. */
export function readSegment(
  text: string,
  segment: OpenSegment,
  { labels, holdsSign, parse }: Pick<Means, 'labels' | 'holdsSign'> & { readonly parse: Parse },
): Reading {
  const { start, end, structure, alone } = segment
  const parseAgain = (): Reading => {
    const definitions = foreignDefinitions(text.slice(start, end), labels, labelsIn(segment))
    return definitions === '' && alone ? alone : parseSegment(text, segment, { definitions, parse })
  }
  let whole: Reading | undefined
  const parsed = () => (whole ??= parseAgain())
  return (structure && readSkeleton(text, structure, { labels, holdsSign, parsed })) ?? parsed()
}

/** Has one segment parsed, behind definitions from elsewhere that it refers to. */
function parseSegment(
  text: string,
  { start, end }: Range,
  { definitions, parse }: { readonly definitions: string; readonly parse: Parse },
): Reading {
  const words = text.slice(start, end)
  if (isTooCostly(words)) {
    const blocks = [...paragraphs(text, { start, end })].map((paragraph) => verbatimBlock(text, paragraph))
    return { blocks, notes: [], definitions: [], comments: [] }
  }
  const before = definitions.length
  return shiftReading(parse(definitions + words), start - before, before)
}

/**
 * Definitions that a segment refers to and does not hold itself, as Markdown. Only that they exist matters: what they
 * lead to is known from where they stand.
 */
function foreignDefinitions(
  words: string,
  { isLink, isNote }: KnownLabels,
  own: Pick<Reading, 'notes' | 'definitions'>,
): string {
  const found = new Set<string>()
  const ownLinks = new Set(own.definitions.map((definition) => normalizeLabel(definition.label)))
  const ownNotes = new Set(own.notes.map((note) => normalizeLabel(note.label)))
  for (const [, written] of words.matchAll(/\[((?:\\.|[^[\]\\]){1,999})\]/gs)) {
    const label = written!.replace(/[\r\n]+[ \t>]*/g, ' ')
    if (!ownLinks.has(normalizeLabel(label)) && isLink(label)) found.add(`[${label}]: x\n`)
    const note = /^\^\S+$/.test(label) ? label.slice(1) : undefined
    if (note !== undefined && !ownNotes.has(normalizeLabel(note)) && isNote(note)) found.add(`[${label}]: x\n\n`)
  }
  // The comment keeps an indented beginning of the segment from continuing the last definition.
  return found.size === 0 ? '' : `${[...found].join('')}\n<!-- -->\n\n`
}

/**
 * The parser needs time and memory that grow faster than such a segment: one of a hundred thousand characters without a
 * blank line, thousands of `*`, `_` and `[`, dozens of quotes in quotes. It is read as plain text instead.
 */
export function isTooCostly(words: string): boolean {
  if (words.length > 1 << 17) return true
  if (/^(?:[ \t]*(?:>|[-+*][ \t]|\d+[.)][ \t])){40}/m.test(words)) return true
  if (countOf(words, '[') > 4000) return true
  let delimiters = 0
  for (let at = 0; at < words.length && delimiters < 3000; at++) {
    const character = words[at]
    const before = words[at - 1]
    if (
      (character === '*' && before !== '*') ||
      (character === '_' && !/\w/.test(before ?? ' ') !== !/\w/.test(words[at + 1] ?? ' '))
    )
      delimiters++
  }
  return delimiters >= 3000
}

function countOf(text: string, character: string): number {
  let count = 0
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count++
  return count
}
