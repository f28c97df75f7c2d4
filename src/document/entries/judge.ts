import type { Block, Candidate, Family } from '../document.ts'
import { doubt } from '../classify/doubts.ts'
import { parenthesisDoubt } from '../classify/parentheses.ts'
import { alwaysRejected } from '../classify/rejections.ts'
import { exponentOrUnit } from '../classify/superscripts.ts'
import { coveredNumbers } from '../covered.ts'
import type { ListDraft } from './lists.ts'

/** A list and the markers that cite it. */
export interface JudgedList {
  readonly list: ListDraft
  readonly family: Family
}

type Cited = ReadonlyMap<Family, Citing>

/** Keeps the lists that are lists of references or notes, and says whose they are. */
export function judgeLists(
  blocks: readonly Block[],
  lists: readonly ListDraft[],
  candidates: readonly Candidate[],
): JudgedList[] {
  const cited = citedNumbers(lists, candidates)
  const hasBrackets = lists.some((list) => list.form === 'bracket' && list.starts.length > 1)
  const judged = lists.flatMap((list): JudgedList[] => {
    const family = isLoneMarker(blocks, list) ? undefined : familyOf(blocks, list, cited, hasBrackets)
    return family !== undefined && !isOverrun(blocks, list) ? [{ list, family }] : []
  })
  return judged.map((one) => ({ ...one, family: groupOf(one, judged, cited) ?? one.family }))
}

/** Of two lists "Notes" and "References" with plain numbers, the one with as many entries as `[note 1]`… has numbers belongs to these. */
function groupOf({ list, family }: JudgedList, judged: readonly JudgedList[], cited: Cited): Family | undefined {
  if (list.starts[0]!.family !== undefined) return undefined
  const hasRival = judged.some((other) => other.family === family && other.list.starts.length > list.starts.length)
  if (!hasRival) return undefined
  const groups = [...cited].filter(([group]) => group.startsWith('group '))
  return groups.find(
    ([, numbers]) => numbers.size === list.starts.length && list.starts.every((start) => numbers.has(start.number)),
  )?.[0]
}

/** Who cites a number: blocks in the order of the text. */
type Citing = Map<number, Block[]>

/** What the candidates of each family cite, the labels of the lists themselves and whatever is doubtful left out. */
function citedNumbers(lists: readonly ListDraft[], candidates: readonly Candidate[]): Map<Family, Citing> {
  const labels = new Set(
    lists.flatMap((list) =>
      list.form === 'bracket' || list.starts[0]!.family ? list.starts.map((start) => start.labelRange.start) : [],
    ),
  )
  const cited = new Map<Family, Citing>()
  for (const candidate of candidates) {
    const { family, start } = candidate
    if (family === 'footnote' || labels.has(start) || labels.has(start - 1) || isDoubtful(candidate)) continue
    const numbers: Citing = cited.get(family) ?? new Map()
    cited.set(family, numbers)
    for (const member of candidate.members)
      for (const number of coveredNumbers(member)) addTo(numbers, number, candidate.block)
  }
  return cited
}

/** A block counts once, however often it cites a number. */
function addTo(numbers: Citing, number: number, block: Block): void {
  const citing = numbers.get(number)
  if (!citing) numbers.set(number, [block])
  else if (citing.at(-1) !== block) citing.push(block)
}

/** Whether a candidate may be anything, and so says nothing of which list is cited. */
export function isDoubtful(candidate: Candidate): boolean {
  if (alwaysRejected(candidate) !== undefined) return true
  if (candidate.notation === 'parenthesis') return parenthesisDoubt(candidate) !== undefined
  if (candidate.notation === 'superscript') return exponentOrUnit(candidate) !== undefined
  const isZero = candidate.members.some((member) => member.number === 0)
  return candidate.notation === 'bracket' && !isZero && doubt(candidate) !== undefined
}

/** Whose list it is, if it is one of references. Numbered steps and numbered paragraphs are lists too, but nobody cites them. */
function familyOf(blocks: readonly Block[], list: ListDraft, cited: Cited, hasBrackets: boolean): Family | undefined {
  const own = list.starts[0]!.family
  const families: readonly Family[] = own === undefined ? ['number', 'superscript', 'parenthesis'] : [own]
  const shares = families.map((family) => ({ family, ...shareOf(blocks, list, cited.get(family)) }))
  const best = shares.reduce((one, other) => (other.hits > one.hits ? other : one))
  return isReferenceList(list, best, hasBrackets) ? best.family : undefined
}

function isReferenceList(list: ListDraft, share: FamilyShare, hasBrackets: boolean): boolean {
  const { form, underHeading } = list
  const isHalf = share.hits > 0 && share.hits * 2 >= share.size
  const isSeveral = share.size >= 2
  if (form === 'footnote') return true
  if (form === 'caret') return isSeveral || underHeading
  if (form === 'bracket') return isHalf || (underHeading && isSeveral)
  if (form === 'superscript' || form === 'group') return isHalf
  return isHalf && isPlaced(list, share) && (share.hits * 2 >= share.cited || (underHeading && !hasBrackets))
}

/** A plain numbered list is one of references only where these stand. A chapter cites less than the book, but beside a list in brackets, numbered steps are steps. */
function isPlaced(list: ListDraft, { family, ...share }: FamilyShare): boolean {
  // A legend of a table has raised numbers too: `✗¹`.
  const wanted = family === 'superscript' ? 0.75 : 0.5
  const isCited = share.size >= 2 && share.hits >= share.size * wanted
  return list.underHeading || list.anchored || (list.endsDocument && isCited)
}

type FamilyShare = Share & { readonly family: Family }

interface Share {
  readonly hits: number
  readonly size: number
  readonly cited: number
}

/** How many of a list's numbers are cited, the list itself left out; and how many numbers are cited before it in all. */
function shareOf(blocks: readonly Block[], list: ListDraft, cited: Citing = new Map()): Share {
  const numbers = new Set(list.starts.map((start) => start.number))
  const own = new Set(list.starts.map((start) => blocks[start.blockIndex]))
  // A list without a heading is one of references only where it follows what cites it.
  const isAnywhere = list.underHeading || (list.form !== 'item' && list.form !== 'number')
  const isCited = (number: number) =>
    cited.get(number)?.some((block) => !own.has(block) && (isAnywhere || block.start < list.start)) ?? false
  const hits = [...numbers].filter(isCited).length
  return { hits, size: numbers.size, cited: cited.size }
}

/** A bracket with a line to itself and no other like it: a marker that was put below its paragraph. */
function isLoneMarker(blocks: readonly Block[], { form, starts, underHeading }: ListDraft): boolean {
  const [start] = starts
  const isAlone = form === 'bracket' && starts.length === 1 && !underHeading
  return isAlone && blocks[start!.blockIndex]!.text.slice(start!.wordsAt).trim() === ''
}

/** A bracket at the start of a paragraph that goes on for pages is the number of a paragraph, not an entry. */
function isOverrun(blocks: readonly Block[], list: ListDraft): boolean {
  if (list.form !== 'bracket' || list.underHeading) return false
  const long = list.starts.filter((start) => blocks[start.blockIndex]!.text.length > 1200 && start.at === 0).length
  return long * 2 > list.starts.length
}
