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
  const found = stepsOf(likely)
  if (!runs(found)) return { refusal: 'no entry has its number, and the numbers of the document do not run' }
  const attached = likely.filter(isAttached).length
  if (attached * 2 < likely.length)
    return { refusal: 'no entry has its number, and such brackets stand apart from the text: section or page numbers' }
  if (new Set(likely.map(wordBefore)).size === 1)
    return { refusal: 'no entry has its number, and each stands behind the same word: an index' }
  if (hasFootnotes && found.lowest > 1)
    return { refusal: 'no entry has its number, and the document cites by footnotes: a place in another text' }
  return { highest: found.highest }
}

function wordBefore({ block: { text }, at }: Candidate): string {
  return /[\p{L}\p{N}_]*$/u.exec(text.slice(Math.max(0, at - 40), at))![0] || String(at)
}

/** How far the number of one first appearance is above the one before, those between left out that stand elsewhere. */
interface Steps {
  readonly distinct: number
  readonly steps: readonly number[]
}

/**
 * Few numbers have to run without a fault, a few more may have one: a number left out, or one out of place. Of many, 70 %
 * have to be in order and one above the one before.
 */
function runs({ distinct, steps }: Steps): boolean {
  const inStep = steps.filter((step) => step === 1).length
  if (distinct >= 8) return steps.length + 1 >= 0.7 * distinct && inStep >= 0.7 * steps.length
  const outside = distinct - steps.length - 1
  const skipped = steps.filter((step) => step === 2).length
  const faults = outside + steps.length - inStep
  if (distinct < 3 || inStep + skipped < steps.length) return false
  return (
    faults === 0 ||
    (distinct >= 4 && faults === skipped && skipped === 1) ||
    (distinct >= 5 && outside <= 2 && faults <= 3)
  )
}

function stepsOf(candidates: readonly Candidate[]): Steps & { readonly lowest: number; readonly highest: number } {
  const firsts = [...new Set(candidates.flatMap(({ members }) => members.map((member) => member.number!)))]
  const seen = new Set(firsts)
  const out = new Set(outOfOrder(firsts))
  const kept = firsts.filter((_, index) => !out.has(index))
  const steps = kept.slice(1).map((number, index) => {
    let step = 0
    for (let each = kept[index]! + 1; each <= number; each++) if (each === number || !seen.has(each)) step++
    return step
  })
  return { distinct: firsts.length, steps, lowest: kept[0] ?? 0, highest: kept.at(-1) ?? 0 }
}
