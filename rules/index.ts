import type { Rule } from '../src/rule.ts'
import bibliographyUnreadable from './bibliography-unreadable.ts'
import clusterFormat from './cluster-format.ts'
import clusterOrder from './cluster-order.ts'
import entryDuplicate from './entry-duplicate.ts'
import entryEmpty from './entry-empty.ts'
import entryIdentifier from './entry-identifier.ts'
import entryMalformed from './entry-malformed.ts'
import entryOrder from './entry-order.ts'
import entryPlacement from './entry-placement.ts'
import entrySource from './entry-source.ts'
import entryUnused from './entry-unused.ts'
import markerDuplicate from './marker-duplicate.ts'
import markerGap from './marker-gap.ts'
import markerLost from './marker-lost.ts'
import markerMalformed from './marker-malformed.ts'
import markerNotation from './marker-notation.ts'
import markerOrder from './marker-order.ts'
import markerPlacement from './marker-placement.ts'
import markerPunctuation from './marker-punctuation.ts'
import markerResidue from './marker-residue.ts'
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
  markerPunctuation,
  markerMalformed,
  markerUndefined,
  markerPlacement,
  markerNotation,
  markerResidue,
  markerLost,
  clusterOrder,
  clusterFormat,
  entryUnused,
  entryDuplicate,
  entryEmpty,
  entryOrder,
  entryPlacement,
  entryMalformed,
  entryIdentifier,
  entrySource,
  bibliographyUnreadable,
  seriesStart,
  seriesEntries,
]
