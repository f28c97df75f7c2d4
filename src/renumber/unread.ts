import type { Document, ListItem, Series, Verdict } from '../document/document.ts'
import { opensBlock } from '../document/classify/standing.ts'
import { isReferenceHeading } from '../document/entries/headings.ts'
import { labelKey } from '../document/label.ts'
import { countBefore } from '../document/nearby.ts'
import { unreadKeys, unreadOf } from '../document/unread.ts'
import { isItem } from './lists.ts'
import type { Obstacle } from './renumbering.ts'

/** Brackets that may belong to the series and count for nothing. */
export function unreadIn({ verdicts }: Document, { markers }: Series): Verdict[] {
  return unreadOf(verdicts, markers[0]!.mark.family)
}

/** What may belong to the series, though it was not read so, and would be left behind. */
export function findUnread(
  document: Document,
  series: Series,
  renames: ReadonlyMap<string, string>,
): Obstacle | undefined {
  if (renames.size === 0) return undefined
  const isAmong = amongEntries(document, series)
  const unread = unreadIn(document, series).find(
    (verdict) => unreadKeys(verdict).some((key) => renames.has(key)) || isAmong(verdict),
  )
  if (unread) {
    const { start, end, text } = unread.candidate
    return { range: { start, end }, message: `\`${text}\` may belong to it and was not read so: ${unread.reason}` }
  }
  const isUnlisted = series.notation !== 'link' && series.entries.every((entry) => entry.kind === 'definition')
  return isUnlisted ? findItem(document, series, renames) : findTwin(document, series, renames)
}

/** Whether a bracket opens a paragraph between two entries of a list or right behind it, as an entry that was not read as one does. */
function amongEntries({ blocks }: Document, { entries }: Series): (verdict: Verdict) => boolean {
  const listed = entries.filter((entry) => entry.kind === 'list')
  const start = listed[0]?.start ?? Infinity
  const end = listed.at(-1)?.end ?? -Infinity
  const next = blocks[countBefore(blocks, end)]
  return ({ candidate }) =>
    start < candidate.start && (candidate.start < end || candidate.block === next) && opensBlock(candidate)
}

/** A second item with the number that an entry has or would get, in a list of references that was not read as one: a person may mean either. */
function findTwin(document: Document, series: Series, renames: ReadonlyMap<string, string>): Obstacle | undefined {
  const { entries } = series
  const known = new Set(
    entries.filter(isItem).flatMap((entry) => {
      const [key, label] = [labelKey(entry), renames.get(labelKey(entry))]
      return label === undefined ? [] : [key, label]
    }),
  )
  const twin = otherItems(document).find(({ number }) => known.has(String(number)))
  if (!twin) return undefined
  const { start, end } = twin.marker
  return {
    range: { start, end },
    message: `the item \`${document.source.text.slice(start, end)}\` may be meant as well`,
  }
}

/** Items below a heading of references that are no entries. */
export function otherItems({ blocks, entries }: Document): ListItem[] {
  const own = new Set(entries.map((entry) => entry.labelRange.start))
  let isUnderReferences = false
  return blocks.flatMap(({ kind, text, item }) => {
    if (kind === 'heading') isUnderReferences = isReferenceHeading(text)
    return isUnderReferences && item?.number !== undefined && !own.has(item.marker.start) ? item : []
  })
}

/**
 * An item of a list that may be an entry, or would seem to be one, where the series has none. A list that cites itself is
 * prose, unless what cites opens a line, as the label of an entry does.
 */
function findItem(
  { blocks, source }: Document,
  { markers }: Series,
  renames: ReadonlyMap<string, string>,
): Obstacle | undefined {
  const inLine = markers.filter(
    ({ mark: { block, at } }) => !/(?:^|[\r\n])\s*$/.test(block.text.slice(Math.max(0, at - 8), at)),
  )
  const prose = new Set<ListItem['list'] | undefined>(inLine.map(({ mark }) => mark.block.item?.list))
  const labels = new Set([...renames].flat())
  const item = blocks
    .flatMap((block) => block.item ?? [])
    .find(({ number, list }) => number !== undefined && labels.has(String(number)) && !prose.has(list))
  if (!item) return undefined
  const { start, end } = item.marker
  return {
    range: { start, end },
    message: `it has no entries, and the item \`${source.text.slice(start, end)}\` may be one`,
  }
}
