import type { Series } from '../document.ts'

/**
 * What can be said of a series of which a part is not at hand. Which number is the first, what is missing, cited nowhere or
 * out of order depends on what stands there; two equal numbers side by side and a label with two entries do not.
 */
export function inPart(series: Series): Series {
  return {
    ...series,
    firstAppearances: [],
    lowest: undefined,
    highest: undefined,
    misplaced: [],
    orderSuspended: undefined,
    missing: [],
    repeats: series.repeats.filter((repeat) => repeat.inCluster),
    undefined: [],
    unused: [],
    displaced: [],
    partial: true,
  }
}
