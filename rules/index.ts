import type { Rule } from '../src/rule.ts'
import entryDuplicate from './entry-duplicate.ts'
import entryEmpty from './entry-empty.ts'
import entryMalformed from './entry-malformed.ts'
import entryUnused from './entry-unused.ts'
import markerDuplicate from './marker-duplicate.ts'
import markerGap from './marker-gap.ts'
import markerMalformed from './marker-malformed.ts'
import markerOrder from './marker-order.ts'
import markerSpacing from './marker-spacing.ts'
import markerUndefined from './marker-undefined.ts'
import seriesEntries from './series-entries.ts'
import seriesStart from './series-start.ts'

/** All rules, in the order in which they are listed and run. */
export const rules: readonly Rule[] = [
  markerOrder,
  markerGap,
  markerDuplicate,
  markerSpacing,
  markerMalformed,
  markerUndefined,
  entryUnused,
  entryDuplicate,
  entryEmpty,
  entryMalformed,
  seriesStart,
  seriesEntries,
]
