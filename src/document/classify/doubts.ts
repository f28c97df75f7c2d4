import type { Candidate } from '../document.ts'
import { characterBefore, isLetter, isUnspacedScript, isWhite, isWordCharacter } from '../characters.ts'
import { isDigitCode, isLetterCode } from '../codes.ts'
import { remembered } from '../remembered.ts'
import { before, behindEnding, firstReason, white } from './grounds.ts'
import type { Ground } from './grounds.ts'
import { closesEmphasis, isAttached } from './standing.ts'

/**
 * Words for places in a text, with white space behind them: `at the table[2]` is a word and a marker, like any other. What
 * stands for another text (`ibid.[40]`) and signs need none.
 */
const pinpoint =
  /(?:(?<![\p{L}\p{N}_])(?:(?:at|paras?|paragraphs?|pages?|sections?|lines?|column|chapter|figure|table|steps?|items?|options?|version|interval|range|between)\s+|(?:ibid\.?|id\.?|op\. cit\.?|supra|pp?\.|sec\.|col\.|fig\.|paras?\.|rn\.?|rz\.?)\s*)|[∈∊¶§=]\s*)$/iu

const doubts: readonly Ground[] = [
  unlikelyNumbers,
  disorder,
  ({ block: { kind, text }, at, to }) =>
    kind === 'cell' && text.trim() === text.slice(at, to) ? 'it is all that a table cell holds' : undefined,
  gluedTo,
  manualSection,
  ({ block, at }) => identifierBefore(block.text, at),
  behindEnding(`${white}.=dtanzDTANZ`, pinpoint, 24, 'the word before it makes it a place in a text, not a citation'),
  before(
    `${white},`,
    /^(?:,?\s(?:and|or|to)\s\[\d+\])?,?\s(?:above|below)\b/,
    'the word behind it points to a place in the text',
  ),
  // `([4] in Adler)`
  ({ block: { text }, at, to }) =>
    text[at - 1] === '(' && /^\sin\s\p{Lu}/u.test(text.slice(to, to + 8))
      ? 'it is a number of the text named behind it'
      : undefined,
  before(`${white}=:+[`, /^\s?(?:=|:=|\+=|\[[a-z]\w*\]\s*=)/, 'a value is assigned to it'),
  // `[2013] UKSC 73`
  before(white, /^\s[A-Z]{2,}(?:\s[A-Za-z]+)?\s\d+/, 'it belongs to a law report'),
]

const besidesDisorder = doubts.filter((ground) => ground !== disorder)

/**
 * Why a bracket is probably something else, unless an entry of its number or the run of the numbers says otherwise;
 * `undefined` where nothing does. Where all numbers have entries, `listed` says how citations stand: those that stand so too
 * are citations in any order.
 */
export function doubt(candidate: Candidate, listed: Listed = 'free'): string | undefined {
  return doubtsFor[listed](candidate)
}

type Listed = 'free' | 'apart' | 'attached'

const doubtsFor: Readonly<Record<Listed, (candidate: Candidate) => string | undefined>> = {
  free: remembered((candidate) => findDoubt(candidate, 'free')),
  apart: remembered((candidate) => findDoubt(candidate, 'apart')),
  attached: remembered((candidate) => findDoubt(candidate, 'attached')),
}

function findDoubt(candidate: Candidate, listed: Listed): string | undefined {
  return firstReason(listed !== 'free' && standsAlike(candidate, listed) ? besidesDisorder : doubts, candidate)
}

function standsAlike(candidate: Candidate, listed: 'apart' | 'attached'): boolean {
  const previous = characterBefore(candidate.block.text, candidate.at) ?? ' '
  if (isWhite(previous)) return listed === 'apart' || isAttached(candidate)
  return isWordCharacter(previous) || /[\p{Pe}\p{Pf}\p{Pd}.,;:!?…。，、；：！？"']/u.test(previous)
}

function unlikelyNumbers({ members }: Candidate): string | undefined {
  const numbers = members.map((member) => member.number ?? 0)
  const widths = members.map(({ number, through }) => (through === undefined ? undefined : through - number!))
  if (numbers.includes(0)) return 'no entry has the number 0'
  if (numbers.some((number) => number >= 1400 && number <= 2100)) return 'it is a year'
  return widths.some((width) => width !== undefined && width > 99) ? 'the range is too wide for citations' : undefined
}

function disorder({ members }: Candidate): string | undefined {
  const isBackwards = members.some(({ number, through }) => through !== undefined && through <= number!)
  const falls = members.some(({ number }, index) => index > 0 && number! < members[index - 1]!.number!)
  if (isBackwards) return 'the range runs backwards'
  return falls ? 'the numbers do not rise: an interval or a list of values' : undefined
}

/** Right behind a sign of code, or inside a word. */
function gluedTo({ block: { text }, at, to }: Candidate): string | undefined {
  const previous = characterBefore(text, at)
  if (previous === undefined) return undefined
  if (previous === '/' || previous === '\uFFFC') return 'it stands right behind code or an address'
  if ('#&@$%+=<>|~^\\_-`∈'.includes(previous) && !closesEmphasis(text, at))
    return `it stands right behind \`${previous}\``
  return isLetter(previous) && isLetter(text[to]) && !isUnspacedScript(previous) ? 'it stands inside a word' : undefined
}

/** `gitformat-bundle[5]`. */
function manualSection({ block: { text }, at, to }: Candidate): string | undefined {
  if (to - at !== 3 || !/^\[[1-8]\]$/.test(text.slice(at, to))) return undefined
  const isPage = /(?:^|[\s`(])[a-z][a-z\d]*(?:-[a-z\d]+)+$/.test(text.slice(Math.max(0, at - 40), at))
  return isPage ? 'it reads as the section of a manual page' : undefined
}

/** What a name in code looks like: `my_list`, `a.b`, `x`, `camelCase`, `$x`, `MUX`, `ipv6`. */
const names = [/_/, /\w\.[A-Za-z_]/, /^[A-Za-z]$/, /[a-z][A-Z]/, /\$/, /^[A-Z]{2,}[\dA-Z]*$/, /[A-Za-z]\d+$/]

/** An array index, a version: what stands right before the bracket is a name or a number, not a word. */
export function identifierBefore(text: string, at: number): string | undefined {
  if (!endsInName(text, at) || isPlainWord(text, at) || closesEmphasis(text, at)) return undefined
  // The page of the citation before it: `[3]:568[4]`.
  if (/\]:[\d–,-]+$/.test(text.slice(Math.max(0, at - 20), at))) return undefined
  const name = /[A-Za-z0-9_.$]+$/.exec(text.slice(Math.max(0, at - 60), at))![0]
  const ahead = text.slice(Math.max(0, at - 40), at - name.length)
  // `compañía[3]`: the letters are the end of a word that has others, too.
  if (/[\p{L}\p{M}]$/u.test(ahead)) return undefined
  if (isNumeral(name, ahead)) return undefined
  if (names.some((pattern) => pattern.test(name))) return `\`${name}[…]\` reads as an index`
  return /^\d+$/.test(name) ? 'it stands right behind a number' : undefined
}

/** Whether a name may end at a place of a text. */
function endsInName(text: string, at: number): boolean {
  const code = text.charCodeAt(at - 1)
  return isLetterCode(code) || isDigitCode(code) || code === underscore || code === dollar
}

/** Two small letters at least, and no further sign of a name before them: no name in code has to look like that. */
function isPlainWord(text: string, at: number): boolean {
  let start = at
  while (isSmall(text.charCodeAt(start - 1))) start--
  return at - start > 1 && !endsInName(text, start) && text.charCodeAt(start - 1) !== dot
}

const isSmall = (code: number) => code >= 97 && code <= 122
const dollar = 36
const dot = 46
const underscore = 95

/** `vitamin C[2]`, `Malcolm X[3]`: a capital behind a word, unless the word is one for what has indices. */
function isNumeral(name: string, ahead: string): boolean {
  const word = /(\p{L}{2,})\s$/u.exec(ahead)?.[1]
  return /^[A-Z]$/.test(name) && word !== undefined && !indexed.has(word.toLowerCase())
}

const indexed = new Set(
  'array arrays list lists vector vectors matrix matrices tensor table tuple string map register element entry variable column row set let var const of in is for and if return the an'.split(
    ' ',
  ),
)
