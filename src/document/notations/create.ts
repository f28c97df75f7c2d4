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

/** Makes a candidate of what a notation has found. */
export function createCandidate(source: string, stretch: Stretch, written: Written): Candidate {
  const { block, at, to } = stretch
  const { start, end } = stretch.range ?? sourceRange(block, at, to)
  const text = source.slice(start, end)
  return { start, end, text, block, at, to, malformed: undefined, suffix: undefined, ...written }
}
