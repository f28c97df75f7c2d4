import type { Cluster, Mark, Punctuation } from '../document.ts'
import { characterBefore, isBehindPlain, isWhite } from '../characters.ts'
import { sourceRange } from '../formats/prose.ts'
import { houseStyle } from '../house-style.ts'
import { isAbbreviated } from './abbreviations.ts'

/** A mark of punctuation, or a run of them that is one: `?!`, `...`. A dash between numbers makes a range. */
const one = '(?:\\.{3,}|…+|[.,;:]|[!?]+|[。．｡।۔։]|[，、､،]|[；؛：]|[！？؟]+|(?<![\\d–—-])(?:[—―]+|–|--)(?!\\d))'
const ahead = new RegExp(`${one}$`, 'u')
const behind = new RegExp(`^${one}`, 'u')
const closers = /^[\p{Pe}\p{Pf}"']+/u
const opener = /(?:[\p{Ps}\p{Pi}¿¡]|(?:^|\s)["'])$/u
/** `“No.”`: the sentence ends inside. */
const closedSentence = /[.,;:!?…。．｡।，、；：！？][\p{Pe}\p{Pf}"']+$/u

/** Looked at on either side of a cluster; no punctuation and no abbreviation is longer. */
const reach = 16

/** The punctuation of each cluster, and the side on which the document has such marks. */
export function findPunctuation(clusters: readonly Cluster[]): Map<Cluster, Punctuation> {
  // Where markers stand apart from the text on purpose, the white space goes with them.
  const apart = clusters.filter(isDetached).length * 2 >= clusters.length
  const all = clusters.flatMap((cluster): { cluster: Cluster; punctuation: Punctuation }[] => {
    const punctuation = !isDetached(cluster) || apart ? punctuationOf(cluster) : undefined
    return punctuation ? [{ cluster, punctuation }] : []
  })
  const found = all.filter(({ cluster }) => !isDetached(cluster))
  // Footnotes may stand behind full stops where references stand before them; so may markers of two scripts in one text.
  const house = houseStyle(
    found,
    ({ cluster, punctuation: { kind, script } }) => `${cluster.marks[0]!.family} ${kind} ${script}`,
    ({ punctuation }) => punctuation.side,
  )
  return new Map(
    all.map((each) => {
      const side = isDetached(each.cluster) ? undefined : (house(each) as Punctuation['house'])
      return [each.cluster, { ...each.punctuation, house: side }]
    }),
  )
}

const isDetached = ({ marks }: Cluster) => marks[0]!.before === 'detached'

/**
 * None where both sides have one, where the mark may belong to a word (`v[^1].5`, `etc.[1] and`), and where a bracket or a
 * quotation mark stands in between: `“No.”[1]` and `(no[1]).` may be right in every style.
 */
function punctuationOf({ marks }: Cluster): Punctuation | undefined {
  if (!canTell(marks)) return undefined
  const last = marks.at(-1)!
  const { block, at } = marks[0]!
  const to = last.to + (last.suffix ? last.suffix.end - last.suffix.start : 0)
  const wordTo = skipWhiteBack(block.text, at)
  const left = block.text.slice(Math.max(0, wordTo - reach), wordTo)
  const right = block.text.slice(to, to + reach)
  const textAhead = markAhead(left)
  const textBehind = behind.exec(right)?.[0] ?? ''
  const text = textAhead + textBehind
  if ((textAhead === '') === (textBehind === '')) return undefined
  const [kind, script] = kindOf(text)
  // `; [3] says so`: a marker behind white space may belong to what follows.
  if (wordTo < at && textAhead !== '' && kind !== 'stop') return undefined
  const before = left.slice(0, left.length - textAhead.length)
  if (!endsText(before, text)) return undefined
  if (!goesOn(right.slice(textBehind.length), kind, script)) return undefined
  const from = textAhead === '' ? to : wordTo - text.length
  const range = sourceRange(block, from, from + text.length)
  return { side: textAhead === '' ? 'before' : 'after', kind, script, text, house: undefined, ...range }
}

const markAhead = (left: string) => (isBehindPlain(left, left.length) ? '' : (ahead.exec(left)?.[0] ?? ''))

/** Not where white space or a slip is to be mended first. */
function canTell(marks: readonly Mark[]): boolean {
  const { inEntry, before, spaceBefore } = marks[0]!
  if (inEntry || before === 'start' || (before === 'attached' && spaceBefore.end > spaceBefore.start)) return false
  return marks.every((mark) => mark.malformed === undefined && !mark.padded && mark.joint !== 'white')
}

function skipWhiteBack(text: string, at: number): number {
  let index = at
  while (index > 0 && isWhite(text[index - 1])) index--
  return index
}

const kinds = {
  comma: /[,，、､،]/u,
  semicolon: /[;；؛]/u,
  colon: /[:：]/u,
  dash: /[—―–-]/u,
  ellipsis: /…|\.\./u,
} as const

function kindOf(text: string): [Punctuation['kind'], Punctuation['script']] {
  if (text === '.') return ['stop', 'latin']
  if (text === ',') return ['comma', 'latin']
  const kind = Object.entries(kinds).find(([, pattern]) => pattern.test(text))?.[0] ?? 'stop'
  return [kind as Punctuation['kind'], /[^\p{ASCII}…—―–]/u.test(text) ? 'other' : 'latin']
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
  const rest = after.replace(closers, '')
  // `[1]–[2]` is no dash of the text.
  if (behind.test(rest) || rest.startsWith('[')) return false
  if (rest === '' || script === 'other' || kind === 'dash') return true
  return isWhite(rest[0]) && (kind !== 'stop' || !/^\s+\p{Ll}/u.test(rest))
}
