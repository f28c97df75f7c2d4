import { clusterShuffled, otherSide, rangeReversed } from './clusters.ts'
import { entryDoubled, entryEmptied, entryRemoved, entryRenamed } from './entries.ts'
import { identifierChanged } from './identifiers.ts'
import { labelMistyped, markerRemoved, twoExchanged } from './markers.ts'
import type { Injector } from './mutant.ts'
import { bracketLost, spaceBefore, spaceInside } from './spelling.ts'

export type { Mutant } from './mutant.ts'

/** Every fault at every place of a document, one at a time. */
export const injectors: readonly Injector[] = [
  markerRemoved,
  twoExchanged,
  labelMistyped,
  spaceBefore,
  spaceInside,
  bracketLost,
  otherSide,
  rangeReversed,
  clusterShuffled,
  entryRemoved,
  entryRenamed,
  entryDoubled,
  entryEmptied,
  identifierChanged,
]
