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
    const unlisted = listed ? undefined : standsWithoutNote(candidate)
    if (unlisted !== undefined) return { candidate, accepted: false, reason: unlisted }
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
  if (isFraction(text, at, to)) return 'it is the upper half of a fraction'
  const name = nameInFront(text, at, to)
  if (name !== undefined) return name
  const isInFront = (before === undefined || isWhite(before) || before === '(') && isLetter(after)
  return isInFront && !isUnspacedScript(after) ? 'it stands in front of a word: an isotope or a label' : undefined
}

/** `km²`, `x²`, `sin²x`. */
function nameInFront(text: string, at: number, to: number): string | undefined {
  const word = /[\p{L}µμ]+$/u.exec(text.slice(Math.max(0, at - 12), at))?.[0]
  if (word === undefined) return undefined
  if (units.has(word)) return `\`${word}\` in front of it is a unit or a variable`
  const isApplied = /^(?:\(|\s?[\p{L}θ](?!\p{L}))/u.test(text.slice(to, to + 3))
  return isApplied && functions.has(word) ? `\`${word}\` in front of it is a function` : undefined
}

const functions = new Set('sin cos tan cot sec csc sinh cosh tanh log ln exp'.split(' '))

/** `= ¹/₂`, `½` written with tags: nothing that it could belong to stands before it. */
function isFraction(text: string, at: number, to: number): boolean {
  return /^[/⁄]\d/.test(text.slice(to, to + 2)) && /(?:^|[\s=+\-−–*·×(])$/.test(text.slice(Math.max(0, at - 1), at))
}

/** Why a raised number that no note has is something else than a marker whose note is lost. */
function standsWithoutNote(candidate: Candidate): string | undefined {
  const { at, to, block } = candidate
  const { text } = block
  if (!endsWord(candidate)) return 'no note has its number'
  const words = text.slice(Math.max(0, at - 40), at)
  if (/\d!$/.test(words)) return 'it stands behind a factorial: an exponent'
  // `Revised⁴ Report`
  const isInName = /(?:^|[^\p{L}])\p{Lu}\p{Ll}+$/u.test(words) && /^ \p{Lu}\p{Ll}/u.test(text.slice(to, to + 3))
  return isInName ? 'it stands in the middle of a name' : undefined
}

function endsWord({ block: { text }, at }: Candidate): boolean {
  const before = characterBefore(text, at)
  return before !== undefined && !isWhite(before)
}
