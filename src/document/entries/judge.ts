import type { Block, Candidate, Family } from '../document.ts'
import { doubt } from '../classify/context.ts'
import { exponentOrUnit } from '../classify/superscripts.ts'
import type { ListDraft } from './lists.ts'

/** A list and the markers that cite it. */
export interface JudgedList {
  readonly list: ListDraft
  readonly family: Family
}

type Cited = ReadonlyMap<Family, ReadonlySet<number>>

/** Keeps the lists that are lists of references or notes, and says whose they are. */
export function judgeLists(
  blocks: readonly Block[],
  lists: readonly ListDraft[],
  candidates: readonly Candidate[],
): JudgedList[] {
  const cited = citedNumbers(lists, candidates)
  const judged = lists.flatMap((list): JudgedList[] => {
    const family = familyOf(list, cited)
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

/** What the candidates of each family cite, the labels of the lists themselves and evident exponents left out. */
function citedNumbers(lists: readonly ListDraft[], candidates: readonly Candidate[]): Cited {
  const labels = new Set(
    lists.flatMap((list) =>
      list.form === 'bracket' || list.starts[0]!.family ? list.starts.map((start) => start.labelRange.start) : [],
    ),
  )
  const cited = new Map<Family, Set<number>>()
  for (const candidate of candidates) {
    const { family, notation, start } = candidate
    if (family === 'footnote' || labels.has(start) || labels.has(start - 1)) continue
    if (notation === 'superscript' && exponentOrUnit(candidate) !== undefined) continue
    if (isInterval(candidate)) continue
    const numbers = cited.get(family) ?? new Set()
    cited.set(family, numbers)
    for (const { number, through } of candidate.members) {
      for (let each = number!; each <= Math.min(through ?? number!, number! + 100); each++) numbers.add(each)
    }
  }
  return cited
}

/** `[0-9]`, `[5, 10]`: several numbers that are no cluster say nothing about a list. */
function isInterval(candidate: Candidate): boolean {
  const [first] = candidate.members
  const isSeveral = candidate.members.length > 1 || first?.through !== undefined
  return candidate.notation === 'bracket' && isSeveral && doubt(candidate) !== undefined
}

/** Whose list it is, if it is one of references. Numbered steps and numbered paragraphs are lists too, but nobody cites them. */
function familyOf(list: ListDraft, cited: Cited): Family | undefined {
  const own = list.starts[0]!.family
  const families: readonly Family[] = own === undefined ? ['number', 'superscript'] : [own]
  const shares = families.map((family) => ({ family, ...shareOf(list, cited.get(family)) }))
  const best = shares.reduce((one, other) => (other.hits > one.hits ? other : one))
  const half = best.hits > 0 && best.hits * 2 >= best.size
  switch (list.form) {
    case 'footnote':
      return best.family
    case 'caret':
      return best.size >= 2 || list.underHeading ? best.family : undefined
    case 'bracket':
      return half || (list.underHeading && best.size >= 2) ? best.family : undefined
    case 'superscript':
    case 'group':
      return half ? best.family : undefined
    default: {
      const isPlaced = list.underHeading || list.anchored || (list.endsDocument && best.size >= 2)
      return half && best.hits * 2 >= best.cited && isPlaced ? best.family : undefined
    }
  }
}

function shareOf(
  list: ListDraft,
  cited: ReadonlySet<number> = new Set(),
): { hits: number; size: number; cited: number } {
  const numbers = new Set(list.starts.map((start) => start.number))
  const hits = [...numbers].filter((number) => cited.has(number)).length
  return { hits, size: numbers.size, cited: cited.size }
}

/** A bracket at the start of a paragraph that goes on for pages is the number of a paragraph, not an entry. */
function isOverrun(blocks: readonly Block[], list: ListDraft): boolean {
  if (list.form !== 'bracket' || list.underHeading) return false
  const long = list.starts.filter((start) => blocks[start.blockIndex]!.text.length > 1200 && start.at === 0).length
  return long * 2 > list.starts.length
}
