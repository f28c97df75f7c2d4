import type { Candidate, Verdict } from '../document.ts'
import type { EntryDraft } from '../entries/entries.ts'
import { isWhite } from '../characters.ts'
import { insideOf } from '../nearby.ts'
import { alwaysRejected, doubt, isAttached, opensBlock, startsWord } from './context.ts'

/** What is known of one candidate before the others are asked. */
interface Case {
  readonly candidate: Candidate
  readonly rejected: string | undefined
  readonly doubt: string | undefined
  /** Every number in it has an entry. */
  readonly listed: boolean
  /** Some number in it has an entry. */
  readonly partlyListed: boolean
  readonly inEntry: boolean
  /** Stands behind the last list of a page pasted from MediaWiki, which numbers bare links too. */
  readonly behindList: boolean
}

/** A bracket counts as a citation only together with the others of its scope: by their entries, or by the run of their numbers. */
export function judgeNumbers(candidates: readonly Candidate[], entries: readonly EntryDraft[]): Verdict[] {
  const numbers = new Set(
    entries.flatMap((entry) => (entry.kind === 'note' || entry.number === undefined ? [] : [entry.number])),
  )
  const insideEntry = insideOf(entries.filter((entry) => entry.kind === 'list'))
  const labels = new Set(entries.flatMap((entry) => (entry.kind === 'list' ? [entry.labelRange.start] : [])))
  const listEnd =
    entries.reduce((end, entry) => (entry.list?.form === 'caret' ? Math.max(end, entry.end) : end), 0) || Infinity
  const cases = candidates.map((candidate): Case => {
    const cited = candidate.members.flatMap(({ number, through }) =>
      through === undefined ? [number!] : [number!, through],
    )
    const isLabel = labels.has(candidate.start) || labels.has(candidate.start - 1)
    return {
      candidate,
      rejected: isLabel ? 'it is the label of an entry' : alwaysRejected(candidate),
      doubt: candidate.notation === 'link' ? undefined : doubt(candidate),
      listed: cited.every((number) => numbers.has(number)),
      partlyListed: cited.some((number) => numbers.has(number)),
      inEntry: insideEntry(candidate.start),
      behindList: candidate.start > listEnd && !isAttached(candidate),
    }
  })
  const open = cases.filter((one) => one.rejected === undefined)
  const judge = speaksForEntries(open, numbers) ? byEntries(numbers, stands(open)) : byRun(open)
  const verdicts = cases.map((one): Verdict => {
    if (one.rejected !== undefined) return { candidate: one.candidate, accepted: false, reason: one.rejected }
    return { candidate: one.candidate, ...judge(one) }
  })
  return withoutPrefixes(verdicts)
}

/** `[2]Catenation` is the name of a substance, where `[2]` is cited elsewhere too; a marker before a word is rare. */
function withoutPrefixes(verdicts: readonly Verdict[]): Verdict[] {
  const isPrefix = ({ accepted, candidate }: Verdict) => accepted && startsWord(candidate)
  const cited = new Set<number>()
  for (const verdict of verdicts) {
    if (!verdict.accepted || isPrefix(verdict)) continue
    for (const { number } of verdict.candidate.members) cited.add(number!)
  }
  return verdicts.map((verdict): Verdict => {
    const again = isPrefix(verdict) && verdict.candidate.members.some(({ number }) => cited.has(number!))
    return again ? { ...verdict, accepted: false, reason: 'it is part of the word behind it' } : verdict
  })
}

type Judge = (one: Case) => { readonly accepted: boolean; readonly reason: string }

/** At least half of the distinct numbers have an entry. */
function speaksForEntries(cases: readonly Case[], entries: ReadonlySet<number>): boolean {
  const cited = new Set<number>()
  for (const { candidate, doubt: doubtful, listed, inEntry } of cases) {
    if ((doubtful !== undefined && !listed) || inEntry) continue
    for (const { number } of candidate.members) cited.add(number!)
  }
  const hits = [...cited].filter((number) => entries.has(number)).length
  return hits > 0 && hits * 2 >= cited.size
}

/** Whether at least half of the citations stand behind white space: then one more that does so is nothing strange. */
function stands(cases: readonly Case[]): 'apart' | 'attached' {
  const listed = cases.filter((one) => one.listed && !one.inEntry)
  const apart = listed.filter(({ candidate }) => isWhite(candidate.block.text[candidate.at - 1])).length
  return listed.length >= 2 && apart * 2 >= listed.length ? 'apart' : 'attached'
}

function byEntries(entries: ReadonlySet<number>, style: 'apart' | 'attached'): Judge {
  let highest = 0
  for (const number of entries) highest = Math.max(highest, number)
  return ({ candidate, doubt: doubtful, listed, partlyListed, inEntry, behindList }) => {
    if (candidate.notation === 'link') return { accepted: true, reason: 'a link definition has its label' }
    if (behindList) return { accepted: false, reason: 'it stands alone behind the list: the number of a bare link' }
    if (listed) return { accepted: true, reason: 'an entry has its number' }
    if (inEntry) return { accepted: false, reason: 'it stands inside an entry, and no entry has its number' }
    if (doubtful !== undefined) return { accepted: false, reason: doubtful }
    if (partlyListed) return { accepted: true, reason: 'entries have some of its numbers' }
    const beyond = candidate.members.length > 1 || candidate.members[0]!.number! > highest * 3 + 20
    if (beyond) return { accepted: false, reason: 'its numbers are far from those of the entries' }
    if (opensBlock(candidate)) return { accepted: false, reason: 'it opens a block, and no entry has its number' }
    if (style === 'attached' && !isAttached(candidate))
      return { accepted: false, reason: 'no entry has its number, and it stands alone' }
    return { accepted: true, reason: 'it stands among citations that have entries' }
  }
}

/** Without entries: three numbers or more, at least 70 % of the first appearances one above the highest so far, attached to the text. */
function byRun(cases: readonly Case[]): Judge {
  const likely = cases.filter(
    (one) => one.doubt === undefined && one.candidate.notation === 'bracket' && !opensBlock(one.candidate),
  )
  const { distinct, inStep } = stepsOf(likely)
  const attached = likely.filter((one) => isAttached(one.candidate)).length
  const isRun = distinct >= 3 && inStep >= 0.7 * (distinct - 1)
  const refusal = !isRun
    ? 'no entry has its number, and the numbers of the document do not run'
    : attached * 2 < likely.length
      ? 'no entry has its number, and such brackets stand apart from the text: section or page numbers'
      : undefined
  return ({ candidate, doubt: doubtful }) => {
    if (candidate.notation === 'link') return { accepted: true, reason: 'a link definition has its label' }
    if (refusal !== undefined) return { accepted: false, reason: doubtful ?? refusal }
    if (doubtful !== undefined) return { accepted: false, reason: doubtful }
    if (opensBlock(candidate)) return { accepted: false, reason: 'it opens a block' }
    return { accepted: true, reason: 'its number belongs to a run' }
  }
}

/** How many distinct numbers there are, and how many of the first appearances but the very first go one up. */
function stepsOf(cases: readonly Case[]): { distinct: number; inStep: number } {
  const seen = new Set<number>()
  let highest: number | undefined
  let inStep = 0
  for (const { candidate } of cases) {
    for (const { number, through } of candidate.members) {
      for (let each = number!; each <= (through ?? number!); each++) {
        if (seen.has(each)) continue
        if (highest !== undefined && each === highest + 1) inStep++
        seen.add(each)
        highest = Math.max(highest ?? each, each)
      }
    }
  }
  return { distinct: seen.size, inStep }
}
