import type { Candidate, Verdict } from '../document.ts'
import type { EntryDraft } from '../entries/entries.ts'
import { normalizeLabel } from '../label.ts'
import { coveredNumbers } from '../covered.ts'
import { countBefore, insideOf } from '../nearby.ts'
import { alwaysRejected } from './rejections.ts'

/**
 * Which of the marker-like slips are markers. A wrong bracket is proof only where its number or label is wanted: an entry
 * that nobody else cites, or the one number that is missing at this very place.
 */
export function judgeMalformed(
  slips: readonly Candidate[],
  accepted: readonly Candidate[],
  entries: readonly EntryDraft[],
): Verdict[] {
  if (slips.length === 0) return []
  const notes = new Set(entries.flatMap((entry) => (entry.kind === 'note' ? [normalizeLabel(entry.label)] : [])))
  const wanted = wantedNumbers(accepted, entries)
  const starts = new Set(accepted.map((candidate) => candidate.start))
  const verdicts: Verdict[] = []
  let end = -1
  for (const candidate of slips.toSorted((one, other) => one.start - other.start)) {
    if (candidate.start < end || starts.has(candidate.start) || candidate.block.kind === 'heading') continue
    const reason = alwaysRejected(candidate)
    if (reason !== undefined) verdicts.push({ candidate, accepted: false, reason })
    else if (candidate.notation === 'footnote') {
      const defined = notes.has(normalizeLabel(candidate.members[0]!.label))
      if (defined) verdicts.push({ candidate, accepted: true, reason: 'a note has the label that was meant' })
    } else if (wanted(candidate)) {
      verdicts.push({ candidate, accepted: true, reason: 'its number is wanted here' })
    } else continue
    end = candidate.end
  }
  return verdicts
}

/** Slips that nobody wants. A reader may see markers in them all the same, and another one when numbers have changed. */
export function judgeUnwanted(slips: readonly Candidate[], judged: readonly Verdict[]): Verdict[] {
  if (slips.length === 0) return []
  const isJudged = insideOf(judged.map(({ candidate }) => candidate))
  const verdicts: Verdict[] = []
  let end = -1
  for (const candidate of slips.toSorted((one, other) => one.start - other.start)) {
    // `【1】` is a sign of its own.
    const isOther = candidate.block.kind === 'heading' || candidate.malformed?.kind === 'width'
    if (candidate.start < end || isOther || isJudged(candidate.start) || isJudged(candidate.end - 1)) continue
    const wanted = candidate.notation === 'footnote' ? 'no note has the label' : 'nothing wants the number'
    verdicts.push({
      candidate,
      accepted: false,
      reason: `it is not written as a marker, and ${wanted} that may be meant`,
    })
    end = candidate.end
  }
  return verdicts
}

/** Tells whether the number of a slip has an entry that nobody cites, or is missing between its neighbours. */
function wantedNumbers(accepted: readonly Candidate[], entries: readonly EntryDraft[]): (slip: Candidate) => boolean {
  const numbered = accepted.filter((candidate) => candidate.notation !== 'footnote')
  const cited = new Set(numbered.flatMap((candidate) => candidate.members.flatMap(coveredNumbers)))
  const listed = new Set(entries.flatMap((entry) => (entry.kind === 'list' ? [entry.number] : [])))
  const open = [...listed].filter((number) => number !== undefined && !cited.has(number))
  /** The other entries of a list are cited. */
  const isOnlyOpen = (number: number) => numbered.length > 0 && open.length === 1 && open[0] === number
  return (slip) => {
    const number = slip.members[0]!.number!
    if (cited.has(number) || (numbered.length < 2 && !isOnlyOpen(number))) return false
    const at = countBefore(numbered, slip.start)
    const before = numbered[at - 1]?.members[0]!.number
    const after = numbered[at]?.members[0]!.number
    const inTurn = cited.has(number - 1) && (before === undefined || (after ?? Infinity) > number)
    if (listed.has(number)) return listed.size > 1 || inTurn
    return (
      (numbered.length >= 3 && isAtEnd(number, before, after)) ||
      (inTurn && before !== undefined && cited.has(number + 1))
    )
  }
}

/** One below the first number or one above the last. */
function isAtEnd(number: number, before: number | undefined, after: number | undefined): boolean {
  return after === undefined ? before === number - 1 : before === undefined && after === number + 1
}
