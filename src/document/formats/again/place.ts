import type { Block, Candidate, Reading } from '../../document.ts'
import type { Range } from '../../../source.ts'
import { moveReading } from '../shift.ts'
import type { Kept, OwnMarks } from './kept.ts'

/** A segment where it stands in a text. */
export interface Placed {
  readonly at: number
  readonly reading: Reading
  /** What could count in it, as it was placed last. */
  marks: PlacedMarks | undefined
}

export interface PlacedMarks extends Pick<OwnMarks, 'candidates' | 'slips'> {
  readonly own: OwnMarks
}

/** What was read of a segment, by offsets of the text in which it begins somewhere. */
export function placeReading(kept: Kept, at: number): Placed {
  if (kept.placed?.at === at) return kept.placed
  const reading = moveReading(kept.reading, {
    range: ({ start, end }) => ({ start: start + at, end: end + at }),
    runs: (runs) => runs.map((run) => ({ ...run, start: run.start + at })),
  })
  kept.placed = { at, reading, marks: undefined }
  return kept.placed
}

/** The same of what could count in it. */
export function placeMarks(kept: Kept, placed: Placed, own: OwnMarks): PlacedMarks {
  if (placed.marks?.own === own) return placed.marks
  placed.marks = {
    own,
    candidates: placeCandidates(own.candidates, kept, placed),
    slips: placeCandidates(own.slips, kept, placed),
  }
  return placed.marks
}

/** They come in the order of their blocks, and the blocks of both readings in the same one. */
function placeCandidates(candidates: readonly Candidate[], { reading }: Kept, placed: Placed): readonly Candidate[] {
  if (candidates.length === 0) return candidates
  const { blocks } = reading
  let index = 0
  return candidates.map((candidate) => {
    while (blocks[index] !== candidate.block) index++
    return placeCandidate(candidate, placed.reading.blocks[index]!, placed.at)
  })
}

function placeCandidate(candidate: Candidate, block: Block, by: number): Candidate {
  const { notation, members, suffix } = candidate
  const at = <T extends Range>(one: T): T => ({ ...one, start: one.start + by, end: one.end + by })
  const start = candidate.start + by
  return {
    ...candidate,
    start,
    end: candidate.end + by,
    block,
    // Notes in place are told apart by where they stand.
    members: members.map((member) =>
      notation === 'inline-note' ? { ...at(member), label: String(start) } : at(member),
    ),
    suffix: suffix && at(suffix),
  }
}
