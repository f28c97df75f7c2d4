import type { Reading, Series } from './document.ts'
import type { EntryDraft } from './entries/entries.ts'
import { insideOf } from './nearby.ts'

/** A file of nothing but notes is part of something: that nobody cites them here says nothing. */
export function withoutText(series: Series, reading: Reading, entries: readonly EntryDraft[]): Series {
  if (series.markers.length > 0 || series.unused.length === 0 || reading.records) return series
  const isEntry = insideOf(entries)
  const hasText = reading.blocks.some((block) => block.kind !== 'heading' && !block.note && !isEntry(block.end - 1))
  return hasText ? series : { ...series, unused: [] }
}
