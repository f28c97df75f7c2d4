import type { Candidate } from '../document.ts'
import { outOfOrder } from '../series/order.ts'
import { isAttached, opensBlock } from './standing.ts'

/** Why brackets without entries are no citations, or how far their numbers run. */
export type Run = { readonly refusal: string } | { readonly highest: number }

/**
 * Whether brackets without entries are citations by the run of their numbers: three or more, nearly all first appearances in order
 * and one above the one before, holding on to the text, not all behind the same word. Ranges say nothing here,
 * since `[18–80]` is an age.
 */
export function findRun(candidates: readonly Candidate[], hasFootnotes: boolean): Run {
  const likely = candidates.filter(
    (one) =>
      one.notation === 'bracket' && !opensBlock(one) && one.members.every((member) => member.through === undefined),
  )
  const { distinct, kept, inStep, highest, lowest } = stepsOf(likely)
  const runs = distinct >= 3 && kept >= Math.min(0.7 * distinct, distinct - 1) && inStep >= enough(kept - 1)
  if (!runs) return { refusal: 'no entry has its number, and the numbers of the document do not run' }
  const attached = likely.filter(isAttached).length
  if (attached * 2 < likely.length)
    return { refusal: 'no entry has its number, and such brackets stand apart from the text: section or page numbers' }
  if (new Set(likely.map(wordBefore)).size === 1)
    return { refusal: 'no entry has its number, and each stands behind the same word: an index' }
  if (hasFootnotes && lowest > 1)
    return { refusal: 'no entry has its number, and the document cites by footnotes: a place in another text' }
  return { highest }
}

function wordBefore({ block: { text }, at }: Candidate): string {
  return /[\p{L}\p{N}_]*$/u.exec(text.slice(Math.max(0, at - 40), at))![0] || String(at)
}

/** 70 % of the steps; of three or more, one may always be wrong. */
function enough(steps: number): number {
  return steps >= 3 ? Math.min(0.7 * steps, steps - 1) : steps
}

/**
 * How many distinct numbers there are, how many first appearances stand in order, and how many of these follow the number
 * before them, those between left out that stand elsewhere.
 */
function stepsOf(candidates: readonly Candidate[]) {
  const firsts = [...new Set(candidates.flatMap(({ members }) => members.map((member) => member.number!)))]
  const seen = new Set(firsts)
  const out = new Set(outOfOrder(firsts))
  const kept = firsts.filter((_, index) => !out.has(index))
  let inStep = 0
  for (let index = 1; index < kept.length; index++) {
    let next = kept[index - 1]! + 1
    while (next < kept[index]! && seen.has(next)) next++
    if (next === kept[index]) inStep++
  }
  return { distinct: firsts.length, kept: kept.length, inStep, lowest: kept[0] ?? 0, highest: kept.at(-1) ?? 0 }
}
