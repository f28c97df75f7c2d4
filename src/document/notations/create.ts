import type { Block, Candidate } from '../document.ts'
import type { Range } from '../../source.ts'
import { sourceRange } from '../formats/prose.ts'

/** Where something stands in a block's text, and in the source where that does not follow from it: tags, code. */
export interface Stretch {
  readonly block: Block
  readonly at: number
  readonly to: number
  readonly range?: Range | undefined
}

type Written = Pick<Candidate, 'notation' | 'family' | 'members'> & Partial<Pick<Candidate, 'malformed' | 'suffix'>>

/** What most notations find in most blocks. */
export const none: readonly Candidate[] = []

/** Makes a candidate of what a notation has found. */
export function createCandidate(source: string, stretch: Stretch, written: Written): Candidate {
  const { block, at, to } = stretch
  const { start, end } = stretch.range ?? sourceRange(block, at, to)
  // Property by property, as marks are made.
  return {
    start,
    end,
    text: source.slice(start, end),
    notation: written.notation,
    family: written.family,
    block,
    at,
    to,
    members: written.members,
    malformed: written.malformed,
    suffix: written.suffix,
  }
}
