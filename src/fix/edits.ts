import type { Edit, Fix } from '../finding.ts'
import { createSource } from '../source.ts'
import type { Range, Source } from '../source.ts'

export { edited } from '../edited.ts'

/** The edits of several fixes that do not touch each other, sorted. */
export function editsOf(fixes: readonly Fix[]): Edit[] {
  return fixes.flatMap((fix) => fix.edits).toSorted(byPlace)
}

/**
 * Of fixes in the order of their findings, those that can be made together: all of a fix's edits or none. Where two want
 * the same place, the one that begins first is taken; the other may have its turn when the text is read again.
 */
export function withoutOverlaps<T extends { readonly fix: Fix }>(offers: readonly T[]): T[] {
  const sorted = offers
    .filter(({ fix }) => isSound(fix))
    .map((offer) => ({ offer, extent: extentOf(offer.fix) }))
    .toSorted((one, other) => byPlace(one.extent, other.extent))
  const taken: T[] = []
  let last: (typeof sorted)[number] | undefined
  for (const one of sorted) {
    if (
      last &&
      (one.extent.start < last.extent.end || (one.extent.start === last.extent.end && !areLines(one.offer, last.offer)))
    )
      continue
    taken.push(one.offer)
    last = one
  }
  return taken
}

/** Fixes that meet are no neighbours: what each says of the white space between them may hold for one only. Whole lines are. */
function areLines(...offers: readonly { readonly fix: Fix }[]): boolean {
  return offers.every(({ fix: { changes, edits } }) => changes === 'entries' && edits.every(({ text }) => text === ''))
}

/** From the first edit to the last one: what lies between is part of what the rule looked at. */
function extentOf({ edits }: Fix): Range {
  let { start, end } = edits[0]!
  for (const edit of edits) {
    start = Math.min(start, edit.start)
    end = Math.max(end, edit.end)
  }
  return { start, end }
}

/** A rule of somebody else's may offer anything. */
function isSound({ edits }: Fix): boolean {
  const sorted = edits.toSorted(byPlace)
  return (
    edits.length > 0 &&
    sorted.every(({ start, end }, index) => start >= 0 && end >= start && start >= (sorted[index - 1]?.end ?? 0))
  )
}

const byPlace = (one: Range, other: Range) => one.start - other.start || one.end - other.end

/** A source with another text. */
export function withText(source: Source, text: string): Source {
  const { path, format, language, hasByteOrderMark } = source
  return { ...createSource(path, text, { format, ...(language !== undefined && { language }) }), hasByteOrderMark }
}
