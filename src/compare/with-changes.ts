import type { Changes, Document } from '../document/document.ts'
import { withoutExplained } from '../document/changes.ts'
import { uncitedIn } from '../document/uncited.ts'
import { changesSince } from './changes.ts'
import type { LineOf } from './comparison.ts'

/**
 * Documents that are read together, with what has changed in them. It stands in the first one, and what it explains is taken out of
 * all: one cause is one finding.
 */
export function withChanges(before: readonly Document[], after: readonly Document[], lineOf?: LineOf): Document[] {
  const isBare = ({ verdicts }: Document) => verdicts.length === 0
  if (before.length === 0 || after.every(isEmpty) || [...before, ...after].every(isBare)) return [...after]
  const { changes, explained } = changesSince(before, after, lineOf)
  return after.map((document, index) => {
    const series = document.series.map((one) => withoutExplained(one, explained))
    const uncited = uncitedIn({ series, blocks: document.blocks })
    return { ...document, series, uncited, ...(index === 0 && { changes }) }
  })
}

/** There is no place in it to speak of. */
const isEmpty = ({ source }: Document): boolean => source.text.trim() === ''

/** A document with what was found when it was compared with another one. */
export const comparedWith = (document: Document, changes: Changes): Document => ({ ...document, changes })
