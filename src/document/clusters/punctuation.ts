import type { Cluster, Family, Mark, Punctuation } from '../document.ts'
import { characterBefore, isBehindPlain, isWhite } from '../characters.ts'
import { sourceRange } from '../formats/prose.ts'
import { houseStyle } from '../house-style.ts'
import type { Draft } from '../mark.ts'
import { isAbbreviated } from './abbreviations.ts'

/** A mark of punctuation, or a run of them that is one: `?!`, `...`. A dash between numbers makes a range. */
const one = '(?:\\.{3,}|…+|[.,;:]|[!?]+|[。．｡।۔։]|[，、､،]|[；؛：]|[！？؟]+|(?<![\\d–—-])(?:[—―]+|–|--)(?!\\d))'
const ahead = new RegExp(`${one}$`, 'u')
const behind = new RegExp(`^${one}`, 'u')
/** What such a mark begins and ends with: most letters are none of it. */
const signs = '.,;:!?…。．｡।۔։，、､،；؛：！？؟—―–-'
/** Those that are a mark by themselves, whatever else stands there. */
const simple = '.,;:!?…'
const closers = /^[\p{Pe}\p{Pf}"']+/u
const opener = /(?:[\p{Ps}\p{Pi}¿¡]|(?:^|\s)["'])$/u
/** `“No.”`: the sentence ends inside. */
const closedSentence = /[.,;:!?…。．｡।，、；：！？][\p{Pe}\p{Pf}"']+$/u

/** Looked at on either side of a cluster; no punctuation and no abbreviation is longer. */
const reach = 16

/** The punctuation of each cluster that has some, and the side on which the document has such marks. */
export function findPunctuation(clusters: readonly Cluster[]): readonly (Punctuation | undefined)[] {
  let detached = 0
  for (const cluster of clusters) if (isDetached(cluster)) detached++
  // Where markers stand apart from the text on purpose, the white space goes with them.
  const apart = detached * 2 >= clusters.length
  const all: (Punctuation | undefined)[] = []
  const found: Found[] = []
  for (const cluster of clusters) {
    const isApart = isDetached(cluster)
    const punctuation = !isApart || apart ? punctuationOf(cluster.marks) : undefined
    all.push(punctuation)
    if (!punctuation || isApart) continue
    found.push({ family: cluster.marks[0]!.family, punctuation })
  }
  if (found.length === 0) return all
  const house = houseStyle(found, kindIn, sideIn)
  for (const each of found) each.punctuation.house = house(each) as Punctuation['house']
  return all
}

interface Found {
  readonly family: Family
  readonly punctuation: Draft<Punctuation>
}

/** Footnotes may stand behind full stops where references stand before them; so may markers of two scripts in one text. */
const kindIn = ({ family, punctuation: { kind, script } }: Found): string => `${family} ${kind} ${script}`

const sideIn = ({ punctuation }: Found): string => punctuation.side

const isDetached = ({ marks }: Cluster) => marks[0]!.before === 'detached'

/**
 * None where both sides have one, where the mark may belong to a word (`v[^1].5`, `etc.[1] and`), and where a bracket or a
 * quotation mark stands in between: `“No.”[1]` and `(no[1]).` may be right in every style.
 */
function punctuationOf(marks: readonly Mark[]): Draft<Punctuation> | undefined {
  if (!canTell(marks)) return undefined
  const last = marks.at(-1)!
  const { block, at } = marks[0]!
  const to = last.to + (last.suffix ? last.suffix.end - last.suffix.start : 0)
  const wordTo = skipWhiteBack(block.text, at)
  const textAhead = signAhead(block.text, wordTo)
  const textBehind = signBehind(block.text, to)
  const text = textAhead + textBehind
  if ((textAhead === '') === (textBehind === '')) return undefined
  const left = leftOf(block.text, wordTo)
  const right = rightOf(block.text, to)
  const [kind, script] = kindOf(text)
  // `; [3] says so`: a marker behind white space may belong to what follows.
  if (wordTo < at && textAhead !== '' && kind !== 'stop') return undefined
  const before = left.slice(0, left.length - textAhead.length)
  if (!endsText(before, text)) return undefined
  if (!goesOn(right.slice(textBehind.length), kind, script)) return undefined
  const from = textAhead === '' ? to : wordTo - text.length
  const { start, end } = sourceRange(block, from, from + text.length)
  return { side: textAhead === '' ? 'before' : 'after', kind, script, text, house: undefined, start, end }
}

const leftOf = (text: string, at: number) => text.slice(Math.max(0, at - reach), at)
const rightOf = (text: string, at: number) => text.slice(at, at + reach)

/** The mark that ends at a place of a text, if there is one. */
function signAhead(text: string, at: number): string {
  const edge = text[at - 1]
  if (edge === undefined || !isSign(edge)) return ''
  return isSimple(edge, text[at - 2]) ? edge : (ahead.exec(leftOf(text, at))?.[0] ?? '')
}

/** The mark that begins there. */
function signBehind(text: string, at: number): string {
  const edge = text[at]
  if (edge === undefined || !isSign(edge)) return ''
  return isSimple(edge, text[at + 1]) ? edge : (behind.exec(rightOf(text, at))?.[0] ?? '')
}

const isSimple = (sign: string, next: string | undefined) => simple.includes(sign) && !isSign(next)

function isSign(character: string | undefined): boolean {
  // A space or a small letter, most of the time.
  if (character === undefined || character === ' ' || (character >= 'a' && character <= 'z')) return false
  return signs.includes(character)
}

/** Not where white space or a slip is to be mended first. */
function canTell(marks: readonly Mark[]): boolean {
  const { inEntry, before, spaceBefore } = marks[0]!
  if (inEntry || before === 'start' || (before === 'attached' && spaceBefore.end > spaceBefore.start)) return false
  for (const mark of marks) if (mark.malformed !== undefined || mark.padded || mark.joint === 'white') return false
  return true
}

function skipWhiteBack(text: string, at: number): number {
  let index = at
  while (index > 0 && isWhite(text[index - 1])) index--
  return index
}

const stop = ['stop', 'latin'] as const
const comma = ['comma', 'latin'] as const

const kinds = [
  ['comma', /[,，、､،]/u],
  ['semicolon', /[;；؛]/u],
  ['colon', /[:：]/u],
  ['dash', /[—―–-]/u],
  ['ellipsis', /…|\.\./u],
] as const

function kindOf(text: string): readonly [Punctuation['kind'], Punctuation['script']] {
  if (text === '.') return stop
  if (text === ',') return comma
  const kind = kinds.find(([, pattern]) => pattern.test(text))?.[0] ?? 'stop'
  return [kind, /[^\p{ASCII}…—―–]/u.test(text) ? 'other' : 'latin']
}

/** A word or what closes one, and no further punctuation. Behind `]` the marker may be the label of a link. */
function endsText(before: string, mark: string): boolean {
  if (mark === '.' && isAbbreviated(before)) return false
  const last = characterBefore(before, before.length)
  if (isBehindPlain(before, before.length)) return true
  if (last === undefined || isWhite(last) || last === ']') return false
  return !opener.test(before) && !ahead.test(before) && !closedSentence.test(before)
}

/** Behind both: the end, white space or what closes, and behind a full stop no small letter. */
function goesOn(after: string, kind: Punctuation['kind'], script: Punctuation['script']): boolean {
  if (after === '') return true
  const rest = isWhite(after[0]) ? after : after.replace(closers, '')
  // `[1]–[2]` is no dash of the text.
  if ((isSign(rest[0]) && behind.test(rest)) || rest.startsWith('[')) return false
  if (rest === '' || script === 'other' || kind === 'dash') return true
  return isWhite(rest[0]) && (kind !== 'stop' || !beginsSmall(rest.trimStart()))
}

/** What knows all small letters takes long to make. */
function beginsSmall(text: string): boolean {
  return text.charCodeAt(0) < 128 ? /^[a-z]/.test(text) : /^\p{Ll}/u.test(text)
}
