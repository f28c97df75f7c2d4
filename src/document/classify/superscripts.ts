import type { Candidate, Verdict } from '../document.ts'
import type { EntryDraft } from '../entries/entries.ts'
import { characterAt, characterBefore, isDigit, isLetter, isUnspacedScript, isWhite } from '../characters.ts'
import { alwaysRejected } from './rejections.ts'
import { forced } from './setting.ts'
import type { Setting } from './setting.ts'

/** A raised number is a citation where half of the raised numbers have a note, and it is no exponent, isotope or unit. */
export function judgeSuperscripts(
  candidates: readonly Candidate[],
  entries: readonly EntryDraft[],
  { isForced }: Setting,
): Verdict[] {
  const numbers = new Set(entries.map((entry) => entry.number))
  const labels = new Set(entries.map((entry) => entry.labelRange.start))
  const cases = candidates.map((candidate) => {
    const isLabel = labels.has(candidate.start) ? 'it is the label of an entry' : undefined
    return { candidate, reason: isLabel ?? alwaysRejected(candidate) ?? exponentOrUnit(candidate) }
  })
  const cited = new Set(
    cases.flatMap((one) => (one.reason === undefined ? one.candidate.members.map((member) => member.number) : [])),
  )
  const hits = [...cited].filter((number) => numbers.has(number)).length
  const counts = hits > 0 && hits * 2 >= cited.size
  return cases.map(({ candidate, reason }): Verdict => {
    if (reason !== undefined) return { candidate, accepted: false, reason }
    if (isForced(candidate) && endsWord(candidate)) return { candidate, ...forced }
    if (!counts) return { candidate, accepted: false, reason: 'the document has no list of notes for raised numbers' }
    const listed = candidate.members.every((member) => numbers.has(member.number))
    if (!listed && !endsWord(candidate)) return { candidate, accepted: false, reason: 'no note has its number' }
    return {
      candidate,
      accepted: true,
      reason: listed ? 'a note has its number' : 'it stands among raised numbers that have notes',
    }
  })
}

const units = new Set(
  'm cm mm km dm nm μm µm in ft yd mi s ms h g kg l x y z n r a b c e i j k p q t v w R N Z'.split(' '),
)

/** Why a raised number is part of a formula: `m²`, `10³`, `x²`, `¹⁴C`; `undefined` where nothing says so. */
export function exponentOrUnit({ block: { text }, at, to }: Candidate): string | undefined {
  const before = characterBefore(text, at)
  const after = characterAt(text, to)
  if (isDigit(before) || /\d\)$/.test(text.slice(Math.max(0, at - 2), at)))
    return 'it stands behind a number: an exponent'
  if (/[⁺⁻⁽]$|^⁻/.test(`${text[at]}${before ?? ''}`) || /^[⁺⁻]/.test(after ?? '')) return 'it is part of a formula'
  const word = /[\p{L}µμ]+$/u.exec(text.slice(Math.max(0, at - 12), at))?.[0]
  if (word !== undefined && units.has(word)) return `\`${word}\` in front of it is a unit or a variable`
  const isInFront = (before === undefined || isWhite(before) || before === '(') && isLetter(after)
  return isInFront && !isUnspacedScript(after) ? 'it stands in front of a word: an isotope or a label' : undefined
}

function endsWord({ block: { text }, at }: Candidate): boolean {
  const before = characterBefore(text, at)
  return before !== undefined && !isWhite(before)
}
