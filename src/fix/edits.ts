import type { Edit, Fix } from '../finding.ts'
import type { Range } from '../source.ts'

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
  let end = -1
  for (const { offer, extent } of sorted) {
    // Fixes that meet are no neighbours: what each says of the white space between them may hold for one of them only.
    if (extent.start <= end) continue
    taken.push(offer)
    end = extent.end
  }
  return taken
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

/** Where a range stands after some edits that do not touch it; of one that is touched, what is nearest. */
export function moved({ start, end }: Range, edits: readonly Edit[]): Range {
  const offset = (at: number) =>
    edits.reduce((sum, edit) => {
      if (edit.end <= at) return sum + edit.text.length - (edit.end - edit.start)
      return edit.start < at ? sum - (at - edit.start) : sum
    }, at)
  return { start: offset(start), end: Math.max(offset(start), offset(end)) }
}
