import type { Block } from '../document.ts'
import type { Range } from '../../source.ts'
import { sourceRange } from '../formats/prose.ts'
import type { Found } from './find.ts'
import { isMaintenanceTag, normalizeWords, sectionLabelKind, wikiPage } from './mediawiki.ts'
import { isQuoted } from './quoted.ts'
import { isDigitCode } from '../codes.ts'

/** A bracket whose words a wiki writes, and how sure that makes it. */
interface Tag extends Range {
  readonly kind: 'section' | 'tag'
  /** `certain` alone, `likely` beside another of its kind, `doubtful` beside a certain one, `unlikely` never. */
  readonly weight: 'certain' | 'likely' | 'doubtful' | 'unlikely'
}

/** Section links and maintenance tags of a wiki. What could be something else counts only where more speaks for a wiki. */
export function findTags(blocks: readonly Block[], text: string): Found[] {
  const tags: Tag[] = []
  for (const block of blocks) if (mayHoldTag(block)) for (const tag of tagsIn(block, text)) tags.push(tag)
  if (tags.length === 0) return []
  const isWiki = tags.some((tag) => tag.weight === 'certain') || wikiPage.test(text)
  const isFrequent = (kind: Tag['kind']) =>
    tags.filter((tag) => tag.kind === kind && tag.weight === 'likely').length > 1
  const hasMarker = blocks.some(holdsMarker)
  const frequent = { section: isFrequent('section'), tag: isFrequent('tag') }
  return tags.flatMap(({ kind, weight, start, end }) => {
    const isFound = isWiki
      ? weight !== 'unlikely'
      : weight === 'likely' && (frequent[kind] || (kind === 'section' && hasMarker))
    return isFound ? [{ kind, start, end }] : []
  })
}

export function mayHoldTags(blocks: readonly Block[], text: string): boolean {
  return blocks.some((block) => mayHoldTag(block) && tagsIn(block, text).next().done === false)
}

/** A number in brackets right behind the last word of a line: `Population[6]`, as a wiki has it under a heading. */
function holdsMarker({ text }: Block): boolean {
  return /\p{L}\[\d{1,3}\][ \t]*(?:[\r\n]|$)/u.test(text)
}

/** Where it was copied as Markdown, it may be escaped: `\[edit\]`. None begins as markers do. */
const bracket = /\\?\[(?![\^\d])([^[\]\\]{2,60})\\?\]/gu

/** Whether a bracket begins otherwise than a marker does. */
function mayHoldTag({ text }: Block): boolean {
  for (let at = text.indexOf('['); at >= 0; at = text.indexOf('[', at + 1)) {
    const code = text.charCodeAt(at + 1)
    if (code !== 94 && !isDigitCode(code)) return true
  }
  return false
}

function* tagsIn(block: Block, text: string): Generator<Tag> {
  for (const match of block.text.matchAll(bracket)) {
    const words = normalizeWords(match[1]!)
    const section = sectionLabelKind(words)
    if (!section && words !== 'update' && !isMaintenanceTag(words)) continue
    const at = match.index
    const to = at + match[0].length
    if (block.links.some((link) => link.label !== undefined && link.at < to && link.to > at)) continue
    const range = sourceRange(block, at, to)
    if (isQuoted(text, range)) continue
    const place = { block, at, to, rest: text.slice(range.end, range.end + 20) }
    const weight = section ? sectionWeight(section, place) : tagWeight(words, place)
    yield { kind: section ? 'section' : 'tag', weight, ...range }
  }
}

interface Place {
  readonly block: Block
  readonly at: number
  readonly to: number
  /** The source behind it. */
  readonly rest: string
}

/** Behind the words of a heading, also of one that html2text made: `***** Notes[edit] *****`. */
function sectionWeight(section: 'single' | 'double', { block, at, to, rest }: Place): Tag['weight'] {
  const before = block.text.slice(Math.max(0, at - 2), at)
  if (before.trim() === '') return section === 'double' ? 'certain' : 'unlikely'
  if (section === 'double') return 'certain'
  const isAttached = !/\s$/u.test(before)
  if (/^[ \t]*\*{2,6}[ \t]*(?:[\r\n]|$)/.test(rest)) return isAttached ? 'certain' : 'likely'
  const isLast =
    /^[\s\uFFFC]*$/u.test(block.text.slice(to, to + 20)) || /^[ \t]*[\r\n]/.test(block.text.slice(to, to + 9))
  if (!isLast) return 'unlikely'
  if (block.kind === 'heading') return isAttached ? 'certain' : 'likely'
  return isAttached ? 'likely' : 'unlikely'
}

/** Behind a word, a stop or a marker; at the start of a block, of an entry or of a line, where others are certain. */
function tagWeight(words: string, { block, at }: Place): Tag['weight'] {
  const before = block.text.slice(Math.max(0, at - 5), at)
  if (words === 'update') return /\d{4}$/.test(before) ? 'certain' : 'unlikely'
  if (/[\p{L}\p{M}\p{N}.,;:!?)\]”"»’。、」）%…]$/u.test(before)) return 'certain'
  if (before.trim() === '') return 'doubtful'
  if (!/\S\s$/u.test(before)) return 'unlikely'
  // `[who?]` may be a question of the author's.
  return words.endsWith('?') ? 'doubtful' : 'likely'
}
