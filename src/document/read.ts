import type { Source } from '../source.ts'
import { judgeFootnote } from './classify/footnotes.ts'
import { judgeNumbers } from './classify/numbers.ts'
import { alwaysRejected } from './classify/context.ts'
import type { Candidate, Document, Mark, Reading, Series, Verdict } from './document.ts'
import { definedEntries, listedEntries } from './entries/entries.ts'
import type { EntryDraft } from './entries/entries.ts'
import { readMarkdown } from './formats/markdown.ts'
import { readText } from './formats/text.ts'
import { normalizeLabel } from './label.ts'
import { createMarks } from './marks.ts'
import type { MarkDraft } from './marks.ts'
import { findBrackets } from './notations/bracket.ts'
import { findFootnotes } from './notations/footnote.ts'
import { findLinks } from './notations/link.ts'
import { findScopes } from './scope.ts'
import type { Scope } from './scope.ts'
import { createEntries } from './series/entries.ts'
import type { EntryObject } from './series/entries.ts'
import { createSeries } from './series/series.ts'

/** Works a source out: blocks, markers, entries, series. Never fails: every text is a document. */
export function readDocument(source: Source): Document {
  const reading = source.format === 'text' ? readText(source) : readMarkdown(source)
  const candidates = findCandidates(reading, source.text)
  const drafts = [...definedEntries(reading), ...listedEntries(reading, candidates)].sort(
    (one, other) => one.start - other.start,
  )
  const scopes = findScopes(drafts, candidates, source.text.length)
  const verdicts = judge(candidates, drafts, scopes)
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

function judge(candidates: readonly Candidate[], entries: readonly EntryDraft[], scopes: readonly Scope[]): Verdict[] {
  const labels = new Set(entries.flatMap((entry) => (entry.kind === 'note' ? [normalizeLabel(entry.label)] : [])))
  const footnotes = candidates.filter((candidate) => candidate.notation === 'footnote')
  const verdicts = footnotes.map((candidate): Verdict => {
    const reason = alwaysRejected(candidate)
    return { candidate, ...(reason === undefined ? judgeFootnote(candidate, labels) : { accepted: false, reason }) }
  })
  for (const scope of scopes) {
    const inScope = candidates.filter(
      (one) => one.notation !== 'footnote' && one.start >= scope.start && one.start < scope.end,
    )
    verdicts.push(...judgeNumbers(inScope, scope.entries))
  }
  return verdicts.sort((one, other) => one.candidate.start - other.candidate.start)
}

/** Tells whether a candidate stands inside an entry or a note. */
function entryLookup(entries: readonly EntryDraft[]): (candidate: Candidate) => boolean {
  const lists = entries.filter((entry) => entry.kind === 'list')
  return (candidate) =>
    candidate.block.note !== undefined ||
    lists.some((entry) => entry.start <= candidate.start && candidate.start < entry.end)
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
