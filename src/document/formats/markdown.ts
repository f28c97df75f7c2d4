import type { Reading } from '../document.ts'
import { normalizeLabel } from '../label.ts'
import type { Range, Source } from '../../source.ts'
import { createSignFinder } from './flow/plain.ts'
import { createLineEnds } from './flow/lines.ts'
import { readSkeleton } from './flow/read.ts'
import { findStructure } from './flow/structure.ts'
import { frontMatterLength } from './front-matter.ts'
import { parseMarkdown } from './parse.ts'
import { splitSegments } from './segments.ts'
import type { KnownLabels } from './spans/spans.ts'
import { shiftReading } from './shift.ts'
import { paragraphs, verbatimBlock } from './text.ts'

/** Normalised labels of the definitions of a document. */
interface Labels {
  readonly links: Set<string>
  readonly notes: Set<string>
}

/** Reads Markdown that stands for itself. */
export type Parse = (text: string) => Reading

/**
 * Markdown → blocks, definitions and comments. Never fails: every text is Markdown. `parse` is asked for what is not read
 * by hand; whoever counts work passes one that counts.
 */
export function readMarkdown({ text }: Source, parse: Parse = parseMarkdown): Reading {
  return readSegments(text, splitSegments(text, frontMatterLength(text)), parse)
}

/**
 * Reads Markdown segment by segment, so that time grows with the text and no faster. Plain paragraphs are read by hand,
 * everything else by the parser.
 */
export function readSegments(text: string, segments: readonly Range[], parse: Parse = parseMarkdown): Reading {
  const labels: Labels = { links: new Set(), notes: new Set() }
  const lineEndOf = createLineEnds(text)
  const structures = segments.map((segment) => findStructure(text, segment, lineEndOf))
  const defining = new Map<Range, Reading>()
  let colon = text.indexOf(']:')
  for (const [index, segment] of segments.entries()) {
    if (colon >= 0 && colon < segment.start) colon = text.indexOf(']:', segment.start)
    if (colon < 0 || colon >= segment.end) continue
    const structure = structures[index]
    const reading = structure ?? readSegment(text, segment, { definitions: '', parse })
    if (reading !== structure) defining.set(segment, reading as Reading)
    for (const { label } of reading.definitions) labels.links.add(normalizeLabel(label))
    for (const { label } of reading.notes) labels.notes.add(normalizeLabel(label))
  }
  const known = knownIn(labels)
  const holdsSign = createSignFinder(text)
  const readings = segments.map((segment, index): Reading => {
    const structure = structures[index]
    const readAgain = (): Reading => {
      const own = defining.get(segment) ?? (structure && { blocks: [], comments: [], ...structure })
      const foreign = foreignDefinitions(text.slice(segment.start, segment.end), labels, own)
      return foreign === '' && own && defining.has(segment)
        ? own
        : readSegment(text, segment, { definitions: foreign, parse })
    }
    let whole: Reading | undefined
    const parsed = () => (whole ??= readAgain())
    return (structure && readSkeleton(text, structure, { labels: known, holdsSign, parsed })) ?? parsed()
  })
  return {
    blocks: readings.flatMap((reading) => reading.blocks),
    signed: readings.flatMap((reading) => reading.signed ?? reading.blocks),
    notes: readings.flatMap((reading) => reading.notes),
    definitions: readings.flatMap((reading) => reading.definitions),
    comments: readings.flatMap((reading) => reading.comments),
  }
}

const knownIn = ({ links, notes }: Labels): KnownLabels => ({
  isLink: (label) => links.has(normalizeLabel(label)),
  isNote: (label) => notes.has(normalizeLabel(label)),
})

/** Has one segment parsed, behind definitions from elsewhere that it refers to. */
function readSegment(
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
function foreignDefinitions(words: string, { links, notes }: Labels, own: Reading | undefined): string {
  const found = new Set<string>()
  const ownLinks = new Set(own?.definitions.map((definition) => normalizeLabel(definition.label)))
  const ownNotes = new Set(own?.notes.map((note) => normalizeLabel(note.label)))
  for (const [, written] of words.matchAll(/\[((?:\\.|[^[\]\\]){1,999})\]/gs)) {
    const label = written!.replace(/[\r\n]+[ \t>]*/g, ' ')
    const key = normalizeLabel(label)
    if (links.has(key) && !ownLinks.has(key)) found.add(`[${label}]: x\n`)
    const note = /^\^\S+$/.test(label) ? normalizeLabel(label.slice(1)) : undefined
    if (note !== undefined && notes.has(note) && !ownNotes.has(note)) found.add(`[${label}]: x\n\n`)
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
