import type { Reading } from '../document.ts'
import { normalizeLabel } from '../label.ts'
import type { Source } from '../../source.ts'
import { once } from '../../lazily.ts'
import { createFinder, createSignFinder } from './flow/plain.ts'
import { frontMatterLength } from './front-matter.ts'
import { parseMarkdown } from './parse.ts'
import { labelsIn, openSegment, readSegment } from './segment.ts'
import type { OpenSegment, Parse } from './segment.ts'
import type { Segment } from './split.ts'
import { splitSegments } from './split.ts'

export { parseMarkdown }

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
export function readSegments(text: string, segments: readonly Segment[], parse: Parse = parseMarkdown): Reading {
  const mayDefine = createFinder((from) => {
    const at = text.indexOf(']:', from)
    return at < 0 ? text.length : at
  })
  const opened = segments.map((segment) => openSegment(text, segment, { mayDefine: mayDefine(segment), parse }))
  const defined = once(() => definedIn(opened))
  const labels = {
    isLink: (label: string) => defined().links.size > 0 && defined().links.has(normalizeLabel(label)),
    isNote: (label: string) => defined().notes.has(normalizeLabel(label)),
  }
  const holdsSign = createSignFinder(text)
  const whole: Collected = { blocks: [], signed: [], notes: [], definitions: [], comments: [] }
  for (const segment of opened) collect(whole, readSegment(text, segment, { labels, holdsSign, parse }))
  return whole
}

/** What the links and notes of some segments are called. */
function definedIn(segments: readonly OpenSegment[]) {
  const links = new Set<string>()
  const notes = new Set<string>()
  for (const segment of segments) {
    const own = labelsIn(segment)
    for (const { label } of own.definitions) links.add(normalizeLabel(label))
    for (const { label } of own.notes) notes.add(normalizeLabel(label))
  }
  return { links, notes }
}

type Collected = {
  readonly [Key in 'blocks' | 'signed' | 'notes' | 'definitions' | 'comments']: NonNullable<Reading[Key]>[number][]
}

function collect(whole: Collected, { blocks, signed = blocks, notes, definitions, comments }: Reading): void {
  for (const block of blocks) whole.blocks.push(block)
  for (const block of signed) whole.signed.push(block)
  for (const note of notes) whole.notes.push(note)
  for (const definition of definitions) whole.definitions.push(definition)
  for (const comment of comments) whole.comments.push(comment)
}
