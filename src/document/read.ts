import type { Source } from '../source.ts'
import { judgeFootnote } from './classify/footnotes.ts'
import { judgeMalformed } from './classify/malformed.ts'
import { judgeNumbers } from './classify/numbers.ts'
import { alwaysRejected } from './classify/context.ts'
import type { Candidate, Document, Mark, Reader, Reading, Series, Verdict } from './document.ts'
import { notesWithoutColon } from './entries/colons.ts'
import { definedEntries, listedEntries } from './entries/entries.ts'
import type { EntryDraft } from './entries/entries.ts'
import { readMarkdown } from './formats/markdown.ts'
import { readText } from './formats/text.ts'
import { normalizeLabel } from './label.ts'
import { createMarks } from './marks.ts'
import type { MarkDraft } from './marks.ts'
import { insideOf } from './nearby.ts'
import { findBrackets } from './notations/bracket.ts'
import { findFootnotes } from './notations/footnote.ts'
import { findLinks } from './notations/link.ts'
import { findMalformed } from './notations/malformed.ts'
import { findScopes } from './scope.ts'
import type { Scope } from './scope.ts'
import { createEntries } from './series/entries.ts'
import type { EntryObject } from './series/entries.ts'
import { createSeries } from './series/series.ts'

/**
 * Works a source out: blocks, markers, entries, series. Never fails: every text is a document. `read` is the reader of the
 * source's format; Markdown and plain text need none.
 */
export function readDocument(source: Source, read: Reader = readBlocks): Document {
  const reading = read(source)
  const candidates = findCandidates(reading, source.text)
  const drafts = findEntries(reading, candidates)
  const scopes = findScopes(drafts, candidates, source.text.length)
  const verdicts = judge(reading, source.text, candidates, scopes)
  const accepted = verdicts.filter((verdict) => verdict.accepted).map((verdict) => verdict.candidate)
  const { marks, clusters } = createMarks(accepted, source, reading.blocks, entryLookup(drafts))
  const scoped = new Set(scopes.flatMap((scope) => scope.entries))
  const entries = createEntries(
    drafts.filter((draft) => scoped.has(draft)),
    (start, end) => source.text.slice(start, end),
  )
  const series = createAllSeries(marks, entries, scopes)
  return {
    source,
    blocks: reading.blocks,
    comments: reading.comments,
    verdicts,
    marks: marks as readonly Mark[],
    clusters,
    entries: entries.filter((entry) => entry.series !== undefined),
    series,
  }
}

function findEntries(reading: Reading, candidates: readonly Candidate[]): EntryDraft[] {
  const entries = [
    ...definedEntries(reading),
    ...notesWithoutColon(reading, candidates),
    ...listedEntries(reading, candidates),
  ]
  return entries.sort((one, other) => one.start - other.start)
}

function readBlocks(source: Source): Reading {
  return source.format === 'text' && !speaksMarkdown(source.text) ? readText(source) : readMarkdown(source)
}

/** A text file with `[^n]: …` at the start of a line is Markdown, whatever its name says. */
function speaksMarkdown(text: string): boolean {
  return /^\[\^[^\]\s]+\]:[ \t]/m.test(text)
}

function findCandidates(reading: Reading, text: string): Candidate[] {
  const candidates: Candidate[] = []
  for (const block of reading.blocks) {
    if (!block.text.includes('[')) continue
    const links = [...findLinks(block, text)]
    const taken = new Set(links.map((link) => link.at))
    const brackets = [...findBrackets(block, text)].filter((candidate) => !taken.has(candidate.at))
    candidates.push(...[...links, ...brackets, ...findFootnotes(block, text)].sort((one, other) => one.at - other.at))
  }
  return candidates
}

function judge(reading: Reading, text: string, candidates: readonly Candidate[], scopes: readonly Scope[]): Verdict[] {
  const entries = scopes.flatMap((scope) => scope.entries)
  const notes = entries.filter((entry) => entry.kind === 'note')
  const labels = new Set(notes.map((note) => normalizeLabel(note.label)))
  const labelStarts = new Set(notes.map((note) => note.labelRange.start))
  const footnotes = candidates.filter((candidate) => candidate.notation === 'footnote')
  const verdicts = footnotes.map((candidate): Verdict => {
    const reason = labelStarts.has(candidate.start) ? 'it is the label of an entry' : alwaysRejected(candidate)
    return { candidate, ...(reason === undefined ? judgeFootnote(candidate, labels) : { accepted: false, reason }) }
  })
  const slips = reading.blocks.flatMap((block) => (mayHoldSlip(block.text) ? [...findMalformed(block, text)] : []))
  const accepted = verdicts.flatMap((verdict) => (verdict.accepted ? [verdict.candidate] : []))
  const footnoteSlips = slips.filter((slip) => slip.notation === 'footnote')
  verdicts.push(...judgeMalformed(footnoteSlips, accepted, entries))
  for (const scope of scopes) {
    const inScope = ({ notation, start }: Candidate) =>
      notation !== 'footnote' && start >= scope.start && start < scope.end
    const judged = judgeNumbers(candidates.filter(inScope), scope.entries)
    const cited = judged.flatMap((verdict) => (verdict.accepted ? [verdict.candidate] : []))
    verdicts.push(...judged, ...judgeMalformed(slips.filter(inScope), cited, scope.entries))
  }
  return verdicts.sort((one, other) => one.candidate.start - other.candidate.start)
}

/** Most blocks have no bracket at all. */
function mayHoldSlip(text: string): boolean {
  return /[[\]［【〔]/.test(text)
}

/** Tells whether a candidate stands inside an entry or a note. */
function entryLookup(entries: readonly EntryDraft[]): (candidate: Candidate) => boolean {
  const isInList = insideOf(entries.filter((entry) => entry.kind === 'list'))
  return (candidate) => candidate.block.note !== undefined || isInList(candidate.start)
}

function createAllSeries(
  marks: readonly MarkDraft[],
  entries: readonly EntryObject[],
  scopes: readonly Scope[],
): Series[] {
  const series: Series[] = []
  const add = (
    notation: Series['notation'],
    scope: number,
    members: readonly MarkDraft[],
    own: readonly EntryObject[],
  ) => {
    if (members.length > 0 || own.length > 0) series.push(createSeries(notation, scope, members, own))
  }
  for (const scope of scopes) {
    const inScope = (at: { start: number }) => at.start >= scope.start && at.start < scope.end
    const numbers = marks.filter((mark) => mark.notation !== 'footnote' && inScope(mark))
    const own = entries.filter((entry) => entry.kind !== 'note' && inScope(entry))
    const linked =
      numbers.every((mark) => mark.notation === 'link') && own.every((entry) => entry.kind === 'definition')
    add(linked ? 'link' : 'bracket', scope.ordinal, numbers, own)
  }
  const notes = entries.filter((entry) => entry.kind === 'note')
  add(
    'footnote',
    1,
    marks.filter((mark) => mark.notation === 'footnote'),
    notes,
  )
  return series
}
