import type { Mark, Reading, Series } from './document.ts'
import type { EntryDraft } from './entries/entries.ts'
import { insideOf } from './nearby.ts'

/** A file of nothing but notes is part of something: that nobody cites them here says nothing. What cites others is text. */
export function withoutText(
  series: Series,
  { blocks, records }: Reading,
  entries: readonly EntryDraft[],
  marks: readonly Pick<Mark, 'inEntry'>[],
): Series {
  if (series.markers.length > 0 || series.unused.length === 0 || records) return series
  const isEntry = insideOf(entries)
  const hasText =
    marks.some((mark) => !mark.inEntry) ||
    blocks.some((block) => block.kind !== 'heading' && !block.note && !isEntry(block.end - 1))
  return hasText ? series : { ...series, unused: [] }
}
