import type { Candidate, Verdict } from '../document.ts'
import type { EntryDraft } from '../entries/entries.ts'
import { characterAt, characterBefore, isDigit, isLetter, isUnspacedScript } from '../characters.ts'
import { coveredNumbers } from '../covered.ts'
import { insideOf } from '../nearby.ts'
import { before, behind, firstReason, white } from './grounds.ts'
import type { Ground } from './grounds.ts'
import { alwaysRejected } from './rejections.ts'
import { forced } from './setting.ts'
import type { Setting } from './setting.ts'
import { opensBlock } from './standing.ts'

/*
 * A number in parentheses is hardly ever a citation: it counts an enumeration, names a formula, repeats a quantity, gives the
 * issue of a journal. So it has to stand as a citation does, and every number has to have an entry, or all of them have to
 * run from 1 on without a fault.
 */

const places =
  'equations?|eqn?s?\\.?|formulae?s?|inequality|theorem|lemma|proposition|corollary|definition|conditions?|constraints?|examples?|ex\\.|' +
  'cases?|phases?|groups?|types?|classe?s?|levels?|grades?|rules?|articles?|art\\.?|clauses?|sections?|sec\\.?|§+|subsections?|paragraphs?|' +
  'paras?\\.?|parts?|points?|notes?|questions?|models?|hypothes[ie]s|appendix|no\\.?|nr\\.?|items?|options?|steps?|versions?|' +
  'chapters?|fig(?:ure)?s?\\.?|tables?|columns?|rows?|lines?|pages?|pp?\\.|Gleichung(?:en)?|Gln?\\.|Abs(?:atz|\\.)|Satz|Abb\\.|' +
  'Kapitel|Tabelle|Schritt|équations?|alinéas?|étapes?|ecuaci(?:ón|ones)|уравнени[еяйю]+|формул[аеуы]+'
const quantities =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|' +
  '(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\\w+)?|hundred|thousand|dozen|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|' +
  'deux|trois|quatre|cinq|sept|huit|neuf|dix|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez'

/** Whatever else the document holds. */
const impossible: readonly Ground[] = [
  alwaysRejected,
  ({ members }) => (members.some(falls) ? 'the range does not rise' : undefined),
  ({ members }) => (members.some(isWide) ? 'the range is too wide for citations' : undefined),
  ({ block }) => (block.kind === 'heading' ? 'it stands in a heading' : undefined),
  (one) => (opensBlock(one) ? opening : undefined),
  ({ block: { kind, text }, at, to }) =>
    kind === 'cell' && text.trim() === text.slice(at, to) ? 'it is all that a table cell holds' : undefined,
  gluedTo,
  behind(/\uFFFC\s*$/, 4, 'it stands behind a formula, code or an image'),
  behind(/(?:\t| {2,}|\u3000)$/, 2, 'it stands apart at the margin: the number of a formula'),
  behind(
    new RegExp(`(?<![\\p{L}\\d])(?:${places})[\\s\\u00A0]*$`, 'iu'),
    24,
    'the word before it makes it a place in a text',
  ),
  behind(new RegExp(`(?<![\\p{L}\\d])(?:${quantities})\\s*$`, 'iu'), 24, 'it repeats the number before it'),
  behindNumber,
  behind(/[=<>≤≥≈+*×÷/^~|\\§&@#$€£-]\s*$/u, 4, 'it stands behind a sign'),
  before(`${white}-0123456789`, /^\s?[-–]?\d/, 'a number follows it'),
  before(`${white}=:-`, /^\s?(?:=|:=|→|->)/, 'it reads as a term'),
  enumeration,
]

/** As long as no list speaks for it. */
const doubtful: readonly Ground[] = [
  behind(
    /(?<![\p{L}\d])(?:and|or|und|oder|et|ou|y|o|e|и|или|dan|in|by|from|see|of|per|with|to|at|on|using|siehe|nach|aus|dans|voir|par|en|por)\s*$/iu,
    12,
    'the word before it makes it part of the sentence',
  ),
  numberBefore,
  opensPart,
]

const isWide = ({ number, through }: Candidate['members'][number]) => through !== undefined && through - number! > 99
const falls = ({ number, through }: Candidate['members'][number]) => through !== undefined && through <= number!

/** Why a number in parentheses is probably no citation; `undefined` where nothing says so. */
export function parenthesisDoubt(candidate: Candidate): string | undefined {
  return firstReason(impossible, candidate) ?? firstReason(doubtful, candidate)
}

/** `f(1)`, `man(1)`, `(1)H`, `(2)-butanol`, `x](3)`. */
function gluedTo({ block: { text }, at, to }: Candidate): string | undefined {
  const previous = characterBefore(text, at)
  const next = characterAt(text, to)
  const isName = previous !== undefined && (isDigit(previous) || (isLetter(previous) && !isUnspacedScript(previous)))
  if (isName || /[\])}_'"`]/.test(previous ?? ' ')) return 'it stands right behind a word: an argument or a paragraph'
  const isBeforeName = next !== undefined && (isDigit(next) || (isLetter(next) && !isUnspacedScript(next)))
  return isBeforeName || /^[-([{]/.test(text.slice(to)) ? 'it is part of the word behind it' : undefined
}

/** `12 (3) boats`; before punctuation (`type 2 (3).`) it may be a citation all the same, as behind a year. */
function behindNumber(candidate: Candidate): string | undefined {
  const { block, at, to } = candidate
  const isYear = /(?<!\d)(?:1[4-9]|20)\d\d\s*$/.test(block.text.slice(Math.max(0, at - 6), at))
  return isYear || /^[.,;:)]/.test(block.text.slice(to, to + 1)) ? undefined : numberBefore(candidate)
}

/** `COVID-19` is a name. */
function numberBefore({ block: { text }, at }: Candidate): string | undefined {
  const word = /\S*(?=\s*$)/.exec(text.slice(Math.max(0, at - 24), at))![0]
  return /^\p{Ps}?\d[\d.,]*[%‰°]?$/u.test(word) ? 'it stands behind a number' : undefined
}

/** `three parts: (1) first; (2) second`. */
function enumeration({ block: { text }, at }: Candidate): string | undefined {
  return /(?:[:;—–]\s+|[；：、]\s*)$/u.test(text.slice(Math.max(0, at - 6), at)) ? counting : undefined
}

/** `Done. (4) Then`, `first, (2) second`. */
function opensPart({ block: { text }, at, to }: Candidate): string | undefined {
  const left = text.slice(Math.max(0, at - 6), at)
  if (/(?:,\s+|，\s*)$/u.test(left)) return counting
  const opensSentence = /^\s+[\p{Lu}\p{Pi}"']/u.test(text.slice(to, to + 3))
  return opensSentence && /[.!?…]["'\p{Pf}\p{Pe}]*\s+$/u.test(left) ? counting : undefined
}

const counting = 'it counts the items of an enumeration'
const opening = 'it opens a block: the number of an item'

/** Numbers in parentheses are citations where they have a list that is theirs, or run without a fault and nothing else cites. */
export function judgeParentheses(
  candidates: readonly Candidate[],
  entries: readonly EntryDraft[],
  { isForced, hasOthers }: Setting,
): Verdict[] {
  const isInEntry = insideOf(entries)
  const reasons = candidates.map((one) =>
    isInEntry(one.start) ? 'it stands inside an entry' : firstReason(impossible, one),
  )
  const counted = inEnumerations(candidates, reasons)
  const cases = candidates.map((candidate, index) => ({ candidate, reason: reasons[index] ?? counted[index] }))
  const open = cases.flatMap((one) => (one.reason === undefined ? one.candidate : []))
  const sure = open.filter((one) => firstReason(doubtful, one) === undefined)
  const cited = new Set(sure.flatMap(({ members }) => members.flatMap(coveredNumbers)))
  const listed = new Set(entries.map((entry) => entry.number))
  const isListed = (one: Candidate) => one.members.flatMap(coveredNumbers).every((number) => listed.has(number))
  const hits = [...cited].filter((number) => listed.has(number)).length
  const byList = hits >= 2 && hits * 4 >= cited.size * 3
  const byRun = listed.size === 0 && !hasOthers && sure.length === open.length && runs(sure)
  return cases.map(({ candidate, reason }): Verdict => {
    const no = (why: string): Verdict => ({ candidate, accepted: false, reason: why })
    if (reason !== undefined) return no(reason)
    if (byList && isListed(candidate)) return { candidate, accepted: true, reason: 'an entry has its number' }
    const doubt = firstReason(doubtful, candidate)
    if (doubt !== undefined) return no(doubt)
    if (byRun) return { candidate, accepted: true, reason: 'its number belongs to a run' }
    if (isForced(candidate)) return { candidate, ...forced }
    return no(listed.size > 0 ? 'no entry has its number' : 'the document has no list for numbers in parentheses')
  })
}

/** The neighbours of what counts an enumeration in the same block: the first of `We (1) sampled, (2) tested and (3) reported`. */
function inEnumerations(
  candidates: readonly Candidate[],
  reasons: readonly (string | undefined)[],
): (string | undefined)[] {
  const found = reasons.map((reason) => (reason === counting || reason === opening ? counting : undefined))
  const isNext = (one: Candidate, other: Candidate | undefined) =>
    other?.block === one.block && other.members.length === 1 && other.members[0]!.number === one.members[0]!.number! + 1
  for (const [index, one] of candidates.entries()) {
    const next = candidates[index + 1]
    if (!next || !isNext(one, next)) continue
    const begins = one.members[0]!.number === 1 && reasons[index] === undefined && opensPart(one) === undefined
    if (begins && followsOn(next)) found[index] = counting
    if (found[index] !== undefined) found[index + 1] ??= counting
  }
  for (const index of [...candidates.keys()].toReversed()) {
    const previous = candidates[index - 1]
    if (reasons[index] === counting && previous && isNext(previous, candidates[index])) found[index - 1] ??= counting
  }
  return found
}

/** `, (2)`, ` and (2)`: behind what is counted, where a citation stands behind what it belongs to. */
function followsOn({ block: { text }, at }: Candidate): boolean {
  return /[,;，；]\s*(?:\p{L}{1,3}\s+)?$|(?<![\p{L}])(?:and|or|und|oder|et|ou|y|o|e|и|dan)\s+$/u.test(
    text.slice(Math.max(0, at - 8), at),
  )
}

/** Three numbers or more, each one above the one before, from 1 on; ranges go along, but are no numbers that count: ages are ranges. */
function runs(candidates: readonly Candidate[]): boolean {
  const members = candidates.flatMap((one) => one.members)
  const firsts = [...new Set(members.flatMap(coveredNumbers))]
  const single = new Set(members.flatMap(({ number, through }) => (through === undefined ? number : [])))
  return single.size >= 3 && firsts.every((number, index) => number === index + 1)
}
