import type { Block, Candidate, Family, Verdict } from './document.ts'
import { judgeCitekeys } from './classify/citekeys.ts'
import type { Surroundings } from './classify/citekeys.ts'
import { judgeFootnotes } from './classify/footnotes.ts'
import { judgeGroup } from './classify/groups.ts'
import { judgeInlineNotes } from './classify/inline-notes.ts'
import { judgeMalformed, judgeUnwanted } from './classify/malformed.ts'
import { judgeNumbers } from './classify/numbers.ts'
import { judgeParentheses } from './classify/parentheses.ts'
import type { Setting } from './classify/setting.ts'
import { judgeSuperscripts } from './classify/superscripts.ts'
import type { EntryDraft } from './entries/entries.ts'
import { findSlips } from './find.ts'
import type { Found } from './find.ts'
import { concatenated, insideOf } from './nearby.ts'
import { sortIntoScopes } from './scope.ts'
import type { Scope } from './scope.ts'

/** One numbering of the document: candidates with their verdicts, and the entries they can point to. */
export interface System {
  readonly family: Family
  /** From 1. */
  readonly scope: number
  readonly entries: readonly EntryDraft[]
  readonly verdicts: readonly Verdict[]
  /** What looks like a marker with one thing wrong, and counts for nothing. */
  readonly unwanted: readonly Verdict[]
}

/** Divides the candidates and entries of one family into scopes. */
export type Division = (
  entries: readonly EntryDraft[],
  candidates: readonly Candidate[],
  length: number,
  blocks: readonly Block[],
) => readonly Scope[]

/** Sorts candidates and entries into the numberings of the document and judges each by itself. */
export function findSystems(
  surroundings: Surroundings,
  found: Pick<Found, 'candidates' | 'entries' | 'notations' | 'slips'>,
  scopesOf: Division,
): readonly System[] {
  const { reading, text } = surroundings
  const { candidates, entries, notations = {} } = found
  const written = found.slips ?? findSlips(reading, text)
  const slips = written.length === 0 ? written : written.filter((slip) => notations[slip.notation] !== 'off')
  const families = familiesOf(candidates, entries, slips)
  const setting: Setting = {
    hasFootnotes: families.has('footnote') && entries.some((entry) => entry.family === 'footnote'),
    hasOthers: families.size > 1,
    isForced: (candidate) => notations[candidate.notation] === 'on',
  }
  return concatenated(
    [...families].map((family): System[] => {
      const ownOf = <T extends { readonly family: Family }>(all: readonly T[]): readonly T[] =>
        families.size === 1 ? all : all.filter((one) => one.family === family)
      const own = ownOf(candidates)
      const scopes = scopesOf(ownOf(entries), own, text.length, reading.blocks)
      const candidatesIn = sortIntoScopes(own, scopes)
      const slipsIn = sortIntoScopes(ownOf(slips), scopes)
      return scopes.map((scope, index): System => {
        const judge: Judge =
          family === 'citekey' ? (...given) => judgeCitekeys(given[0], given[1], surroundings) : judges(family)
        const judged = judge(candidatesIn[index]!, scope.entries, setting)
        const ownSlips = slipsIn[index]!
        const verdicts = withSlips(judged, ownSlips, scope.entries)
        const kept = isKept(scope.entries, verdicts) ? scope.entries : []
        const unwanted = judgeUnwanted(ownSlips, verdicts)
        return { family, scope: scope.ordinal, entries: kept, verdicts, unwanted }
      })
    }),
  )
}

function familiesOf(...all: readonly (readonly { readonly family: Family }[])[]): Set<Family> {
  const families = new Set<Family>()
  for (const some of all) for (const { family } of some) families.add(family)
  return families
}

function withSlips(
  judged: readonly Verdict[],
  slips: readonly Candidate[],
  entries: readonly EntryDraft[],
): readonly Verdict[] {
  if (slips.length === 0) return judged
  const accepted = judged.flatMap((verdict) => (verdict.accepted ? [verdict.candidate] : []))
  return [...judged, ...judgeMalformed(slips, accepted, entries)]
}

/** Slips that are no markers of another family either. */
export function unwantedIn(systems: readonly System[], accepted: readonly Candidate[]): readonly Verdict[] {
  const unwanted = concatenated(systems.map((system) => system.unwanted))
  if (unwanted.length === 0) return unwanted
  const isTaken = insideOf(accepted)
  return unwanted.filter(({ candidate: { start, end } }) => !isTaken(start) && !isTaken(end - 1))
}

/**
 * A list that nothing cites is one only under its heading; not even there where brackets with its numbers stand in the
 * text and count for something else, since one of the two is read in a wrong way.
 */
function isKept(entries: readonly EntryDraft[], verdicts: readonly Verdict[]): boolean {
  if (verdicts.some((verdict) => verdict.accepted) || entries.some((entry) => entry.list === undefined)) return true
  const numbers = new Set(entries.map((entry) => entry.number))
  const isInEntry = insideOf(entries)
  const isNamed = verdicts.some(({ candidate: { start, members } }) => {
    return !isInEntry(start) && members.some((member) => numbers.has(member.number))
  })
  return !isNamed && entries.some((entry) => entry.list?.underHeading)
}

type Judge = (candidates: readonly Candidate[], entries: readonly EntryDraft[], setting: Setting) => Verdict[]

function judges(family: Family): Judge {
  if (family === 'number') return judgeNumbers
  if (family === 'footnote') return judgeFootnotes
  if (family === 'inline note') return judgeInlineNotes
  if (family === 'parenthesis') return judgeParentheses
  return family === 'superscript' ? judgeSuperscripts : judgeGroup
}
