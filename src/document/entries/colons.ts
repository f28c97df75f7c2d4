import type { Candidate, Reading } from '../document.ts'
import { labelsOf, normalizeLabel } from '../label.ts'
import type { EntryDraft } from './entries.ts'

/**
 * Notes whose colon was lost: `[^4] See there.` at the start of a line, where `[^4]` is cited before and no note has the
 * label. Markdown takes such a line for prose, behind another note even for a part of it; a sentence may begin so, too.
 */
export function notesWithoutColon(reading: Reading, candidates: readonly Candidate[]): EntryDraft[] {
  // Most texts have none at the start of a line: to look takes less than to gather the labels of all notes.
  if (!candidates.some((one) => one.notation === 'footnote' && opensLine(one))) return []
  const lost = withoutNote(candidates, labelsOf(reading.notes))
  if (lost.length === 0) return []
  const cited = firstCited(lost.filter((one) => !opensLine(one)))
  const drafts = new Map<string, EntryDraft>()
  for (const candidate of lost) {
    const label = labelOf(candidate)
    const behind = /^[ \t]?(?:[：.:–-][ \t]*|[ \t]+)(?=\S)/.exec(
      candidate.block.text.slice(candidate.to, candidate.to + 20),
    )
    if (!behind || !opensLine(candidate) || drafts.has(label)) continue
    if (!(cited.get(label)! < candidate.start) && !behind[0].startsWith(':')) continue
    drafts.set(label, withoutColon(candidate, behind[0]))
  }
  return [...drafts.values()]
}

function withoutNote(candidates: readonly Candidate[], labels: ReadonlySet<string>): Candidate[] {
  const lost: Candidate[] = []
  for (const one of candidates) if (one.notation === 'footnote' && !labels.has(labelOf(one))) lost.push(one)
  return lost
}

function firstCited(candidates: readonly Candidate[]): Map<string, number> {
  const found = new Map<string, number>()
  for (const candidate of candidates) {
    const label = labelOf(candidate)
    found.set(label, Math.min(candidate.start, found.get(label) ?? Infinity))
  }
  return found
}

const labelOf = (candidate: Candidate): string => normalizeLabel(candidate.members[0]!.label)

function opensLine({ block: { text }, at }: Candidate): boolean {
  let index = at
  while (index > 0 && (text[index - 1] === ' ' || text[index - 1] === '\t')) index--
  return index === 0 || text[index - 1] === '\n' || text[index - 1] === '\r'
}

function withoutColon({ block, start, end, to, text, members }: Candidate, behind: string): EntryDraft {
  const line = block.text.slice(to + behind.length)
  const wrong = behind.trimEnd()
  return {
    kind: 'note',
    family: 'footnote',
    start,
    end: block.end,
    label: members[0]!.label,
    number: members[0]!.number,
    labelRange: { start, end },
    text: line.trim(),
    list: undefined,
    // Inside of HTML nothing is wrong with `[^4]: …`, though Markdown does not read it.
    malformed:
      wrong === ':' ? undefined : { kind: 'colon', expected: `${text}:`, range: { start, end: end + wrong.length } },
  }
}
