import type { Candidate, Family, Reading, Verdict } from './document.ts'
import { alwaysRejected } from './classify/rejections.ts'
import { footnoteStyle, judgeFootnote } from './classify/footnotes.ts'
import { judgeGroup } from './classify/groups.ts'
import { judgeInlineNotes } from './classify/inline-notes.ts'
import { judgeMalformed } from './classify/malformed.ts'
import { judgeNumbers } from './classify/numbers.ts'
import { judgeSuperscripts } from './classify/superscripts.ts'
import type { EntryDraft } from './entries/entries.ts'
import { normalizeLabel } from './label.ts'
import { findMalformed } from './notations/malformed.ts'
import { sortIntoScopes } from './scope.ts'
import type { Scope } from './scope.ts'

/** One numbering of the document: candidates with their verdicts, and the entries they can point to. */
export interface System {
  readonly family: Family
  /** From 1. */
  readonly scope: number
  readonly entries: readonly EntryDraft[]
  readonly verdicts: readonly Verdict[]
}

/** Divides the candidates and entries of one family into scopes. */
export type Division = (
  entries: readonly EntryDraft[],
  candidates: readonly Candidate[],
  length: number,
) => readonly Scope[]

interface Found {
  readonly candidates: readonly Candidate[]
  readonly entries: readonly EntryDraft[]
}

/** Sorts candidates and entries into the numberings of the document and judges each by itself. */
export function findSystems(
  reading: Reading,
  text: string,
  { candidates, entries }: Found,
  scopesOf: Division,
): System[] {
  const slips = reading.blocks.flatMap((block) => (mayHoldSlip(block.text) ? [...findMalformed(block, text)] : []))
  const hasFootnotes = entries.some((entry) => entry.family === 'footnote')
  const families = new Set([...candidates, ...entries, ...slips].map((one) => one.family))
  return [...families].flatMap((family): System[] => {
    const isOwn = (one: { readonly family: Family }) => one.family === family
    const own = candidates.filter(isOwn)
    const scopes = scopesOf(entries.filter(isOwn), own, text.length)
    const candidatesIn = sortIntoScopes(own, scopes)
    const slipsIn = sortIntoScopes(slips.filter(isOwn), scopes)
    return scopes.map((scope): System => {
      const judged = judges(family)(candidatesIn.get(scope)!, scope.entries, hasFootnotes)
      const accepted = judged.flatMap((verdict) => (verdict.accepted ? [verdict.candidate] : []))
      const verdicts = [...judged, ...judgeMalformed(slipsIn.get(scope)!, accepted, scope.entries)]
      return { family, scope: scope.ordinal, entries: scope.entries, verdicts }
    })
  })
}

type Judge = (candidates: readonly Candidate[], entries: readonly EntryDraft[], hasFootnotes: boolean) => Verdict[]

function judges(family: Family): Judge {
  if (family === 'number') return judgeNumbers
  if (family === 'footnote') return judgeFootnotes
  if (family === 'inline note') return judgeInlineNotes
  return family === 'superscript' ? judgeSuperscripts : judgeGroup
}

function judgeFootnotes(candidates: readonly Candidate[], notes: readonly EntryDraft[]): Verdict[] {
  const labels = new Set(notes.map((note) => normalizeLabel(note.label)))
  const labelStarts = new Set(notes.map((note) => note.labelRange.start))
  const style = footnoteStyle(candidates, labels)
  return candidates.map((candidate): Verdict => {
    const reason = labelStarts.has(candidate.start) ? 'it is the label of an entry' : alwaysRejected(candidate)
    return {
      candidate,
      ...(reason === undefined ? judgeFootnote(candidate, labels, style) : { accepted: false, reason }),
    }
  })
}

/** Most blocks have no bracket at all. */
function mayHoldSlip(text: string): boolean {
  return /[[\]［【〔]/.test(text)
}
