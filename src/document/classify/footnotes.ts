import { once } from '../../lazily.ts'
import type { Candidate, Verdict } from '../document.ts'
import { characterBefore, isUnspacedScript, isWhite, isWordCharacter } from '../characters.ts'
import { nearest } from '../../nearest.ts'
import { labelsOf, normalizeLabel } from '../label.ts'
import { beginningAt } from '../nearby.ts'
import type { EntryDraft } from '../entries/entries.ts'
import { alwaysRejected } from './rejections.ts'
import { forced } from './setting.ts'
import type { Setting } from './setting.ts'

/** What becomes of `[^x]`: a label with a note is a marker; without one it may be a lost note or a character class. */
export function judgeFootnotes(
  candidates: readonly Candidate[],
  notes: readonly EntryDraft[],
  { isForced }: Setting,
): Verdict[] {
  if (candidates.length === 0) return []
  const labels = labelsOf(notes)
  const isLabel = beginningAt(notes.map(({ labelRange }) => labelRange))
  const style = once(() => footnoteStyle(candidates, labels))
  const verdicts: Verdict[] = []
  for (const candidate of candidates) {
    const rejection = isLabel(candidate.start) ? 'it is the label of an entry' : alwaysRejected(candidate)
    if (rejection !== undefined) verdicts.push({ candidate, accepted: false, reason: rejection })
    else {
      const { accepted, reason } = labels.has(normalizeLabel(candidate.members[0]!.label))
        ? defined
        : judgeWithoutNote(candidate, labels, isForced(candidate) ? 'any' : style())
      verdicts.push({ candidate, accepted, reason })
    }
  }
  return verdicts
}

function judgeWithoutNote(
  candidate: Candidate,
  labels: ReadonlySet<string>,
  style: 'apart' | 'attached' | 'any',
): { readonly accepted: boolean; readonly reason: string } {
  const { label, number } = candidate.members[0]!
  const yes = (reason: string) => ({ accepted: true, reason })
  const no = (reason: string) => ({ accepted: false, reason })
  const other = otherThing(candidate)
  if (other !== undefined) return no(other)
  if (style === 'any') return forced
  if (labels.size > 0 && labels.size < manyLabels && nearest(label, labels) !== undefined)
    return yes('a note has a label that is nearly the same')
  if (labels.size > 0 && number !== undefined) return yes('it is numbered in a document with footnotes')
  if (style === 'apart' && label.length > 1) return yes('it stands as other footnotes of the document do')
  if (!holdsOn(candidate)) return no('no note has this label, and it does not stand behind a word')
  if (number !== undefined) return yes('it is numbered like a footnote and stands behind a word')
  return labels.size > 0 ? yes('it stands behind a word in a document with footnotes') : no('no note has this label')
}

const defined = { accepted: true, reason: 'a note has this label' } as const

function otherThing(candidate: Candidate): string | undefined {
  const isNumbered = candidate.members[0]!.number !== undefined
  if (isNumbered && isExponent(candidate)) return 'it stands behind a single letter: an exponent'
  return isPattern(candidate) ? 'it reads as a character class of a pattern' : undefined
}

/** Among more labels than that, nobody looks for one that is nearly the same: it takes time for each of them. */
const manyLabels = 500

/** `x[^2] + y`. */
function isExponent({ block: { text }, at }: Candidate): boolean {
  return /(?:^|[\s(+\-*/=])[A-Za-z]$/.test(text.slice(Math.max(0, at - 2), at))
}

/** Whether the document has footnotes with notes that stand behind white space. */
function footnoteStyle(candidates: readonly Candidate[], labels: ReadonlySet<string>): 'apart' | 'attached' {
  const apart = candidates.some(({ block, at, members }) => {
    return isWhite(block.text[at - 1]) && labels.has(normalizeLabel(members[0]!.label))
  })
  return apart ? 'apart' : 'attached'
}

/** `[^abc]+`, `[^m-n]`, `([^"]*)`: what stands around it or in it belongs to a regular expression. */
function isPattern({ block: { text }, at, to, members }: Candidate): boolean {
  const { label } = members[0]!
  const before = text[at - 1] ?? ' '
  const after = text[to] ?? ' '
  if (!/^[\p{L}\p{N}_.:@+#&’'-]+$/u.test(label)) return true
  if (/^\w-\w$/.test(label)) return true
  return '([{|\\/^$'.includes(before) || '*+{?|\\$'.includes(after)
}

/** A marker stands right behind a word or a punctuation mark, or behind white space and before punctuation. */
function holdsOn({ block: { text }, at, to }: Candidate): boolean {
  const before = characterBefore(text, at)
  if (before === undefined) return false
  if (isWordCharacter(before) || isUnspacedScript(before)) return true
  if (isWhite(before)) return /[.,;:!?。，、；：！？]/.test(text[to] ?? '')
  return /[\p{P}\p{S}\uFFFC]/u.test(before)
}
