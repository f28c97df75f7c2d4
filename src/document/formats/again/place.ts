import type { Block, Candidate, Member, Reading } from '../../document.ts'
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

/** Property by property, as marks are made. */
function placeCandidate(candidate: Candidate, block: Block, by: number): Candidate {
  const { notation, suffix } = candidate
  const start = candidate.start + by
  // Notes in place are told apart by where they stand.
  const label = notation === 'inline-note' ? String(start) : undefined
  return {
    start,
    end: candidate.end + by,
    text: candidate.text,
    notation,
    family: candidate.family,
    block,
    at: candidate.at,
    to: candidate.to,
    members: candidate.members.map((member) => placeMember(member, by, label ?? member.label)),
    malformed: candidate.malformed,
    suffix: suffix && { start: suffix.start + by, end: suffix.end + by },
    origin: candidate,
  }
}

function placeMember({ start, end, text, number, through }: Member, by: number, label: string): Member {
  return { start: start + by, end: end + by, text, label, number, through }
}
