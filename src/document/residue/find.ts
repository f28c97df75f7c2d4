import type { Block, Reading, Residue } from '../document.ts'
import type { Range } from '../../source.ts'
import { sourceRange } from '../formats/prose.ts'
import { insideOf } from '../nearby.ts'
import { findBackLinks } from './back-links.ts'
import { mayHoldModels, modelPattern, trackingIn } from './models.ts'
import { signedBlocks } from '../signed.ts'
import { signsOf } from '../signs.ts'
import { isQuoted } from './quoted.ts'
import { removalOf } from './removal.ts'
import { findTags, mayHoldTags } from './tags.ts'

export type Found = Range & { readonly kind: Residue['kind'] }

/** What a paste from a wiki or a model left behind, in the order of the text. Linear in the length of the text. */
export function findResidues(reading: Reading, text: string): Residue[] {
  const found = [...findModels(reading, text), ...findTracking(reading, text)]
  const { bracketed, mayHold } = signsOf(reading, text)
  const tags = findTags(bracketed, text)
  for (const one of tags) found.push(one)
  if (mayHold('↑') || mayHold('J')) {
    // To jump up is said in words.
    const blocks = text.includes('Jump up') ? reading.blocks : signedBlocks(reading)
    for (const one of findBackLinks(blocks, tags.length > 0)) found.push(one)
  }
  if (found.length === 0) return []
  found.sort((one, other) => one.start - other.start || other.end - one.end)
  const residues: Residue[] = []
  for (const one of found) {
    const last = residues.at(-1)
    if (last && one.start < last.end) continue
    residues.push({ text: text.slice(one.start, one.end), removal: removalOf(one, text, last), ...one })
  }
  return residues
}

/** Whether a part of a text holds what could be a leftover; where no part does, the whole holds none. */
export function mayHoldResidues(reading: Reading, text: string): boolean {
  return (
    mayHoldModels(text) ||
    trackingIn(text).length > 0 ||
    text.includes('Jump up') ||
    signedBlocks(reading).some((block) => block.text.includes('↑') || block.text.includes('Jump up')) ||
    mayHoldTags(signsOf(reading, text).bracketed, text)
  )
}

function findModels(reading: Reading, text: string): Found[] {
  if (!mayHoldModels(text)) return []
  const isProse = insideOf(reading.blocks.flatMap(proseRanges))
  const isBlock = insideOf(reading.blocks)
  const found: Found[] = []
  for (const match of text.matchAll(modelPattern(text))) {
    const range = { start: match.index, end: match.index + match[0].length }
    // Of a link only the words are prose, and a tag is none.
    const isTag = match[0].startsWith('<grok-') || match[0].startsWith('[](')
    const isText = isProse(range.start) || isProse(range.start + 1) || (isTag && isBlock(range.start))
    if (isText && !isQuoted(text, range)) found.push({ kind: 'model', ...range })
  }
  return found
}

/** The parameter stands in the address of a link, in a definition, or in an address that is written out. */
function findTracking({ blocks, definitions }: Reading, text: string): Found[] {
  const places = trackingIn(text)
  if (places.length === 0) return []
  const links = blocks.flatMap((block) => block.links.flatMap((link) => addressOf(block, link, text)))
  const isAddress = insideOf([...links, ...definitions])
  const isProse = insideOf(blocks.flatMap(proseRanges))
  const found: Found[] = []
  for (const range of places) {
    const isWritten = isProse(range.start) && /https?:\/\/[^\s<>"`]*$/.test(text.slice(range.start - 300, range.start))
    if (isAddress(range.start) || isWritten) found.push({ kind: 'tracking', ...range })
  }
  return found
}

function addressOf(block: Block, link: Block['links'][number], text: string): Range[] {
  if (!link.url?.includes('utm_source=')) return []
  if (link.range) return [link.range]
  const { end } = sourceRange(block, link.at, link.to)
  const start = text.indexOf(link.url, end)
  return start < 0 || start > end + 3 ? [] : [{ start, end: start + link.url.length }]
}

function proseRanges({ runs }: Block): Range[] {
  return runs.map(({ start, length, width }) => ({ start, end: start + (width ?? length) }))
}
