import { alignParagraphs } from './align-paragraphs.ts'
import type { Bead, Paragraph } from './align-paragraphs.ts'
import { longestAscending } from './ascending.ts'
import type { Sameness } from './same-targets.ts'
import type { Telling, Unit } from './telling.ts'
import type { WordMatch } from './word-match.ts'

/** Which paragraphs of the newer text have come of which of the older one. */
export interface UnitLinks {
  readonly of: (unit: number) => readonly number[]
  /** The words were all written anew, as in a translation; what is cited shows that it is the same paragraph. */
  readonly isRewritten: (unit: number) => boolean
}

/** So much of the shorter of two paragraphs has to be in both. */
const share = 0.3
/** With fewer paragraphs in common, the whole text was written anew. */
const translated = 0.25

/**
 * Paragraphs are one by their words. Between those that are found, the others are put together by length and by what they
 * cite, as translations are, where that speaks for it.
 */
export function linkUnits(base: Telling, head: Telling, match: WordMatch, same: Sameness): UnitLinks {
  const links = linksByWords(base, head, match)
  const rewritten = new Set<number>()
  const isTranslated = links.size < base.units.length * translated
  for (const { bases, heads } of looseRuns(base, head, links)) {
    for (const bead of alignParagraphs(paragraphsOf(base, bases, same.base), paragraphsOf(head, heads, same.head))) {
      if (!isTranslated && !citesTheSame(bead)) continue
      for (const one of bead.one) {
        rewritten.add(one.unit)
        links.set(one.unit, [...(links.get(one.unit) ?? []), ...bead.other.map((other) => other.unit)])
      }
    }
  }
  return { of: (unit) => links.get(unit) ?? [], isRewritten: (unit) => rewritten.has(unit) }
}

/** All paragraphs of two texts, by length and by what they cite alone. */
export function alignAll(base: Telling, head: Telling, same: Sameness): Bead[] {
  const all = ({ units }: Telling) => units.map((_, index) => index)
  return alignParagraphs(
    paragraphsOf(base, all(base).filter(isProse(base)), same.base),
    paragraphsOf(head, all(head).filter(isProse(head)), same.head),
  )
}

const isProse =
  ({ units }: Telling) =>
  (index: number) =>
    units[index]!.entry === undefined

function linksByWords(base: Telling, head: Telling, { toHead }: WordMatch): Map<number, number[]> {
  const links = new Map<number, number[]>()
  for (const [index, unit] of base.units.entries()) {
    const counts = new Map<number, number>()
    for (let word = unit.start; word < unit.end; word++) {
      const to = toHead[word]!
      if (to !== -1) counts.set(head.words.unit[to]!, (counts.get(head.words.unit[to]!) ?? 0) + 1)
    }
    const own = [...counts].filter(([other, count]) => {
      return count >= share * Math.min(lengthOf(unit), lengthOf(head.units[other]!))
    })
    own.sort(([, one], [, other]) => other - one)
    if (own.length > 0)
      links.set(
        index,
        own.map(([other]) => other),
      )
  }
  return links
}

const lengthOf = ({ start, end }: Unit) => end - start

interface Run {
  readonly bases: readonly number[]
  readonly heads: readonly number[]
}

/** Paragraphs without a counterpart that stand between the same others in both texts. */
function looseRuns(base: Telling, head: Telling, links: ReadonlyMap<number, readonly number[]>): Run[] {
  const linked = new Set([...links.values()].flat())
  const chain = longestAscending([...links], ([, [first]]) => first!)
  const runs: Run[] = []
  let [from, to] = [0, 0]
  const ends = chain.map(([unit, others]) => [unit, others[0]!] as const)
  for (const [unit, other] of [...ends, [base.units.length, head.units.length] as const]) {
    const bases = span(from, unit).filter((index) => !links.has(index) && isProse(base)(index))
    const heads = span(to, other).filter((index) => !linked.has(index) && isProse(head)(index))
    if (bases.length > 0 && heads.length > 0) runs.push({ bases, heads })
    from = unit + 1
    to = other + 1
  }
  return runs
}

const span = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)

function paragraphsOf({ units }: Telling, indices: readonly number[], classOf: Sameness['base']): Paragraph[] {
  return indices.map((unit) => {
    const { block, cites } = units[unit]!
    const cited = cites.filter(({ marker }) => marker).map(({ target }) => classOf(target))
    const numbers = block.text.match(/\d{2,}/g) ?? []
    return { unit, length: block.text.length, cited, numbers: numbers.slice(0, 20) }
  })
}

function citesTheSame({ one, other }: Bead): boolean {
  const cited = new Set(other.flatMap((paragraph) => paragraph.cited))
  return one.some((paragraph) => paragraph.cited.some((target) => cited.has(target)))
}
