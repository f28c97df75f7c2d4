import type { Candidate, Verdict } from '../document.ts'
import type { EntryDraft } from '../entries/entries.ts'
import { identifierBefore } from './doubts.ts'
import { alwaysRejected } from './rejections.ts'
import { forced } from './setting.ts'
import type { Setting } from './setting.ts'
import { isAttached, opensBlock } from './standing.ts'
import { characterAt, isLetter } from '../characters.ts'

/**
 * Letters and named groups count where half of them have an entry. Without entries a named group counts from the second
 * one on, letters from the third, as long as they run from the first and hold on to the text.
 */
export function judgeGroup(
  candidates: readonly Candidate[],
  entries: readonly EntryDraft[],
  { isForced }: Setting,
): Verdict[] {
  const numbers = new Set(entries.map((entry) => entry.number))
  const labels = new Set(entries.map((entry) => entry.labelRange.start))
  const isLetters = candidates[0]?.family === 'group letter'
  const cases = candidates.map((candidate) => {
    const isLabel = labels.has(candidate.start) ? 'it is the label of an entry' : undefined
    return { candidate, reason: isLabel ?? alwaysRejected(candidate) ?? editorial(candidate) }
  })
  const open = cases.filter((one) => one.reason === undefined).map((one) => one.candidate)
  const cited = [...new Set(open.map(({ members }) => members[0]!.number))]
  const hits = cited.filter((number) => numbers.has(number)).length
  const isListed = hits > 0 && hits * 2 >= cited.length
  const runs = cited.length >= (isLetters ? 3 : 2) && cited.every((number, index) => number === index + 1)
  const isRun = numbers.size === 0 && runs && open.every((candidate) => isAttached(candidate) && !opensBlock(candidate))
  return cases.map(({ candidate, reason }): Verdict => {
    if (reason !== undefined) return { candidate, accepted: false, reason }
    if (isListed) return { candidate, accepted: true, reason: 'entries have such labels' }
    if (isForced(candidate)) return { candidate, ...forced }
    if (isRun) return { candidate, accepted: true, reason: 'its label belongs to a run' }
    return { candidate, accepted: false, reason: 'no entry has such a label' }
  })
}

/** `horre[o]`, `[h]ere`: a letter that an editor put into a word. */
function editorial({ block: { text }, at, to, family }: Candidate): string | undefined {
  if (family !== 'group letter') return undefined
  if (isLetter(characterAt(text, to))) return 'it stands in front of a letter: an editor wrote it into a word'
  return /^\s?[=(]/.test(text.slice(to, to + 2)) ? 'it reads as an index' : identifierBefore(text, at)
}
