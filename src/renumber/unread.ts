import type { Document, ListItem, Series, Verdict } from '../document/document.ts'
import { coveredNumbers } from '../document/covered.ts'
import { labelKey } from '../document/label.ts'
import type { Obstacle } from './renumbering.ts'

/**
 * Brackets of a family that count for nothing, whatever the reason (`C[2]` reads as an index, no entry has the number): a
 * person may see a marker or an entry in each, and would see another one in it when its number has become another's. Left
 * out are those that nobody takes for one.
 */
export function unreadOf({ verdicts }: Document, series: Series): Verdict[] {
  const family = series.markers[0]!.mark.family
  return verdicts.filter(
    ({ accepted, reason, candidate }) => !accepted && candidate.family === family && !plain.test(reason),
  )
}

/** `B12[3]` may be a word and a marker; `a_b[3]` is not. */
const plain =
  /label of an entry|escaped|formula|a link|an address|box to tick|switched off|it is a year|version|^`[^`]*[_.$][^`]*` reads/

/** All that such a bracket may cite. */
export function unreadKeys({ candidate }: Verdict): string[] {
  return candidate.members.flatMap((member) =>
    member.through === undefined ? [labelKey(member)] : coveredNumbers(member).map(String),
  )
}

/** What may belong to the series, though it was not read so, and would be left behind. */
export function findUnread(
  document: Document,
  series: Series,
  renames: ReadonlyMap<string, string>,
): Obstacle | undefined {
  const unread = unreadOf(document, series).find((verdict) => unreadKeys(verdict).some((key) => renames.has(key)))
  if (unread) {
    const { start, end, text } = unread.candidate
    return { range: { start, end }, message: `\`${text}\` may belong to it and was not read so: ${unread.reason}` }
  }
  return series.entries.length === 0 ? findItem(document, series, renames) : undefined
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
