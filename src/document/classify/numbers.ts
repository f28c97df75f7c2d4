import type { Candidate, Verdict } from '../document.ts'
import type { EntryDraft } from '../entries/entries.ts'
import { isWhite } from '../characters.ts'
import { insideOf } from '../nearby.ts'
import { doubt } from './doubts.ts'
import { alwaysRejected } from './rejections.ts'
import { isAttached, isQuoted, opensBlock, startsWord } from './standing.ts'
import { findRun } from './run.ts'
import { forced } from './setting.ts'
import type { Setting } from './setting.ts'

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
  /** Stands in a quotation; settled when all are known. */
  quoted: boolean
  /** Stands behind the last list of a page pasted from MediaWiki, which numbers bare links too. */
  readonly behindList: boolean
}

/** A bracket counts as a citation only together with the others of its scope: by their entries, or by the run of their numbers. */
export function judgeNumbers(
  candidates: readonly Candidate[],
  entries: readonly EntryDraft[],
  { hasFootnotes, isForced }: Setting,
): Verdict[] {
  const numbers = numbersOf(entries)
  const cases = casesOf(candidates, entries, numbers)
  const open = cases.filter((one) => one.rejected === undefined)
  if (isQuotation(open)) for (const one of open) one.quoted = false
  const style = stands(open)
  const judge = speaksForEntries(open, numbers) ? byEntries(numbers, style) : byRun(open, hasFootnotes)
  const sure = new Set(open.filter((one) => isForced(one.candidate) && isSound(one)))
  const verdicts = cases.map((one): Verdict => {
    const { candidate, rejected } = one
    if (rejected !== undefined) return { candidate, accepted: false, reason: rejected }
    const { accepted, reason } = sure.has(one) ? forced : judge(one)
    return { candidate, accepted, reason }
  })
  const others = sure.size === 0 ? cases : cases.filter((one) => !sure.has(one))
  return withoutDoubtful(verdicts, doubtsOf(others, style))
}

function casesOf(
  candidates: readonly Candidate[],
  entries: readonly EntryDraft[],
  numbers: ReadonlySet<number>,
): readonly Case[] {
  const insideEntry = insideOf(entries.filter((entry) => entry.kind === 'list'))
  const labels = new Set(entries.flatMap((entry) => (entry.kind === 'list' ? [entry.labelRange.start] : [])))
  const listEnd =
    entries.reduce((end, entry) => (entry.list?.form === 'caret' ? Math.max(end, entry.end) : end), 0) || Infinity
  return candidates.map((candidate): Case => {
    const isLabel = labels.has(candidate.start) || labels.has(candidate.start - 1)
    const { listed, partlyListed } = entriesOf(candidate, numbers)
    return {
      candidate,
      rejected: isLabel ? 'it is the label of an entry' : alwaysRejected(candidate),
      doubt: candidate.notation === 'link' ? undefined : doubt(candidate, listed ? 'attached' : undefined),
      listed,
      partlyListed,
      inEntry: insideEntry(candidate.start),
      quoted: isQuoted(candidate),
      behindList: candidate.start > listEnd && !isAttached(candidate),
    }
  })
}

/** Whether there are entries for all numbers of a candidate, or for some; of a range, its first and its last one count. */
function entriesOf({ members }: Candidate, numbers: ReadonlySet<number>): Pick<Case, 'listed' | 'partlyListed'> {
  let listed = true
  let partlyListed = false
  for (const { number, through } of members) {
    for (const cited of through === undefined ? [number!] : [number!, through]) {
      if (numbers.has(cited)) partlyListed = true
      else listed = false
    }
  }
  return { listed, partlyListed }
}

const numbersOf = (entries: readonly EntryDraft[]): ReadonlySet<number> =>
  new Set(entries.flatMap(({ kind, number }) => (kind === 'note' || number === undefined ? [] : [number])))

/** Where all citations stand in quotations, the document is one itself, such as a letter in a reply. */
const isQuotation = (cases: readonly Case[]): boolean =>
  !cases.some(({ listed, inEntry, quoted }) => listed && !inEntry && !quoted)

/** Nothing but the order of its numbers speaks against it, and it does not open a block, as the number of a paragraph does. */
function isSound({ candidate, inEntry }: Case): boolean {
  return !inEntry && !opensBlock(candidate) && doubt(candidate, 'apart') === undefined
}

/** What speaks against the candidates, by candidate. Where others hold on to the text, one that stands apart is doubtful too. */
function doubtsOf(cases: readonly Case[], style: 'apart' | 'attached'): Map<Candidate, string> {
  const doubts = new Map<Candidate, string>()
  for (const { candidate, doubt: reason, listed } of cases) {
    const apart = style === 'attached' && isApart(candidate) ? 'it stands apart, as an interval does' : undefined
    const found = (reason && listed && style === 'apart' ? doubt(candidate, style) : reason) ?? apart
    if (found !== undefined) doubts.set(candidate, found)
  }
  return doubts
}

/**
 * `[2]Catenation`, `rows[4]`, `at [3]` with an entry of that number may be citations all the same; but not where the entry
 * is cited elsewhere without a doubt.
 */
function withoutDoubtful(verdicts: readonly Verdict[], doubts: ReadonlyMap<Candidate, string>): Verdict[] {
  const doubtOf = ({ candidate }: Verdict) =>
    doubts.get(candidate) ?? (startsWord(candidate) ? 'it is part of the word behind it' : undefined)
  const cited = new Set<number>()
  for (const verdict of verdicts) {
    if (!verdict.accepted || doubtOf(verdict) !== undefined) continue
    for (const { number } of verdict.candidate.members) cited.add(number!)
  }
  return verdicts.map((verdict): Verdict => {
    const reason = verdict.accepted ? doubtOf(verdict) : undefined
    const isCited = verdict.candidate.members.every(({ number }) => cited.has(number!))
    return reason !== undefined && isCited ? { ...verdict, accepted: false, reason } : verdict
  })
}

/** `[1, 2]` with white space on both sides. */
function isApart(candidate: Candidate): boolean {
  return candidate.members.length === 2 && !isAttached(candidate) && isWhite(candidate.block.text[candidate.to])
}

type Judge = (one: Case) => { readonly accepted: boolean; readonly reason: string }

/** At least half of the distinct numbers have an entry; those of quotations and those far beyond the list are not asked. */
function speaksForEntries(cases: readonly Case[], entries: ReadonlySet<number>): boolean {
  const limit = farBeyond(entries)
  const cited = new Set<number>()
  for (const { candidate, doubt: doubtful, listed, inEntry, quoted } of cases) {
    if (inEntry || (!listed && (doubtful !== undefined || quoted))) continue
    for (const { number } of candidate.members) if (number! <= limit) cited.add(number!)
  }
  const hits = [...cited].filter((number) => entries.has(number)).length
  return hits > 0 && hits * 2 >= cited.size
}

/** A number beyond that is no slip for one of the list. */
function farBeyond(entries: ReadonlySet<number>): number {
  let highest = 0
  for (const number of entries) highest = Math.max(highest, number)
  return highest * 3 + 20
}

/** Whether at least half of the citations stand behind white space: then one more that does so is nothing strange. */
function stands(cases: readonly Case[]): 'apart' | 'attached' {
  const listed = cases.filter((one) => one.listed && !one.inEntry)
  const apart = listed.filter(({ candidate }) => isWhite(candidate.block.text[candidate.at - 1])).length
  return listed.length >= 2 && apart * 2 >= listed.length ? 'apart' : 'attached'
}

function byEntries(entries: ReadonlySet<number>, style: 'apart' | 'attached'): Judge {
  const limit = farBeyond(entries)
  return ({ candidate, doubt: doubtful, listed, partlyListed, inEntry, quoted, behindList }) => {
    if (candidate.notation === 'link') return { accepted: true, reason: 'a link definition has its label' }
    if (behindList) return { accepted: false, reason: 'it stands alone behind the list: the number of a bare link' }
    if (listed) return { accepted: true, reason: 'an entry has its number' }
    if (inEntry) return { accepted: false, reason: 'it stands inside an entry, and no entry has its number' }
    if (doubtful !== undefined) return { accepted: false, reason: doubtful }
    if (quoted) return { accepted: false, reason: 'it stands in a quotation, and no entry has its number' }
    if (partlyListed) return { accepted: true, reason: 'entries have some of its numbers' }
    const beyond = candidate.members.length > 1 || candidate.members[0]!.number! > limit
    if (beyond) return { accepted: false, reason: 'its numbers are far from those of the entries' }
    if (opensBlock(candidate)) return { accepted: false, reason: 'it opens a block, and no entry has its number' }
    if (style === 'attached' && !isAttached(candidate))
      return { accepted: false, reason: 'no entry has its number, and it stands alone' }
    return { accepted: true, reason: 'it stands among citations that have entries' }
  }
}

/** Without entries the numbers have to run. */
function byRun(cases: readonly Case[], hasFootnotes: boolean): Judge {
  const run = findRun(
    cases.filter((one) => one.doubt === undefined).map((one) => one.candidate),
    hasFootnotes,
  )
  return ({ candidate, doubt: doubtful }) => {
    if (candidate.notation === 'link') return { accepted: true, reason: 'a link definition has its label' }
    if (doubtful !== undefined) return { accepted: false, reason: doubtful }
    if (opensBlock(candidate)) return { accepted: false, reason: 'it opens a block: the number of a paragraph' }
    if ('refusal' in run) return { accepted: false, reason: run.refusal }
    const isBeyond = candidate.members.some(
      ({ number, through }) => through !== undefined && (number! > run.highest + 1 || through > run.highest + 10),
    )
    if (isBeyond) return { accepted: false, reason: 'its range lies beyond the run of the numbers' }
    return { accepted: true, reason: 'its number belongs to a run' }
  }
}
