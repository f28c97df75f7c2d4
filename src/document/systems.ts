import type { Candidate, Family, Verdict } from './document.ts'
import { judgeCitekeys } from './classify/citekeys.ts'
import type { Surroundings } from './classify/citekeys.ts'
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
import { findScopes } from './scope.ts'

/** One numbering of the document: candidates with their verdicts, and the entries they can point to. */
export interface System {
  readonly family: Family
  /** From 1. */
  readonly scope: number
  readonly entries: readonly EntryDraft[]
  readonly verdicts: readonly Verdict[]
}

/** Sorts candidates and entries into the numberings of the document and judges each by itself. */
export function findSystems(
  surroundings: Surroundings,
  candidates: readonly Candidate[],
  entries: readonly EntryDraft[],
): System[] {
  const { reading, text } = surroundings
  const slips = reading.blocks.flatMap((block) => (mayHoldSlip(block.text) ? [...findMalformed(block, text)] : []))
  const hasFootnotes = entries.some((entry) => entry.family === 'footnote')
  const families = new Set([...candidates, ...entries, ...slips].map((one) => one.family))
  return [...families].flatMap((family): System[] => {
    const isOwn = (one: { readonly family: Family }) => one.family === family
    const scopes = findScopes(entries.filter(isOwn), candidates.filter(isOwn), text.length)
    return scopes.map((scope): System => {
      const inScope = (one: Candidate) => isOwn(one) && one.start >= scope.start && one.start < scope.end
      const judge: Judge =
        family === 'citekey' ? (...own) => judgeCitekeys(own[0], own[1], surroundings) : judges(family)
      const judged = judge(candidates.filter(inScope), scope.entries, hasFootnotes)
      const accepted = judged.flatMap((verdict) => (verdict.accepted ? [verdict.candidate] : []))
      const verdicts = [...judged, ...judgeMalformed(slips.filter(inScope), accepted, scope.entries)]
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
